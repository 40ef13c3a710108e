"""A network's invitation."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from home.models.fields import body_field
from portal.core.blocks import RICH_TEXT_FEATURES
from portal.core.pages import PublicPage
from portal.core.panels import ReviewPanel


def _facts(label, *, help_text=""):
    return RichTextField(label, features=RICH_TEXT_FEATURES, blank=True, help_text=help_text)


class InvitationIndexPage(PublicPage):
    """The address /inbjudan/: shows the invitation that the site's settings name."""

    view = "home.views.invitations"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.InvitationPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("plats för inbjudningar")
        verbose_name_plural = _("platser för inbjudningar")


class InvitationPage(PublicPage):
    """A network's invitation, its facts as fields; dates and price of the registration are the network's own."""

    view = "home.views.invitation"
    kicker = _("Inbjudan")
    parent_page_types = ["home.InvitationIndexPage"]
    subpage_types = []

    network = models.ForeignKey(
        "organisations.Network",
        verbose_name=_("nätverk"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Sista anmälningsdag, pris och antal platser hämtas från nätverket."),
    )
    lead = models.TextField(_("ingress"))
    host = models.CharField(_("värd"), max_length=200, blank=True, help_text=_("Vem som bjuder in."))
    background = _facts(_("bakgrund"))
    purpose = _facts(_("syfte"))
    goal = _facts(_("mål"))
    target_group = _facts(_("målgrupp"))
    requirements = _facts(_("vad det kräver att vara med"), help_text=_("Beslut, och arbete mellan träffarna."))
    approach = _facts(_("arbetssätt"))
    cost_note = models.CharField(
        _("om priset"), max_length=200, blank=True, help_text=_("Till exempel: per person, för alla träffar.")
    )
    registration_note = _facts(_("om anmälan"), help_text=_("Vad som händer när man har anmält sig."))
    body = body_field()

    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("lead", boost=2),
        *(
            index.SearchField(name)
            for name in (
                "background",
                "purpose",
                "goal",
                "target_group",
                "requirements",
                "approach",
                "registration_note",
                "body",
            )
        ),
    ]
    content_panels = [
        # Not the panel that copies the title into the address: this form has no address to copy it into.
        FieldPanel("title", classname="title"),
        ReviewPanel(),
        # A plain list: the networks' chooser shows nobody but the network's own people what it holds.
        FieldPanel("network", widget=Select),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("lead", "host", "background", "purpose", "goal")],
            heading=_("Vad nätverket är"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("target_group", "requirements", "approach")],
            heading=_("Vem det är för, och hur det går till"),
        ),
        InlinePanel("meetings", heading=_("Träffarna"), label=_("Träff")),
        MultiFieldPanel([FieldPanel("cost_note"), FieldPanel("registration_note")], heading=_("Pris och anmälan")),
        InlinePanel("contacts", heading=_("Kontaktpersoner hos värden"), label=_("Kontakt")),
        FieldPanel("body"),
    ]
    # The address is the network's own, so there is none to write.
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Sökmotorer")),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("inbjudan")
        verbose_name_plural = _("inbjudningar")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead

    def full_clean(self, *args, **kwargs):
        """Take the network's address before anything looks at it: the two are one."""
        if self.network_id:
            self.slug = self.network.slug
        super().full_clean(*args, **kwargs)

    def clean(self):
        super().clean()
        others = InvitationPage.objects.filter(network=self.network_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.network_id and others.exists():
            raise ValidationError({"network": _("Nätverket har redan en inbjudan på det här språket.")})


class InvitationMeeting(Orderable):
    """One row of an invitation's timetable; the day may be known later than the season."""

    page = ParentalKey(InvitationPage, verbose_name=_("inbjudan"), on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("nummer"))
    when_text = models.CharField(
        _("när, i ord"),
        max_length=100,
        blank=True,
        help_text=_("Till exempel: våren 2017. Visas om dagen inte är satt."),
    )
    date = models.DateField(_("dag"), null=True, blank=True)
    starts = models.TimeField(_("börjar"), null=True, blank=True)
    ends = models.TimeField(_("slutar"), null=True, blank=True)
    place = models.CharField(_("plats"), max_length=200, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("when_text")]),
        FieldRowPanel([FieldPanel("date"), FieldPanel("starts"), FieldPanel("ends")]),
        FieldPanel("place"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("träff i tidsplanen")
        verbose_name_plural = _("träffar i tidsplanen")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends=None) | Q(ends__gt=F("starts")), name="timetable_row_ends_after_it_starts"
            ),
            models.CheckConstraint(condition=Q(date__isnull=False) | ~Q(when_text=""), name="timetable_row_says_when"),
        ]

    def __str__(self):
        return f"{self.number}"


class InvitationContact(Orderable):
    """Somebody at the host to ask about the network."""

    page = ParentalKey(InvitationPage, verbose_name=_("inbjudan"), on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("namn"), max_length=150)
    role = models.CharField(_("roll"), max_length=150, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")

    def __str__(self):
        return self.name
