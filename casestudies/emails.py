"""Mails about examples."""

import re

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from casestudies.enums import AdaptationState
from members.public import editors
from portal.core import outbox
from portal.core.pages import absolute

COPY = "casestudies/email/copy"
# What a mail program would turn into a link.
LINK = re.compile(r"\S*(?:://|www\.|@)\S*|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def message(*, example, name, email, organisation, message):
    """Bring a reader's message to those behind the example; they answer the reader with their own mail."""
    return outbox.send(
        to=example.contact_email,
        template="casestudies/email/message",
        context={
            "example": example, "name": name, "email": email, "organisation": organisation, "message": message,
            "example_url": absolute(example.url),
        },
        language=example.locale.language_code,
        reply_to=email,
    )  # fmt: skip


def copy(*, example, email, message, language):
    """Send the reader their own words, without whatever could be followed: the address may be a stranger's."""
    words = LINK.sub("[…]", message)
    context = {"example": example, "message": words, "example_url": absolute(example.url)}
    return outbox.send(to=email, template=COPY, context=context, language=language)


def use_waits(*, adaptation):
    """Tell the editors that somebody has used an example, and that the text waits for them."""
    _tell_editors(
        "casestudies/email/use_waits",
        {"adaptation": adaptation, "example": adaptation.example},
        "wagtailsnippets_casestudies_adaptation:edit",
        adaptation.pk,
    )


def tip_waits(*, tip):
    """Tell the editors that somebody has tipped of an example, and that there is a draft."""
    _tell_editors("casestudies/email/tip_waits", {"tip": tip}, "wagtailadmin_pages:edit", tip.page_id)


def _tell_editors(template, context, name, pk):
    for editor in editors():
        with translation.override(editor.language):
            path = reverse(name, args=[pk])
        outbox.send(to=editor, template=template, context=context | {"action_url": f"{settings.SITE_URL}{path}"})


def decision(*, adaptation):
    """Tell the one who wrote whether the text was published, in the language that they wrote in."""
    is_published = adaptation.state == AdaptationState.PUBLISHED
    return outbox.send(
        to=adaptation.sender_email,
        template="casestudies/email/decision",
        context={
            "adaptation": adaptation,
            "example": adaptation.example,
            "is_published": is_published,
            "action_url": absolute(adaptation.example.url) if is_published else "",
        },
        language=adaptation.language,
    )
