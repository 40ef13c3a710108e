"""Who may do what with assignments, submissions and feedback."""

import rules

from members.assignments.enums import SubmissionState, Visibility
from members.organisations.rules import is_coordinator, is_in_network, is_of_organisation, network_is_running


@rules.predicate
def is_published(user, assignment):
    """The assignment is published."""
    return assignment is not None and assignment.live


@rules.predicate
def is_opened_to_network(user, submission):
    """The organisation lets the network read what it has handed in."""
    return (
        submission is not None
        and submission.state != SubmissionState.DRAFT
        and submission.visibility in (Visibility.NETWORK, Visibility.PUBLIC)
    )


may_write = is_coordinator & network_is_running

rules.add_perm("assignments.view_assignment", (is_in_network & is_published) | is_coordinator)
rules.add_perm("assignments.add_assignment", may_write)
rules.add_perm("assignments.change_assignment", may_write)
rules.add_perm("assignments.publish_assignment", may_write)
rules.add_perm("assignments.delete_assignment", may_write)
rules.add_perm(
    "assignments.view_submission", is_of_organisation | (is_in_network & is_opened_to_network) | is_coordinator
)
rules.add_perm("assignments.change_submission", is_of_organisation & network_is_running)
rules.add_perm("assignments.give_feedback", may_write)
