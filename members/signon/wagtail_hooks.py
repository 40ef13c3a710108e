"""What signing on registers with Wagtail."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from members.signon.views.providers import add_provider, provider, providers
from portal.core.access import may


class ProvidersMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request):
        """Whether the person may decide how organisations sign on."""
        return may(request.user, "signon.administer_provider")


@hooks.register("register_admin_urls")
def provider_urls():
    """The pages; each asks its rule itself."""
    return [
        path("inloggning-for-organisationer/", providers, name="signon_providers"),
        path("inloggning-for-organisationer/ny/", add_provider, name="signon_add_provider"),
        path("inloggning-for-organisationer/<int:pk>/", provider, name="signon_provider"),
    ]


@hooks.register("register_settings_menu_item")
def providers_menu_item():
    """The way there."""
    url = reverse_lazy("signon_providers")
    return ProvidersMenuItem(_("Inloggning för organisationer"), url, icon_name="key", order=611)
