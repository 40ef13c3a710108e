"""Registers what the public site has in Wagtail's admin."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from home.views import importing
from home.viewsets import AccessibilityMessageViewSet, AwaitingPanel
from members.public import networks_run_by

register_snippet(AccessibilityMessageViewSet)


@hooks.register("construct_homepage_panels")
def awaiting_panel(request, panels):
    """Begin the first page of the admin with what awaits the person."""
    panels.append(AwaitingPanel())


class ImportMenuItem(MenuItem):
    """Shown to those who run a network."""

    def is_shown(self, request):
        """Whether the person may read in an invitation."""
        return networks_run_by(request.user).exists()


@hooks.register("register_admin_urls")
def invitation_import_urls():
    """The pages; portal.core.admin_area lets people through to them, they ask for themselves."""
    pages = [path("", importing.upload, name="upload"), path("granska/", importing.review, name="review")]
    return [path("las-in-inbjudan/", include((pages, "invitation_import")))]


@hooks.register("register_admin_menu_item")
def invitation_import_menu_item():
    """The way there."""
    address = reverse_lazy("invitation_import:upload")
    return ImportMenuItem(_("Läs in en inbjudan"), address, icon_name="upload", order=132)
