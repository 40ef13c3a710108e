"""What publishing on the public site leads to."""

import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from home import emails
from home.models import AccessibilityMessage, InvitationNotice, InvitationPage, PortalSettings
from members.public import RegistrationState, administrators, record
from portal.core.pages import unrestricted
from portal.core.sharing import make_picture

MESSAGES_KEPT = datetime.timedelta(days=365)


@transaction.atomic
def publish(*, page, by):
    """Write down that Wagtail has published a page, or a new version of it. `by` is None for the clock.

    Its picture for sharing is made after the commit, so that no reader waits for it.
    """
    record(action="home.publish", by=by, obj=page)
    transaction.on_commit(lambda: make_picture.enqueue(page.pk))


@transaction.atomic
def schedule(*, page, by):
    """Write down that the page will be published when its time comes."""
    record(action="home.schedule", by=by, obj=page)


@transaction.atomic
def unpublish(*, page, by):
    """Write down that Wagtail took the page back."""
    record(action="home.unpublish", by=by, obj=page)


def tell_of_new_invitations():
    """Tell those who wait for the next invitation of each network that one can register for since now.

    Once a network, whatever happens: the notice and the mails are written together.
    """
    told = InvitationNotice.objects.values("network_id")
    pages = unrestricted(InvitationPage.objects.live()).exclude(network_id__in=told)
    by_network = {}
    for page in pages.select_related("network", "locale"):
        if page.network.registration_state != RegistrationState.CLOSED:
            by_network.setdefault(page.network, {})[page.locale.language_code] = page
    for network, translations in by_network.items():
        _tell(network, translations)


@transaction.atomic
def _tell(network, translations):
    _notice, is_new = InvitationNotice.objects.get_or_create(network=network)
    if is_new:
        emails.new_invitation(pages=translations)


@transaction.atomic
def tell_of_barrier(*, text, address, email, language):
    """Keep what somebody told of a barrier, and mail it to those who answer for the portal."""
    message = AccessibilityMessage.objects.create(text=text, address=address, email=email, language=language)
    record(action="home.tell_of_barrier", by=None, obj=message)
    for recipient in _answering_for_the_portal():
        emails.barrier(message=message, to=recipient)
    return message


def _answering_for_the_portal():
    """The portal's own address, else each administrator."""
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    return [settings.contact_email] if settings.contact_email else list(administrators())


def forget_old_messages():
    """Delete what was told of barriers more than a year ago; returns how many."""
    return AccessibilityMessage.objects.filter(sent_at__lt=timezone.now() - MESSAGES_KEPT).delete()[0]
