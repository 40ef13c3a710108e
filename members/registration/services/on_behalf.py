"""The coordinator writes an application on behalf of an organisation, which alone can send it: by its link.

What is written is a draft like any other. It differs in that a person who is known wrote it, which the record, the
mail and the page tell, and in that the coordinator may remind and take it back until the organisation has touched it.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.files import services as files
from members.organisations.enums import RegistrationState
from members.registration import emails
from members.registration.models import ApplicationDraft, OnBehalf
from members.registration.services.applying import DECISION_KIND, RegistrationClosed
from members.registration.services.drafts import forget, new_link

REMINDED_AFTER = timedelta(days=1)


class AlreadyConfirmed(Exception):
    """The organisation has sent the application in."""


class AlreadyDeclined(Exception):
    """The draft is gone: declined by the organisation, or removed by a coordinator."""


class RemindedRecently(Exception):
    """The address has been mailed to within the last day."""


class HasBeenChanged(Exception):
    """The organisation has begun to correct the draft: it is theirs now."""


@transaction.atomic
def register_on_behalf(*, network, key, language, steps, organisation_name, email, channel, told_date, by, upload=None):
    """Keep what an organisation told as a draft, mail the link by which it confirms, and return the OnBehalf.

    `steps` is {step: values}. The same key again gives the one that the first sending made, and no second mail.
    Raises RegistrationClosed when the network takes no applications: it could never be confirmed.
    """
    if network.registration_state == RegistrationState.CLOSED:
        raise RegistrationClosed
    kept = {step: {"number": 1, "values": values} for step, values in steps.items()}
    draft, is_new = ApplicationDraft.objects.get_or_create(
        key=key, defaults={"network": network, "language": language, "steps": kept}
    )
    if not is_new:
        return draft.on_behalf
    if upload:
        draft.decision_file = files.store(upload=upload, kind=DECISION_KIND, by=by, network=network)
        draft.save(update_fields=["decision_file"])
    about = OnBehalf.objects.create(
        draft=draft,
        organisation_name=organisation_name,
        channel=channel,
        told_date=told_date,
        email=email,
        number=draft.number,
        by=by,
        mailed_at=timezone.now(),
    )
    _record("registration.register_on_behalf", about, by=by)
    emails.on_behalf(on_behalf=about, token=new_link(draft, email=email))
    return about


@transaction.atomic
def remind_to_confirm(*, on_behalf, email, by):
    """Mail the organisation a new link to what waits for its confirmation, to each address at most once a day.

    Another address than before is taken for a correction: the links that went elsewhere open nothing any more.
    Raises AlreadyConfirmed, AlreadyDeclined, RegistrationClosed or RemindedRecently.
    """
    about = _locked(on_behalf)
    draft = about.draft
    if about.network.registration_state == RegistrationState.CLOSED:
        raise RegistrationClosed
    if draft.links.filter(email=email, created_at__gt=timezone.now() - REMINDED_AFTER).exists():
        raise RemindedRecently
    is_reminder = email == about.email
    if not is_reminder:
        draft.links.all().delete()
    about.email, about.mailed_at = email, timezone.now()
    about.save(update_fields=["email", "mailed_at"])
    _record("registration.remind_to_confirm", about, by=by, fields=[] if is_reminder else ["email"])
    emails.on_behalf(on_behalf=about, token=new_link(draft, email=email), is_reminder=is_reminder)


@transaction.atomic
def remove_on_behalf(*, on_behalf, by):
    """Take back what the coordinator wrote; its link opens nothing any more. Removed twice it is removed once.

    Raises AlreadyConfirmed, and HasBeenChanged once the organisation has saved anything in it.
    """
    try:
        about = _locked(on_behalf)
    except AlreadyDeclined:
        return
    if about.is_changed:
        raise HasBeenChanged
    forget(about.draft, action="registration.remove_on_behalf", by=by, on_behalf_of=about.organisation_name)


@transaction.atomic
def decline_on_behalf(*, draft, reason=""):
    """The organisation says that it is wrong: the draft goes with all that it holds, and whoever wrote it is told.

    Declined twice it is declined once. Raises AlreadyConfirmed.
    """
    try:
        about = _locked(draft.on_behalf)
    except AlreadyDeclined:
        return
    emails.declined_on_behalf(on_behalf=about, reason=reason)
    forget(about.draft, action="registration.decline_on_behalf", on_behalf_of=about.organisation_name)


def _locked(on_behalf):
    draft = ApplicationDraft.objects.select_for_update().filter(pk=on_behalf.draft_id).first()
    if draft is None:
        raise AlreadyDeclined
    if draft.application_id is not None:
        raise AlreadyConfirmed
    about = OnBehalf.objects.select_related("by").get(draft=draft)
    about.draft = draft
    return about


def _record(action, about, *, by, fields=()):
    record(
        action=action,
        by=by,
        obj=about.draft,
        network=about.network,
        on_behalf_of=about.organisation_name,
        fields=fields,
    )
