"""What organisations register with Wagtail."""

from django.urls import include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from members.organisations.views import importing, lost_mail
from members.organisations.views.vouching import vouch_for_account
from members.organisations.viewsets import (
    CloseAccountsBulkAction,
    EndBulkAction,
    EndOrganisationsBulkAction,
    OpenAccountsBulkAction,
    OrganisationsGroup,
    RenewBulkAction,
    WithdrawBulkAction,
)
from members.organisations.viewsets.lost_mail import LostMailPanel
from portal.core.access import may

register_snippet(OrganisationsGroup)
for _action in (
    EndBulkAction,
    EndOrganisationsBulkAction,
    RenewBulkAction,
    WithdrawBulkAction,
    CloseAccountsBulkAction,
    OpenAccountsBulkAction,
):
    hooks.register("register_bulk_action", _action)


class ImportMenuItem(MenuItem):
    """Shown to those who run a network."""

    def is_shown(self, request):
        """Whether the person may read in participants."""
        return may(request.user, "organisations.import_membership")


@hooks.register("register_admin_urls")
def import_urls():
    """The pages; portal.core.admin_area lets people through to them, they ask their rule themselves."""
    pages = [
        path("", importing.upload, name="upload"),
        path("bekrafta/", importing.confirm, name="confirm"),
        path("mall/", importing.template_file, name="template_file"),
    ]
    return [path("las-in-deltagare/", include((pages, "organisations_import")))]


@hooks.register("register_admin_menu_item")
def import_menu_item():
    """The way there."""
    address = reverse_lazy("organisations_import:upload")
    return ImportMenuItem(_("Läs in deltagare"), address, icon_name="upload", order=133)


@hooks.register("register_admin_urls")
def lost_mail_urls():
    """The list and its button; they ask their rule themselves."""
    pages = [path("", lost_mail.lost, name="list"), path("<int:pk>/igen/", lost_mail.retry, name="retry")]
    return [path("mejl-som-inte-kom-fram/", include((pages, "lost_mail")))]


@hooks.register("register_admin_urls")
def vouching_urls():
    """The page that an account's own page leads to; it asks its rule itself."""
    return [path("ga-i-god-for/<int:pk>/", vouch_for_account, name="vouch_for_account")]


@hooks.register("construct_homepage_panels")
def lost_mail_panel(request, panels):
    """Begin the first page of the admin with mail that did not get through."""
    panels.append(LostMailPanel())
