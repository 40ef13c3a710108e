"""What publishing on the public site leads to."""

from django.db import transaction

from home import emails
from home.models import InvitationNotice, InvitationPage
from members.public import RegistrationState, record
from portal.core.pages import unrestricted
from portal.core.sharing import make_picture


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
