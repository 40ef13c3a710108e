from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Wires the app."""

    name = "home"
    verbose_name = _("Webbplatsen")

    def ready(self):
        from home import receivers  # noqa: F401 (listens to Wagtail)
        from home.emails import NEXT_INVITATION
        from portal.core import caching, subscriptions

        # Who takes part stands on the networks' pages.
        caching.shows("organisations.Membership")
        subscriptions.register(
            subscriptions.Topic(
                name=NEXT_INVITATION,
                title=_("Nästa inbjudan"),
                text=_("Ett mejl när det går att anmäla sig till ett nytt nätverk. Inget annat."),
                back="/inbjudan/",
            )
        )
