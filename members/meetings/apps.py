from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.meetings"
    label = "meetings"
    verbose_name = _("Träffar")

    def ready(self):
        from members.meetings import rules  # noqa: F401 (the table of permissions; needs the models)
