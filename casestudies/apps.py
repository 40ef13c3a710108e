from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseStudiesConfig(AppConfig):
    """Wires the app."""

    name = "casestudies"
    verbose_name = _("Goda exempel")
