from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.meetings"
    label = "meetings"
    verbose_name = _("Träffar")

    def ready(self):
        from members.files import registry
        from members.meetings import receivers, rules, services  # noqa: F401 (receivers listen; all need the models)

        registry.register(services.MATERIAL_KIND, may_read=rules.may_read_material)
