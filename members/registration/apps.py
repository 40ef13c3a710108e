from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Wires the app: its rules, mail that is looked after, and who may read a decision that was handed in."""

    name = "members.registration"
    label = "registration"
    verbose_name = _("Anmälan")

    def ready(self):
        from members.files import registry
        from members.organisations.queries import look_after_mail_too
        from members.registration import emails, rules  # noqa: F401 (the table of permissions; needs the models)
        from members.registration.queries import is_to_applicant, may_read_decision
        from members.registration.services import DECISION_KIND
        from portal.core import outbox

        outbox.recheck("members/registration/email/draft_link", still=emails.is_draft_still_open)
        outbox.recheck("members/registration/email/registrar_link", still=emails.is_registrar_link_still_open)
        outbox.recheck("members/registration/email/on_behalf", still=emails.is_still_to_be_confirmed)
        look_after_mail_too(is_to_applicant)
        registry.register(DECISION_KIND, may_read=may_read_decision)
