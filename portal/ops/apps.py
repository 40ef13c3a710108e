from django.apps import AppConfig


class OpsConfig(AppConfig):
    """Commands that span apps."""

    name = "portal.ops"
    label = "ops"

    def ready(self):
        """Say of every app's models what becomes of their rows."""
        from portal.core import classification
        from portal.ops.classification import CLASSIFIED

        classification.register(CLASSIFIED)
