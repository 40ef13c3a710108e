"""Accounts in Wagtail admin, and a person's own settings there."""

from urllib.parse import urlencode

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.ui.tables import BooleanColumn, BulkActionsCheckboxColumn
from wagtail.admin.views import generic
from wagtail.admin.views.account import (
    AccountView,
    AvatarSettingsPanel,
    ChangePasswordPanel,
    NameEmailSettingsPanel,
)
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from members.accounts import services
from members.accounts.models import User
from portal.core.access import may
from portal.core.cells import PlainCells
from portal.core.permission_policies import RulesPermissionPolicy
from portal.core.viewsets import OneByOne
from portal.core.viewsets.columns import DayColumn

#: What is done to several at once in the list, and to one from its own page: action, words, icon.
CLOSE = ("close", _("Stäng kontot"), "lock")
OPEN_AGAIN = ("open", _("Öppna kontot igen"), "lock-open")


class AccountPolicy(RulesPermissionPolicy):
    """Seeing and changing an account in Wagtail admin is a right of its own.

    `accounts.change_user` is about oneself. Wagtail's bulk actions on users ask for it, and so find nobody who may
    hand out groups by hand.
    """

    def permission_for(self, action):
        """Return the rule's name."""
        return super().permission_for("administer" if action in {"view", "change"} else action)


class AccountForm(forms.ModelForm):
    """Name and contact: never address, password, factors or groups. Closing asks for a code, on a page of its own."""

    class Meta:
        model = User
        fields = ["name", "title", "phone", "language"]


class AccountEditView(generic.EditView):
    """An account, changed through the service."""

    @property
    def header_more_buttons(self):
        """Add the ways to vouching for the person and to closing the account, which organisations register."""
        buttons = super().header_more_buttons
        if self.object.pk != self.request.user.pk:
            action, label, icon = CLOSE if self.object.is_active else OPEN_AGAIN
            path = reverse("wagtail_bulk_action", args=["accounts", "user", action])
            asked = urlencode({"id": self.object.pk, "next": self.request.path})
            buttons.append(Button(label, url=f"{path}?{asked}", icon_name=icon, priority=40))
        if may(self.request.user, "accounts.vouch_user", self.object):
            url = reverse("vouch_for_account", args=[self.object.pk])
            buttons.append(Button(_("Har tappat telefonen"), url=url, icon_name="mobile-alt", priority=30))
        return buttons

    def save_instance(self):
        """Let the service save, on a copy: the form has written into the object already."""
        self.has_content_changes = self.form.has_changed()
        account = User.objects.get(pk=self.object.pk)
        services.change_details(account=account, by=self.request.user, **self.form.cleaned_data)
        return account


class AccountIndexView(PlainCells, generic.IndexView):
    """The listing, taken out as a file by whoever has just shown a code, and what is done to several at once."""

    @cached_property
    def bulk_actions(self):
        """What the portal itself offers; Wagtail's own give out groups by hand and delete."""
        found = bulk_action_registry.get_bulk_actions_for_model("accounts", "user")
        return [action for action in found if issubclass(action, OneByOne)]

    @cached_property
    def columns(self):
        """Begin with boxes to tick."""
        return [BulkActionsCheckboxColumn("bulk_actions", obj_type="user"), *super().columns]

    def to_row_dict(self, item):
        """Write words and days rather than codes and moments."""
        days = {name: getattr(item, name) for name in ("created_at", "last_login")}
        words = {"language": item.get_language_display(), "is_active": _("Ja") if item.is_active else _("Nej")}
        days = {name: timezone.localdate(moment) if moment else None for name, moment in days.items()}
        return super().to_row_dict(item) | words | days

    def get(self, request, *args, **kwargs):
        """Answer with the listing, or with the file; the record says which columns were taken away."""
        if self.is_export:
            services.note_export(by=request.user, fields=self.list_export)
        return super().get(request, *args, **kwargs)


class UserViewSet(ModelViewSet):
    """Accounts for administrators: listed, searched, corrected, closed, exported. People come by invitation."""

    model = User
    icon = "user"
    menu_label = _("Konton")
    menu_name = "users"
    menu_order = 600
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    edit_view_class = AccountEditView
    list_display = [
        "name",
        "email",
        BooleanColumn("is_active", label=_("Öppet"), sort_key="is_active"),
        DayColumn("last_login", label=_("Loggade in"), sort_key="last_login"),
    ]
    index_view_class = AccountIndexView
    index_template_name = "wagtailusers/users/index.html"
    list_export = ["name", "email", "title", "phone", "language", "is_active", "created_at", "last_login"]
    export_filename = "konton"
    list_filter = ["is_active", "is_demonstration"]
    search_fields = ["name", "email"]
    ordering = "name"

    @property
    def permission_policy(self):
        """Ask rules."""
        return AccountPolicy(User)

    def get_form_class(self, for_update=False):
        """Return the form; there is none for making an account, and no right to it."""
        return AccountForm


class AdminAccountView(AccountView):
    """Language, theme and notices of Wagtail admin; name, address, password and factors stand at /konto/."""

    ELSEWHERE = (NameEmailSettingsPanel, AvatarSettingsPanel, ChangePasswordPanel)

    def get_panels(self):
        """Return Wagtail's panels without those."""
        return [panel for panel in super().get_panels() if not isinstance(panel, self.ELSEWHERE)]


admin_account = never_cache(require_admin_access(AdminAccountView.as_view()))


@never_cache
def admin_login(request):
    """Stand in for Wagtail's own login, which knows no second factor; only who is inside comes here."""
    return redirect("wagtailadmin_home" if request.user.has_perm("wagtailadmin.access_admin") else "accounts:login")
