"""A good example, and its documents."""

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import CheckboxSelectMultiple
from django.utils.html import strip_tags
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, TitleFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from casestudies.enums import CostBand, EvidenceStrength, OrganisationSize
from casestudies.models.terms import Actor, Environment, PreventionLevel, TargetGroup
from casestudies.validators import short_lines
from members.public import BOTH_IN_ONE, OrganisationKind
from portal.core.blocks import RICH_TEXT_FEATURES
from portal.core.counties import County
from portal.core.pages import PublicPage
from portal.core.panels import ReviewPanel

BOTH_ON_GOTLAND = {OrganisationKind.MUNICIPALITY.value, OrganisationKind.REGION.value}
LINES_HELP = _("En kort punkt på varje rad, högst fem rader.")
LOGIC = ("logic_need", "logic_activities", "logic_results", "logic_effects")
# What no reader can do without; a draft may lack it, a published example may not.
REQUIRED = ("summary", "need", "done", "lesson", "organisation_name", "contact_role", "contact_email")


def _text(label, *, blank=True, help_text=""):
    return RichTextField(label, features=RICH_TEXT_FEATURES, blank=blank, help_text=help_text)


def _lines(label, help_text):
    return models.TextField(
        label, blank=True, validators=[short_lines], help_text=format_lazy("{} {}", help_text, LINES_HELP)
    )


