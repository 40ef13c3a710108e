"""The accessibility statement, what is known to be amiss, and what readers have told of."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from home.enums import Compliance, Reason
from portal.core.blocks import RICH_TEXT_FEATURES
from portal.core.pages import PublicPage


def _text(label, *, help_text=""):
    return RichTextField(label, features=RICH_TEXT_FEATURES, blank=True, help_text=help_text)


class AccessibilityPage(PublicPage):
    """The statement that the act on accessibility of digital public services demands, in Digg's eleven parts.

    The headings are the template's. What changes stands in fields, so that no date is left behind in running text.
    """

    view = "home.views.accessibility"
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    summary = models.TextField(_("ingress"), blank=True)
    organisation = models.CharField(_("vem som står bakom"), max_length=200)
    scope = _text(_("vad redogörelsen gäller"))
    compliance = models.CharField(
        _("hur väl portalen följer lagen"), max_length=10, choices=Compliance.choices, default=Compliance.PARTIAL
    )
    help_text = _text(_("vad man kan göra"), help_text=_("Hur den som inte kan använda en del får hjälp."))
    answer_days = models.PositiveSmallIntegerField(_("svar inom"), default=2, help_text=_("Antal vardagar."))
    technical = _text(_("teknisk information"), help_text=_("Vilka webbläsare och hjälpmedel portalen byggs för."))
    burden = _text(_("oskäligt betungande anpassning"), help_text=_("Tomt om undantaget inte åberopas."))
    outside = _text(_("innehåll som inte omfattas av lagen"))
    method = _text(_("hur portalen har testats"))
    assessed_by = models.CharField(_("vem som har testat"), max_length=200, blank=True)
    assessed_date = models.DateField(_("senast bedömd"), null=True, blank=True)
    reviewed_date = models.DateField(_("redogörelsen senast uppdaterad"), null=True, blank=True)

    search_fields = [*PublicPage.search_fields, index.SearchField("summary", boost=2), index.SearchField("help_text")]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("organisation"), FieldPanel("scope"), FieldPanel("compliance"), FieldPanel("technical")],
            heading=_("Portalen"),
        ),
        MultiFieldPanel([FieldPanel("help_text"), FieldPanel("answer_days")], heading=_("Hjälp")),
        InlinePanel("issues", heading=_("Brister vi känner till"), label=_("Brist")),
        MultiFieldPanel([FieldPanel("burden"), FieldPanel("outside")], heading=_("Undantag")),
        MultiFieldPanel(
            [
                FieldPanel("method"),
                FieldPanel("assessed_by"),
                FieldRowPanel([FieldPanel("assessed_date"), FieldPanel("reviewed_date")]),
            ],
            heading=_("Test och datum"),
        ),
    ]

    class Meta:
        verbose_name = _("tillgänglighetsredogörelse")
        verbose_name_plural = _("tillgänglighetsredogörelser")


class AccessibilityIssue(Orderable):
    """Something that is known to be amiss: what, why, and when it will be mended."""

    page = ParentalKey(
        AccessibilityPage, verbose_name=_("redogörelse"), on_delete=models.CASCADE, related_name="issues"
    )
    what = models.TextField(_("vad som brister"), help_text=_("Så att den som berörs känner igen sig."))
    reason = models.CharField(_("varför"), max_length=10, choices=Reason.choices, default=Reason.NOT_YET)
    criterion = models.CharField(
        _("krav"), max_length=100, blank=True, help_text=_("Till exempel: WCAG 1.3.1 Information och relationer.")
    )
    mended_by = models.DateField(_("åtgärdas senast"), null=True, blank=True)

    panels = [
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("reason"), FieldPanel("mended_by")]),
        FieldPanel("criterion"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("brist")
        verbose_name_plural = _("brister")

    def __str__(self):
        return self.what[:60]


class AccessibilityMessage(models.Model):
    """What somebody told of a barrier, without having to say who they are."""

    text = models.TextField(_("vad som hindrade"))
    address = models.CharField(_("sida"), max_length=500, blank=True)
    email = models.EmailField(_("e-post"), blank=True, help_text=_("Om den som skrev vill ha svar."))
    language = models.CharField(_("språk"), max_length=8)
    sent_at = models.DateTimeField(_("skickat"), auto_now_add=True)
    is_handled = models.BooleanField(_("klart"), default=False)
    note = models.TextField(_("vad vi har gjort"), blank=True)

    class Meta:
        verbose_name = _("meddelande om tillgänglighet")
        verbose_name_plural = _("meddelanden om tillgänglighet")
        ordering = ["is_handled", "-sent_at", "-pk"]

    def __str__(self):
        return self.text[:60]
