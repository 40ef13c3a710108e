from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseStudiesConfig(AppConfig):
    """Wires the app."""

    name = "casestudies"
    verbose_name = _("Goda exempel")

    def ready(self):
        from casestudies import receivers  # noqa: F401 (listens to Wagtail)
        from casestudies.services import EXAMPLES_TOPIC
        from portal.core import caching, pages, subscriptions

        caching.shows("casestudies.Adaptation")
        pages.when_missing("casestudies.views.withdrawn")
        subscriptions.register(
            subscriptions.Topic(
                name=EXAMPLES_TOPIC,
                title=_("Nya goda exempel"),
                text=_("Ett mejl den dag då något nytt exempel har publicerats, aldrig mer än ett om dagen."),
                back="/goda-exempel/",
            )
        )
