from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MailingsConfig(AppConfig):
    """Wires the app; what it registers elsewhere is registered here."""

    name = "members.mailings"
    label = "mailings"
    verbose_name = _("Utskick")

    def ready(self):
        from members.mailings import rules  # noqa: F401 (the table of permissions; needs the models)
        from portal.core import outbox

        outbox.recheck("members/mailings/email/mailing", still=is_still_for)


def is_still_for(message):
    """Whether whoever gets the mail still takes part in the network that it was written to."""
    from members.mailings.models import Mailing

    _kind, mailing_id, _user_id = message.dedup.split(":")
    reader = message.recipient
    return reader is not None and Mailing.objects.sent().visible_to(reader).filter(pk=mailing_id).exists()
