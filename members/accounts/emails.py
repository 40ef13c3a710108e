"""Mails about one's own account. Links are made of SITE_URL: a forged Host header reaches no mailbox."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation

from portal.core import outbox


def password_reset(*, user, uid, token, dedup):
    """The link with which a password is chosen anew."""
    with translation.override(user.language):
        path = reverse("accounts:new_password", kwargs={"uid": uid, "token": token})
    return outbox.send(
        to=user,
        template="members/accounts/email/password_reset",
        context={
            "name": user.name,
            "action_url": f"{settings.SITE_URL}{path}",
            "hours": settings.PASSWORD_RESET_TIMEOUT // 3600,
        },
        dedup=dedup,
    )


def password_changed(*, user):
    """Tells that the password was changed, for the case that somebody else did it."""
    return outbox.send(
        to=user,
        template="members/accounts/email/password_changed",
        context={"name": user.name, "at": timezone.localtime()},
    )


def factor_changed(*, user, what, device=None):
    """Tells of a second factor "added", "renamed", "removed", and of recovery codes made ("codes") or "used_code"."""
    return outbox.send(
        to=user,
        template="members/accounts/email/factor_changed",
        context={
            "name": user.name,
            "what": what,
            "factor": device,
            "kind": device._meta.verbose_name if device is not None else "",
            "at": timezone.localtime(),
            "left": _codes_left(user),
        },
    )


def _codes_left(user):
    return user.recovery_codes_left
