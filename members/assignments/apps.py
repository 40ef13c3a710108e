from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from members.files import registry as files
from members.notifications import registry as notices


class AssignmentsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.assignments"
    label = "assignments"
    verbose_name = _("Mellan träffarna")

    def ready(self):
        from members.assignments import receivers, rules  # noqa: F401 (signals and permissions; they need the models)
        from portal.core import outbox

        files.register("assignments.attachment", may_read=rules.may_read_file)
        notices.register("assignments.new", label=_("Ny uppgift"), may_see=may_see_assignment)
        notices.register("assignments.submitted", label=_("Svar har skickats in"), may_see=may_see_submission)
        notices.register("assignments.feedback", label=_("Återkoppling på ert svar"), may_see=may_see_feedback)
        for name, may_see in (("new_assignment", may_see_assignment), ("feedback", may_see_feedback)):
            outbox.recheck(f"members/assignments/email/{name}", still=still_by(may_see))


def may_see_assignment(user, key):
    """Whether the person sees the assignment now."""
    from members.assignments.models import Assignment

    return Assignment.objects.visible_to(user).filter(pk=notices.pk_in(key)).exists()


def may_see_submission(user, key):
    """Whether the person sees the answer now."""
    from members.assignments.models import Submission

    return Submission.objects.visible_to(user).filter(pk=notices.pk_in(key)).exists()


def may_see_feedback(user, key):
    """Whether the person sees the answer that the feedback is about."""
    from members.assignments.models import Submission

    return Submission.objects.visible_to(user).filter(versions__feedback=notices.pk_in(key)).exists()


def still_by(may_see):
    """Return the question of a mail: whether whoever gets it may see what it tells of."""

    def still(message):
        key = message.dedup.rpartition(":")[0]
        return message.recipient is not None and may_see(message.recipient, key)

    return still
