"""Removing records that have had their time, so that the chain still holds."""

import logging
from datetime import timedelta

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from members.audit.models import Anchor, Check, Link, Record
from members.audit.services.chain import head, seal
from members.audit.services.recording import record

logger = logging.getLogger(__name__)


@transaction.atomic
def purge():
    """Remove the records older than AUDIT_RETENTION_DAYS from the chain's beginning; return how many they were.

    An anchor keeps the digest of the last one removed, from which the first that stays must follow.
    """
    limit = timezone.now() - timedelta(days=settings.AUDIT_RETENTION_DAYS)
    if not Record.objects.filter(at__lt=limit).exists():
        return 0
    seal()
    last = _last_to_go(limit)
    if last is None:
        return 0
    going = Link.objects.filter(number__lte=last.number)
    with _purging():
        count = Record.objects.filter(pk__in=going.values("record_id")).purge()
        going.purge()
    Anchor.objects.create(number=last.number, digest=last.digest, records=count)
    Check.objects.filter(at__lt=limit).delete()
    record(action="audit.purge")
    logger.info("Purged %s records of what was done, up to link %s", count, last.number)
    return count


def _last_to_go(limit):
    """Return the last link before the first record that stays, or None when the very first one does."""
    young = Record.objects.filter(pk=models.OuterRef("record_id"), at__gte=limit)
    stays = Link.objects.filter(models.Exists(young)).order_by("number").first()
    number = stays.number - 1 if stays else head()[0]
    return Link.objects.filter(number=number).first()


class _purging:  # noqa: N801 (read as a verb: with _purging())
    """Let PostgreSQL's trigger pass removals, within this transaction alone; SQLite has no such trigger."""

    def __enter__(self):
        self._say("on")

    def __exit__(self, *_exception):
        if not connection.needs_rollback:
            self._say("off")

    @staticmethod
    def _say(word):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('portal.purging_the_record', %s, true)", [word])
