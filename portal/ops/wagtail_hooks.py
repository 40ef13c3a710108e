"""What is registered with Wagtail of what spans apps."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.ops import views


class NextNetworkMenuItem(MenuItem):
    """Shown to those who may start a network."""

    def is_shown(self, request):
        """Whether the person has a network to start from."""
        return request.user.has_perm("organisations.start_next_network")


@hooks.register("register_admin_urls")
def next_network_urls():
    """The pages; portal.core.admin_area lets people through to them, they ask the rule themselves."""
    return [path("nasta-natverk/", include("portal.ops.urls"))]


@hooks.register("register_admin_urls")
def network_ending_urls():
    """The pages that a network's own page leads to; they ask their rule themselves."""
    pages = [path("avsluta/", views.archive, name="archive"), path("oppna-igen/", views.reopen, name="reopen")]
    return [path("natverk/<int:pk>/", include((pages, "network_ending")))]


@hooks.register("register_admin_menu_item")
def next_network_menu_item():
    """The way there."""
    return NextNetworkMenuItem(
        _("Starta nästa nätverk"), reverse_lazy("next_network:choose"), icon_name="plus-inverse", order=131
    )