class ExamplePage(PublicPage):
    """A good example: what an organisation did, why, how it went, and whom to ask."""

    view = "casestudies.views.example"
    kicker = _("Gott exempel")
    parent_page_types = ["casestudies.ExampleIndexPage"]
    subpage_types = []

    summary = models.TextField(
        _("sammanfattning"), max_length=400, help_text=_("Två eller tre meningar. Visas i listan och i sökresultat.")
    )
    need = _text(_("behov"), blank=False, help_text=_("Vad såg ni? Varför behövdes något?"))
    goal = _text(_("mål"))
    done = _text(_("vad ni gjorde"), blank=False)
    logic = _text(_("varför det borde fungera"), help_text=_("Hur hänger det ni gjorde ihop med målet?"))
    logic_need = _lines(_("behovet i korthet"), _("Vad arbetet skulle ändra på."))
    logic_activities = _lines(_("aktiviteterna i korthet"), _("Det ni gjorde."))
    logic_results = _lines(_("resultaten i korthet"), _("Det som skulle märkas direkt."))
    logic_effects = _lines(_("effekterna i korthet"), _("Det som skulle märkas på sikt."))
    lesson = _text(_("viktigaste lärdomen"), blank=False)
    results = _text(_("resultat"))
    not_working = _text(_("vad som inte fungerade"))
    transferability = _text(_("vad som krävs för att göra det hos er"))
    ethics = _text(_("etik och integritet"))
    advice = _text(_("råd till den som vill göra samma sak"))
    partners = models.TextField(_("samverkan och partner"), blank=True)
    resources = models.TextField(_("resurser"), blank=True, help_text=_("Personer, tid, lokaler."))
    cost = models.CharField(
        _("kostnad"), max_length=200, blank=True, help_text=_("Med egna ord: vad ingår, och under hur lång tid?")
    )
    cost_band = models.CharField(
        _("ungefärlig kostnad"),
        max_length=20,
        choices=CostBand.choices,
        blank=True,
        help_text=_("Utöver tid som redan fanns. Läsaren kan filtrera på det."),
    )

    organisation_name = models.CharField(_("organisation"), max_length=200)
    organisation_kind = models.CharField(
        _("typ av organisation"), max_length=20, choices=OrganisationKind.choices, blank=True
    )
    organisation_size = models.CharField(_("storlek"), max_length=20, choices=OrganisationSize.choices, blank=True)
    county_code = models.CharField(_("län"), max_length=2, choices=County.choices, blank=True)

    environments = ParentalManyToManyField(Environment, verbose_name=_("miljöer"), blank=True, related_name="examples")
    levels = ParentalManyToManyField(
        PreventionLevel, verbose_name=_("förebyggande nivåer"), blank=True, related_name="examples"
    )
    target_groups = ParentalManyToManyField(
        TargetGroup, verbose_name=_("målgrupper"), blank=True, related_name="examples"
    )
    actors = ParentalManyToManyField(Actor, verbose_name=_("aktörer"), blank=True, related_name="examples")
    evidence = models.CharField(
        _("hur säkert är det?"),
        max_length=20,
        choices=EvidenceStrength.choices,
        blank=True,
        help_text=_("Läsaren ser också vad ordet betyder. Välj hellre för lågt än för högt."),
    )

    contact_role = models.CharField(
        _("kontakt"), max_length=200, help_text=_("En roll eller funktion, som finns kvar när personer byts ut.")
    )
    contact_email = models.EmailField(_("kontaktens e-post"), help_text=_("Helst en funktionsadress."))
    contact_phone = models.CharField(_("kontaktens telefon"), max_length=40, blank=True)
    approved_by_role = models.CharField(
        _("godkänt av"),
        max_length=200,
        blank=True,
        help_text=_("En roll hos organisationen, till exempel: socialchef."),
    )
    approved_date = models.DateField(_("godkänt den"), null=True, blank=True)
    reviewed_date = models.DateField(
        _("senast granskat"), null=True, blank=True, help_text=_("När någon senast såg efter att allt stämmer.")
    )

    search_fields = [
        *PublicPage.search_fields,
        index.SearchField("summary", boost=2),
        index.AutocompleteField("summary"),
        *(
            index.SearchField(name)
            for name in (
                "need",
                "goal",
                "done",
                "logic",
                *LOGIC,
                "lesson",
                "results",
                "not_working",
                "transferability",
                "ethics",
                "advice",
                "partners",
                "resources",
                "organisation_name",
                "get_county_code_display",
            )
        ),
        index.AutocompleteField("organisation_name"),
        *(
            index.RelatedFields(name, [index.SearchField("name"), index.SearchField("name_en")])
            for name in ("environments", "levels", "target_groups", "actors")
        ),
    ]
    content_panels = [
        MultiFieldPanel(
            [
                TitleFieldPanel("title"),
                FieldPanel("summary"),
                FieldPanel("need"),
                FieldPanel("done"),
                FieldPanel("lesson"),
            ],
            heading=_("Det viktigaste"),
            help_text=_("Bara det här, organisationen och kontakten behövs. Resten visas om ni fyller i det."),
        ),
        ReviewPanel(),
        MultiFieldPanel(
            [
                FieldPanel("organisation_name"),
                FieldPanel("organisation_kind"),
                FieldPanel("organisation_size"),
                FieldPanel("county_code"),
                FieldPanel("contact_role"),
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
            ],
            heading=_("Organisation och kontakt"),
            help_text=_("Adress och telefon visas aldrig. Läsarens meddelande skickas till adressen."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name, widget=CheckboxSelectMultiple)
                for name in ("environments", "levels", "target_groups", "actors")
            ],
            heading=_("Så hittar läsaren exemplet"),
            help_text=_("Välj så många som stämmer. Listan med goda exempel filtreras på dem."),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("goal", "logic", "partners", "resources", "cost", "cost_band")],
            heading=_("Mer om arbetet"),
        ),
        MultiFieldPanel(
            [FieldPanel(name) for name in LOGIC],
            heading=_("Kedjan från behov till effekt"),
            help_text=_("Ritas som en figur överst på sidan när minst två av rutorna har text."),
        ),
        MultiFieldPanel(
            [
                FieldPanel(name)
                for name in ("results", "not_working", "evidence", "transferability", "ethics", "advice")
            ],
            heading=_("Resultat och råd"),
        ),
        InlinePanel("documents", heading=_("Dokument"), label=_("Dokument")),
        MultiFieldPanel(
            [FieldPanel("approved_by_role"), FieldPanel("approved_date"), FieldPanel("reviewed_date")],
            heading=_("Godkänt och granskat"),
        ),
    ]

    class Meta:
        verbose_name = _("gott exempel")
        verbose_name_plural = _("goda exempel")

    @property
    def missing(self):
        """The names of the required fields without a word in them; Wagtail's editor saves an empty paragraph."""
        return [name for name in REQUIRED if not strip_tags(getattr(self, name)).strip()]

    def get_organisation_kind_display(self):
        """The sort of organisation in words. Gotland is municipality and region in one, whichever was chosen."""
        if self.county_code == County.GOTLAND and self.organisation_kind in BOTH_ON_GOTLAND:
            return BOTH_IN_ONE
        return OrganisationKind(self.organisation_kind).label if self.organisation_kind else ""

    def publish(self, revision, *args, **kwargs):
        """Refuse a draft that lacks what is required, whichever way it comes: review, schedule, several at once.

        Raises ValidationError, which Wagtail admin shows to the editor.
        """
        draft = revision.as_object()
        if draft.missing:
            names = ", ".join(str(draft._meta.get_field(name).verbose_name) for name in draft.missing)
            raise ValidationError(
                _("”%(title)s” kan inte publiceras än. Det här saknas: %(names)s."),
                params={"title": draft.title, "names": names},
            )
        super().publish(revision, *args, **kwargs)


class ExampleDocument(Orderable):
    """A public document of an example."""

    page = ParentalKey(ExamplePage, verbose_name=_("gott exempel"), on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "wagtaildocs.Document", verbose_name=_("dokument"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("dokument")
        verbose_name_plural = _("dokument")
