"""Writing, sending and discarding mailings."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.mailings import emails
from members.mailings.models import Mailing, MailingReceipt
from members.organisations.models import Network
from portal.core.shared_texts import mark_of


class AlreadySent(Exception):
    """It has gone out, and is not changed any more."""


class HasChanged(Exception):
    """It says something else, or others would get it, than what the coordinator has seen."""


class StaleDraft(Exception):
    """The draft has been changed since it was opened; `mailing` is what is saved. Nothing was saved now."""

    def __init__(self, mailing):
        super().__init__()
        self.mailing = mailing


@transaction.atomic
def write(*, mailing, by, opened=""):
    """Save the draft, a new one or a changed one, and return it. A new one sent twice is one draft.

    `opened` is the mark of the draft as it was opened. Raises StaleDraft when somebody has saved something else
    since, and AlreadySent.
    """
    is_new = mailing.pk is None
    saved = _same_draft(mailing, by) if is_new else _draft(mailing)
    if saved is not None and saved.mark == mailing.mark:
        return saved
    if saved is not None and saved.mark != opened:
        raise StaleDraft(saved)
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
    """Mail it, once, to those whom `reach(mailing)` gives; return how many they are.

    Under the draft's lock: sent twice at once it goes out once. `seen` is the mark of what the coordinator was shown
    (`mark_of_sending`). Raises AlreadySent, or HasChanged when the letter or those who get it are others by now.
    """
    mailing = _draft(mailing)
    rows = reach(mailing).rows
    if mark_of_sending(mailing, rows) != seen or not rows:
        raise HasChanged
    mailing.sent_at = timezone.now()
    mailing.written_by = by
    mailing.save(update_fields=["sent_at", "written_by"])
    receipts = [MailingReceipt(mailing=mailing, user=row.user, organisation=row.organisation) for row in rows]
    MailingReceipt.objects.bulk_create(receipts)
    record(action="mailings.send", by=by, obj=mailing, network=mailing.network, fields=[f"count:{len(rows)}"])
    for row in rows:
        emails.mailing(mailing=mailing, to=row.user, by=by)
    return len(rows)


def mark_of_sending(mailing, rows):
    """Return a short mark of what is shown before sending: the letter, and the people of the memberships `rows`."""
    people = sorted(row.user_id for row in rows)
    return f"{mailing.mark}-{mark_of(str(people))}"


def _same_draft(mailing, by):
    Network.objects.select_for_update().get(pk=mailing.network_id)
    drafts = Mailing.objects.drafts().filter(network_id=mailing.network_id, written_by=by)
    return next((draft for draft in drafts if draft.mark == mailing.mark), None)


def _draft(mailing):
    mailing = Mailing.objects.select_for_update(of=("self",)).select_related("network").get(pk=mailing.pk)
    if mailing.is_sent:
        raise AlreadySent
    return mailing
