from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.forum"
    label = "forum"
    verbose_name = _("Forum")

    def ready(self):
        from members.forum import rules  # noqa: F401 (the table of permissions; needs the models)
