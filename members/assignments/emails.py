"""The mails of assignments: that something is asked, and that somebody has read the answer.

Neither tells what an organisation has written: a mailbox is not the portal.
"""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core import outbox


def new_assignment(user, assignment):
    """Tell a participant that there is a new assignment."""
    return outbox.send(
        to=user,
        template="members/assignments/email/new_assignment",
        context={
            "assignment": assignment,
            "action": _("Läs uppgiften"),
            "action_url": _address(user, assignment),
        },
        dedup=f"assignments.new:{assignment.pk}:{user.pk}",
        reply_to=coordinator_address(assignment.network_id),
    )


def feedback(user, given, submission):
    """Tell a participant that the coordinator has read the organisation's answer."""
    return outbox.send(
        to=user,
        template="members/assignments/email/feedback",
        context={
            "feedback": given,
            "assignment": submission.assignment,
            "organisation": submission.organisation,
            "action": _("Läs återkopplingen"),
            "action_url": _address(user, submission),
        },
        dedup=f"assignments.feedback:{given.pk}:{user.pk}",
        reply_to=given.author.email if given.author else "",
    )


def coordinator_address(network_id):
    """Return where an answer to the mail goes: to a human who leads the network, if there is one."""
    leads = Membership.objects.current().filter(network_id=network_id, role=Role.COORDINATOR, user__is_active=True)
    return leads.order_by("pk").values_list("user__email", flat=True).first() or ""


def _address(user, thing):
    """The page in the language of the person who gets the mail."""
    with translation.override(user.language):
        return f"{settings.SITE_URL}{thing.get_absolute_url()}"
