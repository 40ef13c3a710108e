"""Dates that follow today: which rows they stand in, and how they are moved as long as nobody has edited the row."""

import hashlib
from datetime import datetime, time, timedelta

from django.apps import apps
from django.utils import timezone

from portal.ops.models import SeededRow

# For each model: what moves, and what is looked at, besides, to tell whether somebody has edited the row.
# Counters, read marks and links that the portal keeps by itself are no edits.
MOVING = {
    "organisations.network": (
        ["registration_opens_date", "last_registration_date", "first_meeting_at", "closes_at"],
        ["name", "description", "price_per_person_ore", "capacity", "archived_at"],
    ),
    "meetings.meeting": (
        ["starts_at", "ends_at"],
        ["title", "venue", "address", "intro", "live", "latest_revision_id"],
    ),
    "assignments.assignment": (
        ["opens_at", "due_at", "told_at"],
        ["title", "instructions", "cut_off_at", "live", "latest_revision_id"],
    ),
    "assignments.submission": (["submitted_at", "updated_at"], ["state", "visibility", "edit_number"]),
    "assignments.submissionversion": (["submitted_at"], ["answers"]),
    "assignments.feedback": (["created_at"], ["strength", "question", "outcome"]),
    "needs.inventory": (["updated_at"], ["situation", "present_work", "priorities", "sources", "edit_number"]),
    "forum.thread": (["created_at", "last_post_at"], ["title", "is_pinned", "is_locked", "last_number"]),
    "forum.post": (["created_at"], ["source", "html", "edited_at", "deleted_at"]),
    "registration.application": (
        ["submitted_at", "decision_date", "follow_up_date"],
        ["state", "organisation_name", "decision_state", "motive", "contacted_date"],
    ),
    "registration.draftlink": (["expires_at"], ["email"]),
    "registration.registrarlink": (["expires_at"], ["email", "withdrawn_at", "used_at"]),
    "registration.applicationdraft": (["created_at", "changed_at"], ["steps", "application_id", "decision_file_id"]),
    "registration.onbehalf": (["told_date", "mailed_at"], ["organisation_name", "email"]),
    "mailings.mailing": (["sent_at"], ["audience", "subject", "body", "subject_en", "body_en"]),
    "home.newspage": (["date", "first_published_at", "last_published_at"], ["title", "live", "latest_revision_id"]),
    "home.invitationmeeting": (["date"], ["number", "when_text", "starts", "ends", "place"]),
}
# What moves along and tells of no edit: the portal changes it by itself as time goes.
MOVED_BY_TIME = {
    "registration.application": ["offer_expires_at", "reminded_date"],
}


def monday(day):
    """Return the Monday of that day's week.

    Dates are counted from it, so that what falls on a weekday goes on doing so when it is moved.
    """
    return day - timedelta(days=day.weekday())


def moment(day, days, clock=time(9, 0)):
    """Return the aware moment so many days from `day`, at that time by the clock in Stockholm."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=days), clock))


def remember(rows, *, day):
    """Note the rows as the seed leaves them, read afresh so that the fingerprint is the database's."""
    by_model = {}
    for row in rows:
        by_model.setdefault(row._meta.label_lower, []).append(row.pk)
    memories = [
        SeededRow(object_type=label, object_id=str(row.pk), fingerprint=fingerprint(row), day=day)
        for label, pks in by_model.items()
        for row in apps.get_model(label)._base_manager.filter(pk__in=pks)
    ]
    SeededRow.objects.bulk_create(memories)


def fingerprint(row):
    """Return a hash of what tells whether the row has been edited."""
    moving, watched = MOVING[row._meta.label_lower]
    fields = {field.attname: field for field in row._meta.fields}
    values = [str(fields[name].value_to_string(row)) for name in (*moving, *watched)]
    return hashlib.sha256("\0".join(values).encode()).hexdigest()


def move(today):
    """Move the dates of all rows that nobody has edited to this week; return how many moved, and how many stayed."""
    today = monday(today)
    moved = stayed = 0
    for memory in SeededRow.objects.exclude(day=today):
        row = apps.get_model(memory.object_type)._base_manager.filter(pk=memory.object_id).first()
        if row is None or fingerprint(row) != memory.fingerprint:
            stayed += 1
            continue
        _move_row(row, memory, today)
        moved += 1
    return moved, stayed


def _move_row(row, memory, today):
    """Shift the row's dates by whole days, keeping the hour by the clock across March and October."""
    model, days = type(row), (today - memory.day).days
    moving, _watched = MOVING[memory.object_type]
    names = [*moving, *MOVED_BY_TIME.get(memory.object_type, [])]
    values = {name: _shifted(getattr(row, name), days) for name in names}
    model._base_manager.filter(pk=row.pk).update(**values)
    memory.fingerprint = fingerprint(model._base_manager.get(pk=row.pk))
    memory.day = today
    memory.save(update_fields=["fingerprint", "day"])


def _shifted(value, days):
    if value is None:
        return None
    if not isinstance(value, datetime):
        return value + timedelta(days=days)
    local = timezone.localtime(value).replace(tzinfo=None)
    return timezone.make_aware(local + timedelta(days=days))
