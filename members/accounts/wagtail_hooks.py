"""What accounts register with Wagtail."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from members.accounts.views.policy import policy
from portal.core.access import may


class PolicyMenuItem(MenuItem):
    """Shown to administrators."""

    def is_shown(self, request):
        """Whether the person may decide about logging in."""
        return may(request.user, "accounts.administer_user")


@hooks.register("register_admin_urls")
def policy_urls():
    """The page; it asks its rule itself."""
    return [path("regler-for-inloggning/", policy, name="accounts_policy")]


@hooks.register("register_settings_menu_item")
def policy_menu_item():
    """The way there."""
    return PolicyMenuItem(_("Regler för inloggning"), reverse_lazy("accounts_policy"), icon_name="lock", order=610)
