"""What the administrators of the site set."""

from django.db import models
from django.forms import Select
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import register_setting

from portal.core.pages import SiteSetting


@register_setting(icon="site", order=100)
class PortalSettings(SiteSetting):
    """What is the same on the whole site, in both languages."""

    invitation_network = models.ForeignKey(
        "organisations.Network",
        verbose_name=_("inbjudan som visas på /inbjudan/"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Nätverket vars inbjudan visas. Om inget är valt visas den som är öppen."),
    )
    contact_email = models.EmailField(_("e-post"), blank=True)
    contact_phone = models.CharField(_("telefon"), max_length=40, blank=True)
    contact_address = models.TextField(_("postadress"), blank=True)

    panels = [
        FieldPanel("invitation_network", widget=Select),
        MultiFieldPanel(
            [FieldPanel("contact_email"), FieldPanel("contact_phone"), FieldPanel("contact_address")],
            heading=_("Kontakt"),
            help_text=_("Visas på kontaktsidan."),
        ),
    ]

    class Meta:
        verbose_name = _("webbplatsen")
