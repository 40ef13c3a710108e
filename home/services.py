"""What publishing on the public site leads to."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.models import Locale, Site
from wagtail.rich_text import RichText

from home import emails
from home.models import (
    AccessibilityMessage,
    InvitationContact,
    InvitationIndexPage,
    InvitationMeeting,
    InvitationNotice,
    InvitationPage,
    PortalSettings,
)
from members.public import RegistrationState, administrators, record
from portal.core.markup import to_html
from portal.core.pages import unrestricted
from portal.core.pictures import make_renditions
from portal.core.sharing import make_picture

MESSAGES_KEPT = datetime.timedelta(days=365)


@transaction.atomic
def publish(*, page, by):
    """Write down that Wagtail has published a page, or a new version of it. `by` is None for the clock.

    Its pictures are made at once, the one for sharing after the commit, so that no reader waits for them.
    """
    record(action="home.publish", by=by, obj=page)
    make_renditions(page.specific)
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


@transaction.atomic
def draft_invitation(*, fields, texts, meetings, contacts, by):
    """Make an unpublished invitation of what has been read in and looked at; return the page.

    Texts in light markup become rich text. What could not be placed stands in the page's body under a heading of its
    own, so that nobody overlooks it. In a second language the page becomes the translation of the first.
    """
    locale = Locale.objects.get(language_code=fields["language"])
    network = fields["network"]
    page = InvitationPage(
        locale=locale,
        network=network,
        # Wagtail looks less closely at a draft, and would make an address of the title.
        slug=network.slug,
        live=False,
        **{name: fields[name] for name in ("title", "lead", "host", "cost_note")},
        **{name: to_html(text) for name, text in texts.items()},
    )
    if fields["unplaced"].strip():
        page.body = [("heading", gettext("Kunde inte placeras")), ("paragraph", RichText(to_html(fields["unplaced"])))]
    other = InvitationPage.objects.filter(network=network).exclude(locale=locale).first()
    if other is not None:
        page.translation_key = other.translation_key
    page.meetings = [InvitationMeeting(sort_order=order, **row) for order, row in enumerate(meetings)]
    page.contacts = [InvitationContact(sort_order=order, **row) for order, row in enumerate(contacts)]
    InvitationIndexPage.objects.get(locale=locale).add_child(instance=page)
    page.save_revision(user=by)
    record(action="home.draft_invitation", by=by, obj=page, network=network)
    return page
