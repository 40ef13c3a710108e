"""The invoice basis: what is owed is settled by lines, each a difference; and lines are taken away as a file."""

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.audit.services import record
from members.registration.enums import ApplicationState
from members.registration.models import InvoiceLine
from members.registration.models.invoice import REFERENCES

VAT_NOTE = _("Priset enligt inbjudan. Moms enligt utställarens regler.")


@transaction.atomic
def settle(*, application, by):
    """Add the line that makes the basis right: for each person of a confirmed place, and for no other.

    Nothing is added when it is right already. The caller holds the application's lock.
    """
    owed = application.participant_count if application.state == ApplicationState.ACCEPTED else 0
    settled = application.invoice_lines.aggregate(people=Sum("people"))["people"] or 0
    if owed == settled:
        return None
    line = InvoiceLine.objects.create(
        application=application,
        people=owed - settled,
        price_per_person_ore=application.price_per_person_ore,
        vat_note=str(VAT_NOTE),
        by=by,
        **{name: getattr(application, name) for name in REFERENCES},
    )
    record(action="registration.settle", by=by, obj=line, network=application.network, fields=["people"])
    return line


@transaction.atomic
def export_lines(*, network, by, is_new_only):
    """Return the network's lines, all or those never taken before, and mark when they were first taken."""
    lines = InvoiceLine.objects.select_for_update(of=("self",)).filter(application__network=network)
    if is_new_only:
        lines = lines.filter(exported_at=None)
    taken = list(lines.select_related("application"))
    now = timezone.now()
    InvoiceLine.objects.filter(pk__in=[line.pk for line in taken], exported_at=None).update(exported_at=now)
    for line in taken:
        line.exported_at = line.exported_at or now
    record(action="registration.export_invoiceline", by=by, obj=network, network=network)
    return taken
