"""Closing and opening several accounts at once, in the list that members.accounts keeps."""

from django.utils.translation import gettext_lazy
from wagtail.admin.views.bulk_action import BulkAction

from members.accounts.models import User
from members.accounts.services import change_details
from members.accounts.viewsets import UserViewSet
from members.organisations import services
from members.organisations.models import Membership
from members.organisations.viewsets.shared import left_alone
from portal.core.access import may
from portal.core.viewsets import OneByOne, listed


class AccountBulkAction(OneByOne, BulkAction):
    """For administrators who have just shown a code; nobody closes their own account."""

    models = [User]
    asks_for_code = True
    is_active = None

    def get_all_objects_in_listing_query(self, parent_id):
        """Return the ids of "select all": the list as it was searched and filtered."""
        return list(listed(UserViewSet("wagtailusers_users"), self.request).values_list("pk", flat=True))

    def check_perm(self, account):
        """Whether the person looks after accounts, and it is not their own."""
        return may(self.request.user, "accounts.administer_user", account) and account.pk != self.request.user.pk

    def get_context_data(self, **kwargs):
        """Add what the page's head shows."""
        return super().get_context_data(**kwargs) | {"header_icon": "user"}

    def get_execution_context(self):
        """Hand the action to what is done row by row."""
        return super().get_execution_context() | {"self": self}

    def act(self, row, by):
        """Close or open it; one that is so already stays as it is, and so does the last administrator's."""
        if row.is_active == self.is_active:
            return False
        try:
            change_details(account=row, by=by, is_active=self.is_active)
        except services.LastAdministrator:
            return False
        return True


class CloseAccountsBulkAction(AccountBulkAction):
    """Closes several accounts."""

    is_active = False
    action_type = "close"
    display_name = gettext_lazy("Stäng")
    aria_label = gettext_lazy("Stäng valda konton")
    question = gettext_lazy("Vill du stänga de här kontona? De loggas ut genast och kan inte logga in.")
    classes = {"serious"}

    def warning(self, rows):
        """Say which networks would be left without a coordinator."""
        held = Membership.objects.current().filter(user__in=rows, network__isnull=False)
        return left_alone(held.select_related("network"))


class OpenAccountsBulkAction(AccountBulkAction):
    """Opens several accounts again."""

    is_active = True
    action_type = "open"
    display_name = gettext_lazy("Öppna")
    aria_label = gettext_lazy("Öppna valda konton igen")
    question = gettext_lazy("Vill du öppna de här kontona igen? De som har en plats kvar kommer in som förut.")
