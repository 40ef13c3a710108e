from django.apps import AppConfig


class OpsConfig(AppConfig):
    """Commands that span apps."""

    name = "portal.ops"
    label = "ops"
