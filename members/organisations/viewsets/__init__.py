"""Networks, memberships, invitations and the register in Wagtail admin."""

from django.utils.translation import gettext_lazy
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from members.organisations.viewsets.accounts import CloseAccountsBulkAction, OpenAccountsBulkAction
from members.organisations.viewsets.invitations import InvitationViewSet, RenewBulkAction, WithdrawBulkAction
from members.organisations.viewsets.memberships import EndBulkAction, MembershipViewSet
from members.organisations.viewsets.networks import NetworkViewSet
from members.organisations.viewsets.register import EndOrganisationsBulkAction, OrganisationViewSet

__all__ = [
    "CloseAccountsBulkAction",
    "EndBulkAction",
    "EndOrganisationsBulkAction",
    "InvitationViewSet",
    "MembershipViewSet",
    "NetworkViewSet",
    "OpenAccountsBulkAction",
    "OrganisationViewSet",
    "OrganisationsGroup",
    "RenewBulkAction",
    "WithdrawBulkAction",
]


class OrganisationsGroup(SnippetViewSetGroup):
    """One entry in Wagtail's menu for all four."""

    menu_label = gettext_lazy("Nätverk och deltagare")
    menu_icon = "group"
    menu_order = 130
    add_to_admin_menu = True
    items = (NetworkViewSet, MembershipViewSet, InvitationViewSet, OrganisationViewSet)
