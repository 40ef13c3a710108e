from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class CoreConfig(AppConfig):
    """Wires the system checks, what listens to saved pages, and the triggers that watch the public site's content."""

    name = "portal.core"
    label = "core"
    verbose_name = "Nätverksportalen"

    def ready(self):
        from portal.core import admin_widgets, checks, receivers  # noqa: F401 (registers them; needs the settings)

        admin_widgets.install()
        pre_migrate.connect(unwatch, sender=self)
        post_migrate.connect(watch, sender=self)


def unwatch(sender, using, plan, **kwargs):
    """Take the triggers away before tables change; a `migrate` that has nothing to do leaves them."""
    from portal.core.caching import watching  # it knows the models, which were not loaded when this file was

    if plan:
        watching.unwatch(using)


def watch(sender, using, **kwargs):
    """Make the triggers anew after migrating."""
    from portal.core.caching import watching

    watching.watch(using)
