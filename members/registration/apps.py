from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistrationConfig(AppConfig):
    """Wires the app: its rules, and who may read a board's decision that was handed in."""

    name = "members.registration"
    label = "registration"
    verbose_name = _("Anmälan")

    def ready(self):
        from members.files import registry
        from members.registration import emails, rules  # noqa: F401 (the table of permissions; needs the models)
        from members.registration.queries import may_read_decision
        from members.registration.services import DECISION_KIND
        from portal.core import outbox

        outbox.recheck("members/registration/email/draft_link", still=emails.is_draft_still_open)
        outbox.recheck("members/registration/email/registrar_link", still=emails.is_registrar_link_still_open)
        outbox.recheck("members/registration/email/on_behalf", still=emails.is_still_to_be_confirmed)
        registry.register(DECISION_KIND, may_read=may_read_decision)
