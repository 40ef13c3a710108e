"""Every write of notices: telling people, and their marking things as read.

Telling is a consequence of something that has its own line in the audit record, and so has none of its own.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from members.audit import services as audit
from members.notifications.models import Notification, Preference
from members.notifications.registry import kind_named
from portal.core.middleware import split_language

KEPT = timedelta(days=180)


@transaction.atomic
def notify(*, users, kind, key, title, url, by=None, network=None, email=None):
    """Tell people, in the portal and by mail, that something concerns them; return those who were told.

    `key` says what it is about (registry.key_of): a later event of the same key renews a notice that is still
    unread. `by`, whoever did it, is told nothing, nor is anybody who may not see it now. `email(user)` writes one
    person's mail into the outbox, with a dedup key of its own; it is called for those who want mail of this kind.
    `url` is a path of the portal, kept without language. With `network`, the notice goes out of sight for whoever
    leaves it. Many people are told in a task, not in a request.
    """
    about = kind_named(kind)
    chosen = {user.pk: user for user in users if user.is_active and (by is None or user.pk != by.pk)}
    chosen = {pk: user for pk, user in chosen.items() if about.may_see(user, key)}
    told = list(chosen.values())
    if not told:
        return []
    fields = {
        "kind": kind,
        "title": str(title)[:250],
        "url": split_language(url)[1],
        "network_id": network.pk if network is not None else None,
        "created_at": timezone.now(),
    }
    _renew(chosen, key, fields)
    if email is not None:
        silent = set(Preference.objects.filter(kind=kind, user__in=told, email=False).values_list("user_id", flat=True))
        for user in told:
            if user.pk not in silent:
                email(user)
    return told


def _renew(chosen, key, fields):
    unread = Notification.objects.unread().filter(key=key, user_id__in=chosen).select_for_update()
    renewed = set(unread.values_list("user_id", flat=True))
    unread.update(count=F("count") + 1, **fields)
    Notification.objects.bulk_create(
        [Notification(user=user, key=key, **fields) for pk, user in chosen.items() if pk not in renewed],
        ignore_conflicts=True,
    )


def mark_read(*, keys, by):
    """Mark the person's notices of these things as read: they have been seen where they stand.

    A read mark, so no audit record; one statement, so no transaction of its own.
    """
    read = Notification.objects.unread().filter(user=by, key__in=keys).update(read_at=timezone.now())
    if read and hasattr(by, "_unread_notices"):
        by._unread_notices -= read
    return read


def mark_all_read(*, by):
    """Mark all the person's notices as read; return how many there were."""
    return Notification.objects.unread().filter(user=by).update(read_at=timezone.now())


@transaction.atomic
def forget(*, key, by):
    """Take away everybody's notices of a thing that has been removed: its title must not linger."""
    notices = Notification.objects.filter(key=key)
    if notices.exists():
        notices.delete()
        audit.record(action="notifications.forget", by=by)


def forget_old():
    """Delete the notices of more than half a year ago, read or not; return how many."""
    return Notification.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]


@transaction.atomic
def choose_mail(*, choices, by):
    """Keep which kinds of notice the person wants by mail: `choices` is {kind: bool}."""
    Preference.objects.bulk_create(
        [Preference(user=by, kind=kind, email=wanted) for kind, wanted in choices.items()],
        update_conflicts=True,
        unique_fields=["user", "kind"],
        update_fields=["email"],
    )
    audit.record(action="notifications.choose_mail", by=by, fields=sorted(choices))
