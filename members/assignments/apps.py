from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssignmentsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.assignments"
    label = "assignments"
    verbose_name = _("Mellan träffarna")

    def ready(self):
        from members.assignments import rules  # noqa: F401 (the table of permissions; needs the models)
