"""Applications, seen by the coordinators of their network."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from members.organisations.access import coordinated_network_ids
from members.organisations.querysets import is_portal_administrator
from members.registration.enums import SEATED, UNDECIDED, ApplicationState, DecisionState


class ApplicationQuerySet(models.QuerySet):
    """Applications from organisations."""

    def visible_to(self, user):
        """Those to networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(network_id__in=coordinated_network_ids(user))

    def seated(self):
        """Those that hold a seat: confirmed, with a condition, or offered one that they have not answered yet."""
        return self.filter(Q(state__in=SEATED) | Q(state=ApplicationState.WAITING, offer_expires_at__gt=timezone.now()))

    def past_decision_date(self):
        """Those whose board should have decided by now: the date has been, and nobody has said what came of it."""
        return self.filter(
            decision_state=DecisionState.SCHEDULED, decision_date__lt=timezone.localdate(), state__in=UNDECIDED
        )

    def queue(self):
        """Those that wait for a seat, in the order in which they applied."""
        return self.filter(state=ApplicationState.WAITING).order_by("submitted_at", "pk")


class OnBehalfQuerySet(models.QuerySet):
    """Drafts that a coordinator wrote on behalf of an organisation."""

    def visible_to(self, user):
        """Those to networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(draft__network_id__in=coordinated_network_ids(user))

    def waiting(self):
        """Those that the organisation has not confirmed; in a finished network nothing waits."""
        return self.filter(draft__application=None, draft__network__archived_at=None)


class InvoiceLineQuerySet(models.QuerySet):
    """Lines of the invoice basis."""

    def visible_to(self, user):
        """Those of the networks that the person coordinates; all for an administrator."""
        if is_portal_administrator(user):
            return self
        return self.filter(application__network_id__in=coordinated_network_ids(user))
