"""What stands under a listing in Wagtail admin."""

from django import template
from wagtail.admin.templatetags.wagtailadmin_tags import bulk_action_choices
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def offered_bulk_actions(context, app_label, model_name):
    """Wagtail's buttons for several rows, without those that a scoped listing does not offer the person."""
    shown = bulk_action_choices(context, app_label, model_name)
    offered = getattr(context.get("view"), "bulk_actions", None)
    if offered is not None:
        found = bulk_action_registry.get_bulk_actions_for_model(app_label, model_name)
        refused = {action.display_name for action in found if action not in offered}
        shown["buttons"] = [button for button in shown["buttons"] if button.label not in refused]
    return shown
