"""Writing an application step by step: nothing is lost, and nobody else sees it before it is sent.

Beginning, files, links and sending are recorded; what is typed in between is not: until it is sent, it is nothing yet.
"""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.files import services as files
from members.registration import emails
from members.registration.models import ApplicationDraft, DraftLink
from members.registration.services.applying import DECISION_KIND, apply

WARNED_BEFORE = timedelta(days=14)
RECEIPT_WAITS = timedelta(minutes=30)


class StaleStep(Exception):
    """The step has been saved elsewhere since it was opened; `draft` holds what was saved."""

    def __init__(self, draft):
        super().__init__()
        self.draft = draft


@transaction.atomic
def begin(*, network, key, values, language):
    """Begin a draft with its first step, and return the token of a link to it. The same key again: the same draft."""
    draft, is_new = ApplicationDraft.objects.get_or_create(
        key=key,
        defaults={
            "network": network,
            "language": language,
            "steps": {"organisation": {"number": 1, "values": values}},
        },
    )
    if is_new:
        record(action="registration.begin_draft", obj=draft, network=network)
    return new_link(draft)


@transaction.atomic
def save_step(*, draft, step, values, opened_at):
    """Keep what the step's fields hold; returns the draft as it then is.

    Raises StaleStep when it has been saved since `opened_at` with anything else than `values`.
    """
    kept = ApplicationDraft.objects.select_for_update().get(pk=draft.pk)
    if values == kept.values_of(step) and kept.number_of(step):
        return kept
    if opened_at != kept.number_of(step):
        raise StaleStep(kept)
    kept.steps[step] = {"number": opened_at + 1, "values": values}
    kept.changed_at, kept.warned_at = timezone.now(), None
    kept.save(update_fields=["steps", "changed_at", "warned_at"])
    return kept


@transaction.atomic
def keep_decision(*, draft, upload):
    """Keep the board's decision beside the draft, in place of an earlier file."""
    kept = ApplicationDraft.objects.select_for_update().get(pk=draft.pk)
    earlier = kept.decision_file
    kept.decision_file = files.store(upload=upload, kind=DECISION_KIND, by=None, network=kept.network)
    kept.changed_at = timezone.now()
    kept.save(update_fields=["decision_file", "changed_at"])
    if earlier:
        files.remove(file=earlier, by=None, network=kept.network)
    return kept


@transaction.atomic
def mail_link(*, draft, email, is_later=False):
    """Mail a link of its own to the draft. With `is_later` once for each draft, and only if it is not sent by then."""
    dedup = f"registration.draft:{draft.pk}" if is_later else None
    token = new_link(draft, email=email)
    sent = emails.draft_link(
        draft=draft, token=token, email=email, dedup=dedup, delay=RECEIPT_WAITS if is_later else None
    )
    if sent is None:
        draft.links.filter(digest=DraftLink.digest_of(token)).delete()
        return
    record(action="registration.mail_draft_link", obj=draft, network=draft.network)


@transaction.atomic
def renew_link(*, link):
    """Mail a new link to the address that this one was mailed to, at most once an hour.

    One that was copied or handed on was mailed nowhere: its new one goes to whoever has the draft.
    """
    draft = link.draft
    email = link.email or _address_of(draft)
    recent = draft.links.filter(email=email, created_at__gt=timezone.now() - timedelta(hours=1))
    if not email or draft.application_id is not None or recent.exists():
        return
    about = getattr(draft, "on_behalf", None)
    if about is None or about.email != email:
        mail_link(draft=draft, email=email)
        return
    # Whoever has not confirmed yet reads again who wrote it.
    emails.on_behalf(on_behalf=about, token=new_link(draft, email=email))
    record(action="registration.mail_draft_link", obj=draft, network=draft.network)


def _address_of(draft):
    """Return where the draft's latest link was mailed to, else its first contact person's address, or nothing."""
    mailed = draft.links.exclude(email="").values_list("email", flat=True).first()
    written = mailed or draft.values_of("personer").get("first_email", "").strip()
    try:
        validate_email(written)
    except ValidationError:
        return ""
    return written


@transaction.atomic
def send(*, draft, application, contact_people, participants, number):
    """Send the application; a second time gives the one that the first made.

    What a coordinator wrote on its behalf is confirmed by it: the application is late if the organisation told it late.
    Raises StaleStep when something has been saved since it was looked through, RegistrationClosed when it is too late.
    """
    kept = ApplicationDraft.objects.select_for_update().get(pk=draft.pk)
    if kept.application_id is not None:
        return kept.application
    if kept.number != number:
        raise StaleStep(kept)
    about = getattr(kept, "on_behalf", None)
    sent = apply(
        network=kept.network,
        application={**application, "submission_key": kept.key},
        contact_people=contact_people,
        participants=participants,
        decision_file=kept.decision_file,
        language=kept.language,
        on_behalf=about,
    )
    kept.application, kept.decision_file, kept.steps = sent, None, {}
    kept.save(update_fields=["application", "decision_file", "steps"])
    kept.registrar_links.update(application=sent, draft=None)
    if about is not None:
        _note_confirmation(about, sent)
    return sent


def _note_confirmation(about, application):
    """Write that the organisation has confirmed what was written on its behalf; its address has done its work."""
    about.email = ""
    about.save(update_fields=["email"])
    record(
        action="registration.confirm_on_behalf",
        obj=application,
        network=application.network,
        on_behalf_of=about.organisation_name,
    )


def new_link(draft, *, email=""):
    """Make a link to the draft and return its token, which is kept nowhere."""
    token = DraftLink.new_token()
    expires_at = timezone.now() + timedelta(days=settings.DRAFT_LINK_DAYS)
    DraftLink.objects.create(draft=draft, digest=DraftLink.digest_of(token), email=email, expires_at=expires_at)
    return token


def warn_of_old_drafts():
    """Tell once, by mail, that a draft nobody has touched will go; returns how many were told of."""
    border = timezone.now() - timedelta(days=settings.DRAFT_DAYS) + WARNED_BEFORE
    old = ApplicationDraft.objects.filter(application=None, warned_at=None, changed_at__lt=border)
    return sum(_warn(draft) for draft in old.select_related("network"))


@transaction.atomic
def _warn(draft):
    draft.warned_at = timezone.now()
    draft.save(update_fields=["warned_at"])
    address = draft.links.exclude(email="").values_list("email", flat=True).first()
    if not address:
        return 0
    emails.draft_goes(draft=draft, token=new_link(draft, email=address), email=address)
    record(action="registration.warn_of_draft", obj=draft, network=draft.network)
    return 1


def forget_old_drafts():
    """Delete the drafts, with file and links, that nobody has touched in DRAFT_DAYS days; returns how many."""
    border = timezone.now() - timedelta(days=settings.DRAFT_DAYS)
    old = list(ApplicationDraft.objects.filter(application=None, changed_at__lt=border).select_related("decision_file"))
    for draft in old:
        forget(draft, action="registration.forget_draft")
    return len(old)


@transaction.atomic
def forget(draft, *, action, by=None, on_behalf_of=""):
    """Delete a draft that was never sent, with its file and its links, and write why."""
    record(action=action, by=by, obj=draft, network=draft.network, on_behalf_of=on_behalf_of)
    draft.delete()
    if draft.decision_file:
        files.remove(file=draft.decision_file, by=by, network=draft.network)
