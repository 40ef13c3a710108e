"""A network's own page: what it is, who takes part, and what each participant says for itself."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from home.models.fields import body_field
from portal.core.pages import PublicPage


class NetworkIndexPage(PublicPage):
    """The address /natverk/: every network that has a page."""

    view = "home.views.networks"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NetworkPage"]
    max_count_per_parent = 1

    lead = models.TextField(_("ingress"), blank=True)

    content_panels = [*PublicPage.content_panels, FieldPanel("lead")]

    class Meta:
        verbose_name = _("plats för nätverkens sidor")
        verbose_name_plural = _("platser för nätverkens sidor")

    @property
    def summary(self):
        """What a search result says of the page."""
        return self.lead


class NetworkPage(PublicPage):
    """A network as anybody may see it: running or archived. Who takes part is read from the memberships."""

    view = "home.views.network"
    parent_page_types = ["home.NetworkIndexPage"]
    subpage_types = []

    network = models.ForeignKey(
        "organisations.Network",
        verbose_name=_("nätverk"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Vilka som deltar hämtas från nätverket. Bara organisationens namn och län visas."),
    )
    lead = models.TextField(_("ingress"), help_text=_("Vad nätverket är, i två eller tre meningar."))
    body = body_field()

    search_fields = [*PublicPage.search_fields, index.SearchField("lead", boost=2), index.SearchField("body")]
    content_panels = [
        FieldPanel("title", classname="title"),
        FieldPanel("network", widget=Select),
        FieldPanel("lead"),
        FieldPanel("body"),
        InlinePanel(
            "paragraphs",
            heading=_("Deltagarna om sig själva"),
            label=_("Stycke"),
            help_text=_("Ett stycke visas först när ni har skrivit vem hos organisationen som godkände det, och när."),
        ),
    ]
    # The address is the network's own, so there is none to write.
    promote_panels = [
        MultiFieldPanel([FieldPanel("seo_title"), FieldPanel("search_description")], heading=_("Sökmotorer")),
        FieldPanel("is_demonstration"),
    ]

    class Meta:
        verbose_name = _("nätverkets sida")
        verbose_name_plural = _("nätverkens sidor")

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
        others = NetworkPage.objects.filter(network=self.network_id, locale=self.locale_id).exclude(pk=self.pk)
        if self.network_id and others.exists():
            raise ValidationError({"network": _("Nätverket har redan en sida på det här språket.")})


class NetworkParagraph(Orderable):
    """What one participant says of its work, in words that it has approved."""

    page = ParentalKey(
        NetworkPage, verbose_name=_("nätverkets sida"), on_delete=models.CASCADE, related_name="paragraphs"
    )
    organisation = models.ForeignKey(
        "organisations.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(_("stycke"), max_length=900)
    approved_by_role = models.CharField(
        _("godkänt av"), max_length=200, blank=True, help_text=_("En roll, till exempel: socialchef.")
    )
    approved_date = models.DateField(_("godkänt den"), null=True, blank=True)

    panels = [
        FieldPanel("organisation", widget=Select),
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("approved_by_role"), FieldPanel("approved_date")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("stycke om en deltagare")
        verbose_name_plural = _("stycken om deltagare")
        constraints = [
            models.UniqueConstraint(fields=["page", "organisation"], name="one_paragraph_per_organisation"),
            models.CheckConstraint(
                condition=Q(approved_by_role="", approved_date=None)
                | (~Q(approved_by_role="") & Q(approved_date__isnull=False)),
                name="paragraph_is_approved_by_somebody_some_day",
                violation_error_message=_("Skriv både vem som godkände och när, eller ingetdera."),
            ),
        ]

    def __str__(self):
        return str(self.organisation)

    @property
    def is_approved(self):
        """Whether the organisation has approved the text: only then is it shown."""
        return self.approved_date is not None
