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

        files.register("assignments.attachment", may_read=rules.may_read_file)
        notices.register("assignments.new", label=_("Ny uppgift"), may_see=may_see_assignment)
        notices.register("assignments.submitted", label=_("Svar har skickats in"), may_see=may_see_submission)
        notices.register("assignments.feedback", label=_("Återkoppling på ert svar"), may_see=may_see_feedback)


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
