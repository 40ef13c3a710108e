"""What the whole portal registers with Wagtail."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission

from portal.core.predicates import is_administrator
from portal.core.viewsets import ScopedDeleteBulkAction

# After Wagtail's own of the same name, which it replaces for the models of scoped viewsets.
hooks.register("register_bulk_action", ScopedDeleteBulkAction, order=100)


@hooks.register("insert_global_admin_js")
def admin_widgets():
    """Start pickers, choosers and inline panels without inline scripts."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin-widgets.js"))


@hooks.register("construct_page_chooser_queryset")
def public_pages_for_links(pages, request):
    """Let those without a say over pages link to the public ones alone: a draft's title is not theirs to read."""
    return pages if user_has_any_page_permission(request.user) else pages.live().public()


@hooks.register("construct_reports_menu")
def reports_for_administrators(request, menu_items):
    """Take the reports out of the menu of those who may not open them."""
    if not is_administrator(request.user):
        menu_items.clear()


@hooks.register("construct_help_menu")
def no_help_from_outside(request, menu_items):
    """Take Wagtail's help out of the menu: it leads to other sites, about a Wagtail that is not this one."""
    menu_items.clear()
