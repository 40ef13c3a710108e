"""Who may do what with assignments, submissions and feedback."""

import rules

from members.assignments.enums import OPENED
from members.assignments.models import Attachment
from members.organisations.rules import is_coordinator, is_in_network, is_of_organisation, network_is_running


@rules.predicate
def is_published(user, thing):
    """The assignment, or the assignment of the submission, is published."""
    return thing is not None and getattr(thing, "assignment", thing).live


@rules.predicate
def is_sent_in(user, submission):
    """The organisation has handed it in; before that it is the organisation's alone."""
    return submission is not None and submission.is_sent_in


@rules.predicate
def is_opened_to_network(user, submission):
    """The organisation lets the network read what it has handed in."""
    return submission is not None and submission.visibility in OPENED


may_follow = (is_of_organisation & is_published) | (is_coordinator & is_sent_in)


def may_read_file(user, file):
    """Whether the person may read a file of an answer.

    The organisation reads all of its files; the coordinator those that were sent in, in whichever version; the
    network, when the answer is opened to it, those of the newest version.
    """
    attachment = Attachment.objects.select_related("submission__assignment__network").filter(file=file).first()
    if attachment is None or not user.has_perm("assignments.view_submission", attachment.submission):
        return False
    if is_of_organisation(user, attachment.submission):
        return True
    numbers = set(attachment.versions.values_list("number", flat=True))
    if is_coordinator(user, attachment.submission):
        return bool(numbers)
    return attachment.submission.versions.values_list("number", flat=True).first() in numbers


may_write = is_coordinator & network_is_running

rules.add_perm("assignments.view_assignment", (is_in_network & is_published) | is_coordinator)
rules.add_perm("assignments.add_assignment", may_write)
rules.add_perm("assignments.change_assignment", may_write)
rules.add_perm("assignments.publish_assignment", may_write)
rules.add_perm("assignments.lock_assignment", may_write)
rules.add_perm("assignments.unlock_assignment", may_write)
rules.add_perm("assignments.administer_assignment", is_coordinator)
rules.add_perm("assignments.delete_assignment", may_write)
rules.add_perm(
    "assignments.view_submission", may_follow | (is_in_network & is_opened_to_network & is_sent_in & is_published)
)
rules.add_perm("assignments.view_history", may_follow)
rules.add_perm("assignments.change_submission", is_of_organisation & is_published & network_is_running)
rules.add_perm("assignments.follow_answers", is_coordinator)
rules.add_perm("assignments.give_feedback", is_coordinator & is_sent_in & network_is_running)
