"""Mails about how one signs on."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from portal.core import outbox


def identity_changed(*, user, organisation, is_linked):
    """Tells that the organisation's sign-on was linked or unlinked, in case it was not they who did it."""
    with translation.override(user.language):
        path = reverse("accounts:account")
    return outbox.send(
        to=user,
        template="members/signon/email/identity_changed",
        context={
            "name": user.name,
            "organisation": organisation.name,
            "is_linked": is_linked,
            "at": timezone.localtime(),
            "action_url": f"{settings.SITE_URL}{path}",
        },
    )
