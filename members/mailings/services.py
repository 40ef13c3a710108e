"""Writing, sending and discarding mailings."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.mailings import emails
from members.mailings.models import Mailing, MailingReceipt


class AlreadySent(Exception):
    """It has gone out, and is not changed any more."""


class ReachHasChanged(Exception):
    """Others would get it than those whom the coordinator has seen."""


@transaction.atomic
def write(*, mailing, by):
    """Save the draft, a new one or a changed one, and return it. Raises AlreadySent."""
    is_new = mailing.pk is None
    if not is_new:
        _draft(mailing)
    mailing.written_by = by
    mailing.save()
    action = "mailings.write" if is_new else "mailings.change"
    record(action=action, by=by, obj=mailing, network=mailing.network)
    return mailing


@transaction.atomic
def discard(*, mailing, by):
    """Throw the draft away. Raises AlreadySent."""
    mailing = _draft(mailing)
    record(action="mailings.discard", by=by, obj=mailing, network=mailing.network)
    mailing.delete()


@transaction.atomic
def send(*, mailing, reach, seen, by):
    """Mail it, once, to those whom `reach(mailing)` gives; return the mailing.

    Under the draft's lock: sent twice at once it goes out once. `seen` is how many the coordinator was shown.
    Raises AlreadySent, or ReachHasChanged when there are more or fewer by now.
    """
    mailing = _draft(mailing)
    rows = reach(mailing).rows
    if len(rows) != seen or not rows:
        raise ReachHasChanged
    mailing.sent_at = timezone.now()
    mailing.written_by = by
    mailing.save(update_fields=["sent_at", "written_by"])
    receipts = [MailingReceipt(mailing=mailing, user=row.user, organisation=row.organisation) for row in rows]
    MailingReceipt.objects.bulk_create(receipts)
    record(action="mailings.send", by=by, obj=mailing, network=mailing.network, fields=[f"count:{len(rows)}"])
    for row in rows:
        emails.mailing(mailing=mailing, to=row.user, by=by)
    return mailing


def _draft(mailing):
    mailing = Mailing.objects.select_for_update(of=("self",)).select_related("network").get(pk=mailing.pk)
    if mailing.is_sent:
        raise AlreadySent
    return mailing
