"""The letter itself. Whoever answers it answers the person who wrote it."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from portal.core import outbox


def mailing(*, mailing, to, by):
    """Mail it to one person, in their language; a second call writes nothing."""
    subject, body = mailing.words_in(to.language)
    is_swedish = subject == mailing.subject
    with translation.override(to.language):
        url = f"{settings.SITE_URL}{mailing.get_absolute_url()}"
        network = mailing.network.local_name
    return outbox.send(
        to=to,
        template="members/mailings/email/mailing",
        context={
            "subject_line": subject,
            "body": body,
            "words_language": "sv" if is_swedish else "en",
            "writer": by.name,
            "network": network,
            "action": _("Läs i portalen"),
            "action_url": url,
        },
        dedup=f"mailings:{mailing.pk}:{to.pk}",
        reply_to=by.email,
    )
