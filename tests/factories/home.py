"""Pages of the public site. Each factory takes `parent`, the page that the new one is put below."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page, Site

from home.models import (
    AccessibilityPage,
    ContactPage,
    HomePage,
    InvitationContact,
    InvitationIndexPage,
    InvitationMeeting,
    InvitationPage,
    NetworkIndexPage,
    NetworkPage,
    NewsIndexPage,
    NewsPage,
    StandardPage,
)
from tests.factories.organisations import NetworkFactory
from tests.replayed import Replayed


def body(text="<p>Text.</p>"):
    """A body with one paragraph."""
    return [("paragraph", text)]


class PageFactory(DjangoModelFactory):
    """A published page below `parent`."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, parent, **kwargs):
        # The language is the parent's, but for the first page of a language.
        kwargs.setdefault("locale", parent.locale)
        return parent.add_child(instance=model_class(**kwargs))


class HomePageFactory(PageFactory):
    class Meta:
        model = HomePage

    parent = factory.LazyFunction(lambda: Page.objects.get(depth=1))
    title = "Start"
    slug = factory.Sequence(lambda number: f"start-{number}")
    heading = "Tillsammans mot våldsbejakande extremism"
    lead = "Här delar kommuner och regioner det de vet."


class InvitationIndexPageFactory(PageFactory):
    class Meta:
        model = InvitationIndexPage

    title = "Inbjudan"
    slug = "inbjudan"


class InvitationPageFactory(PageFactory):
    """An invitation with all its prose; give `network`, and make rows with the factories below."""

    class Meta:
        model = InvitationPage

    network = factory.SubFactory(NetworkFactory)
    title = factory.LazyAttribute(lambda page: page.network.name)
    lead = "Kom med i nätverket."
    host = "SKR"
    background = "<p>Kongressen beslutade.</p>"
    purpose = "<p>Mer kunskap.</p>"
    goal = "<p>Ett arbete hemma.</p>"
    target_group = "<p>Kommuner och regioner.</p>"
    requirements = "<p>Ett beslut i styrelsen.</p>"
    approach = "<p>Fem träffar.</p>"
    cost_note = "per person"
    registration_note = "<p>Nätverksledaren hör av sig.</p>"


class InvitationMeetingFactory(DjangoModelFactory):
    class Meta:
        model = InvitationMeeting

    sort_order = factory.Sequence(lambda number: number)
    number = 1
    date = datetime.date(2016, 12, 6)
    starts = datetime.time(10)
    ends = datetime.time(16)
    place = "Stockholm"


class InvitationContactFactory(DjangoModelFactory):
    class Meta:
        model = InvitationContact

    sort_order = factory.Sequence(lambda number: number)
    name = "Kim Kontakt"
    role = "Nätverksledare"
    email = "kim@skr.example"
    phone = "08-123 45 67"


class NetworkIndexPageFactory(PageFactory):
    class Meta:
        model = NetworkIndexPage

    title = "Nätverk"
    slug = "natverk"


class NetworkPageFactory(PageFactory):
    """A network's page; give `network`."""

    class Meta:
        model = NetworkPage

    network = factory.SubFactory(NetworkFactory)
    title = factory.LazyAttribute(lambda page: page.network.name)
    lead = "Vad nätverket är."
    body = factory.LazyFunction(body)


class NewsIndexPageFactory(PageFactory):
    class Meta:
        model = NewsIndexPage

    title = "Nyheter"
    slug = "nyheter"


class NewsPageFactory(PageFactory):
    class Meta:
        model = NewsPage

    title = factory.Sequence(lambda number: f"Nyhet {number}")
    date = factory.LazyFunction(timezone.localdate)
    summary = "Det här har hänt."
    body = factory.LazyFunction(body)


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = "Om nätverket"
    slug = factory.Sequence(lambda number: f"sida-{number}")
    summary = "Vad nätverket är."
    body = factory.LazyFunction(body)


class AccessibilityPageFactory(PageFactory):
    class Meta:
        model = AccessibilityPage

    title = "Tillgänglighet"
    slug = "tillganglighet"
    organisation = "SKR"
    summary = "Så långt har vi kommit."
    scope = "<p>Alla sidor.</p>"
    help_text = "<p>Ring oss.</p>"
    method = "<p>Med axe.</p>"


class ContactPageFactory(PageFactory):
    class Meta:
        model = ContactPage

    title = "Kontakt"
    slug = "kontakt"
    summary = "Så når du oss."
    body = factory.LazyFunction(body)


class PublicSite:
    """The site's fixed pages in Swedish, and in English with `translate`."""

    def __init__(self):
        from tests.factories.casestudies import ExampleIndexPageFactory

        self.home = HomePageFactory()
        site = Site.objects.get(is_default_site=True)
        site.root_page = self.home
        site.save()
        self.invitations = InvitationIndexPageFactory(parent=self.home)
        self.examples = ExampleIndexPageFactory(parent=self.home)
        self.news = NewsIndexPageFactory(parent=self.home)
        self.contact = ContactPageFactory(parent=self.home)

    def translate(self, page, **changes):
        """Publish the page in English too, with the pages above it."""
        english = Locale.objects.get(language_code="en")
        copy = page.copy_for_translation(english, copy_parents=True)
        for name, value in changes.items():
            setattr(copy, name, value)
        copy.save_revision().publish()
        # Wagtail makes aliases of the pages above; the real ones have lives of their own.
        copy.get_ancestors().update(alias_of=None)
        return copy


public_site = Replayed(PublicSite)
