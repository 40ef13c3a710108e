"""What publishing leads to: the thread, the record, and telling participants once, when the assignment has opened."""

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from members.assignments import emails
from members.assignments.models import Assignment
from members.assignments.services.recipients import participants
from members.audit.services import record
from members.forum.enums import Shelf
from members.forum.services import open_thread_for, rename_thread
from members.notifications.registry import key_of
from members.notifications.services import forget, notify


@transaction.atomic
def publish(*, assignment, by):
    """Write down that an assignment, or a new version of it, was published; open its thread and tell people of it."""
    assignment = _locked(assignment.pk)
    network = assignment.network
    record(action="assignments.publish", by=by, obj=assignment, network=network)
    if assignment.thread is None:
        assignment.thread = open_thread_for(network=network, title=assignment.title, by=None, shelf=Shelf.ASSIGNMENTS)
        assignment.save(update_fields=["thread"])
    else:
        rename_thread(thread=assignment.thread, title=assignment.title, by=by)
    tell_of_assignment.enqueue(assignment.pk)


@task()
def tell_of_assignment(assignment_id):
    """Tell the network of the assignment, by notice and mail; a second call does nothing."""
    return _tell(assignment_id)


def tell_due():
    """Tell of assignments that have opened since they were published; return how many were told of."""
    return sum(_tell(pk) for pk in Assignment.objects.untold().values_list("pk", flat=True))


@transaction.atomic
def _tell(assignment_id):
    """Return whether people were told: never twice, nor before it opens, nor in a finished network."""
    assignment = _locked(assignment_id)
    if assignment.told_at is not None or not assignment.is_open:
        return False
    assignment.told_at = timezone.now()
    assignment.save(update_fields=["told_at"])
    record(action="assignments.tell", obj=assignment, network=assignment.network, fields=["told_at"])
    notify(
        users=participants(assignment.network_id),
        kind="assignments.new",
        key=key_of(assignment),
        title=assignment.title,
        url=assignment.get_absolute_url(),
        network=assignment.network,
        email=lambda user: emails.new_assignment(user, assignment),
    )
    return True


@transaction.atomic
def record_unpublishing(*, assignment, by):
    """Write down that the assignment was taken back; its title leaves people's notices."""
    forget(key=key_of(assignment), by=by)
    record(action="assignments.unpublish", by=by, obj=assignment, network=assignment.network)


@transaction.atomic
def record_deletion(*, assignment, by):
    """Write down that the assignment was removed; its title leaves people's notices."""
    forget(key=key_of(assignment), by=by)
    record(action="assignments.delete", by=by, obj=assignment, network=assignment.network)


def _locked(pk):
    # Without a join to the thread: PostgreSQL, having waited for the lock, would not see one that was just made.
    return Assignment.objects.select_for_update(of=("self",)).select_related("network").get(pk=pk)
