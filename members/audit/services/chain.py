"""The chain of the record: who changes, removes or slips in a record breaks it.

Records are sealed when they are committed and stay, once a minute by the clock, rather than as they are written:
the digest of the one before is a thing that all writers would have to wait for in line, until the other's whole
change is done, and two that lock other things in another order would wait for ever (docs/decisions/0050).
"""

import hashlib
import json
import logging
from dataclasses import dataclass
from datetime import UTC, timedelta

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from members.audit.models import Anchor, Check, Link, Record

logger = logging.getLogger(__name__)

GENESIS = "0" * 64
# A record that is written now is committed within this: sealing looks no further back.
LONGEST_TRANSACTION = timedelta(hours=24)
AT_A_TIME = 2000
DAILY = timedelta(hours=24)
TOLD = (
    "actor_id",
    "actor_label",
    "on_behalf_of",
    "action",
    "object_type",
    "object_id",
    "object_label",
    "network_id",
    "fields",
    "request_id",
)


def digest_of(record, number, previous):
    """Return the SHA-256 of the record in its place, in hexadecimal.

    Digests are kept for years: the formula can never change. A field that is added to Record later stays outside.
    """
    told = [number, previous, record.pk, record.at.astimezone(UTC).isoformat(timespec="microseconds")]
    told += [getattr(record, name) for name in TOLD]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def head():
    """Return the number and the digest of the chain's end."""
    for model in (Link, Anchor):
        last = model.objects.order_by("-number").first()
        if last is not None:
            return last.number, last.digest
    return 0, GENESIS


def seal_recent():
    """Seal what has been recorded within a day; the clock calls it each minute."""
    return seal(since=timezone.now() - LONGEST_TRANSACTION)


def seal(since=None):
    """Give every record that has none its place at the end of the chain; return how many were sealed."""
    count = 0
    while sealed := _seal_some(since):
        count += sealed
    return count


def unsealed(since=None):
    """Return the records that have no place in the chain yet."""
    records = Record.objects.filter(at__gte=since) if since else Record.objects.all()
    return records.filter(~models.Exists(Link.objects.filter(record_id=models.OuterRef("pk"))))


def _seal_some(since):
    """Seal up to so many at a time; a place is taken once, so of two that seal at once the other gives way."""
    try:
        with transaction.atomic():
            number, previous = head()
            links = []
            for record in unsealed(since).order_by("pk")[:AT_A_TIME]:
                number += 1
                digest = digest_of(record, number, previous)
                links.append(Link(number=number, record_id=record.pk, previous=previous, digest=digest))
                previous = digest
            Link.objects.bulk_create(links)
    except IntegrityError:
        return 0
    return len(links)


@dataclass(frozen=True)
class Verdict:
    """What verifying the chain found: where it ends, how many records it holds, and the first fault, if any."""

    number: int
    digest: str
    records: int
    fault: str = ""


def verify(*, expected=None):
    """Seal what waits, go through the whole chain, keep what was found, and return it.

    `expected` is a (number, digest) that was noted outside the portal. The end at the last check is held against as
    well, so that a chain cut short is found.
    """
    seal()
    verdict = _walk(_marks(expected))
    Check.objects.create(number=verdict.number, digest=verdict.digest, fault=verdict.fault)
    if verdict.fault:
        logger.error("The record's chain is broken: %s", verdict.fault)
    else:
        logger.info("The record's chain is whole: %s records, ends in %s:%s", *_told(verdict))
    return verdict


def verify_daily():
    """Verify the chain if that was not done within a day; return the verdict, or None. The clock calls it."""
    if Check.objects.filter(at__gt=timezone.now() - DAILY).exists():
        return None
    return verify()


def _told(verdict):
    return verdict.records, verdict.number, verdict.digest


def _marks(expected):
    """Return the digests that links of certain numbers must have, by number."""
    marks = dict([expected] if expected else [])
    last = Check.objects.filter(fault="").order_by("-pk").first()
    if last is not None:
        marks.setdefault(last.number, last.digest)
    return marks


def _walk(marks):
    anchor = Anchor.objects.order_by("-number").first()
    number, previous = (anchor.number, anchor.digest) if anchor else (0, GENESIS)
    count = 0
    while links := list(Link.objects.filter(number__gt=number).order_by("number")[:AT_A_TIME]):
        records = Record.objects.in_bulk([link.record_id for link in links])
        for link in links:
            fault = _fault(link, records.get(link.record_id), number, previous, marks)
            if fault:
                return Verdict(number, previous, count, fault)
            number, previous, count = link.number, link.digest, count + 1
    missing = [mark for mark in marks if mark > number]
    if missing:
        return Verdict(number, previous, count, f"the chain ends at {number}, but has been as long as {max(missing)}")
    if anchor and marks.get(anchor.number, anchor.digest) != anchor.digest:
        return Verdict(number, previous, count, f"the anchor {anchor.number} is another than it was")
    return Verdict(number, previous, count)


def _fault(link, record, number, previous, marks):
    """Return what is wrong with the link that should follow this number and digest; nothing if it does."""
    if link.number != number + 1:
        return f"link {number + 1} is missing"
    if link.previous != previous:
        return f"link {link.number} does not follow the one before"
    if record is None:
        return f"record {link.record_id} of link {link.number} is missing"
    if digest_of(record, link.number, previous) != link.digest:
        return f"record {record.pk} of link {link.number} has been changed"
    if marks.get(link.number, link.digest) != link.digest:
        return f"link {link.number} is another than it was"
    return ""
