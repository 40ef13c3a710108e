from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.files"
    label = "files"
    verbose_name = _("Filer")

    def ready(self):
        from members.files import rules  # noqa: F401 (the table of permissions; needs the models)
