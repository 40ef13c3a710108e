"""The one way in which an application goes from state to state. The table of the machine stands in enums.py."""

from django.db import transaction

from members.audit.services import record
from members.registration import emails
from members.registration.enums import SEATED, TOLD_OTHERWISE, TRANSITIONS, ApplicationState
from members.registration.models import Transition
from members.registration.services.destinations import require_match, require_only_seat
from members.registration.services.invoicing import settle
from members.registration.services.onboarding import take_aboard, withdraw_invitations
from members.registration.services.places import HasEnded, NoSeatLeft, OfferIsOver, locked, require_seat

UNDOABLE = (*SEATED, ApplicationState.WAITING, ApplicationState.DECLINED, ApplicationState.WITHDRAWN)


class NotAllowed(Exception):
    """The machine knows no such step from where the application stands."""


class HasMovedOn(Exception):
    """Somebody has taken another step since the page was opened; nothing was done."""


@transaction.atomic
def move(*, application, to, by, seen="", reason="", subject="", text=""):
    """Take the application to another state, log the step, mail the contact persons, and return the Transition.

    `subject` and `text` are the mail as it was previewed and edited; without them it has its usual words. `seen` is
    the state that the person looked at: the same step by the same person again is the one already taken.
    Raises HasMovedOn, NotAllowed, NoSeatLeft for a seat that is gone, AlreadySeated for a second seat of the same
    organisation, and OtherOrganisation for a seat that a
    coordinator gives to one whose name and number do not belong together. An applicant who takes an offered seat is
    not stopped: where they do not, the organisation gets a row of its own, and nobody's door opens.
    """
    application = locked(application)
    if seen and seen != application.state:
        return _already(application, to, by)
    if to not in TRANSITIONS[application.state]:
        raise NotAllowed
    if to in SEATED:
        require_only_seat(application)
        require_seat(application)
        if by is not None:
            require_match(application)
    letter = None
    if to not in TOLD_OTHERWISE:
        letter = (subject, text) if text else emails.words(application, to)
    return _step(application, to, by=by, reason=reason, letter=letter)


def _already(application, to, by):
    last = application.transitions.first()
    if last is None or (last.to_state, last.by) != (to, by) or last.undoes_id:
        raise HasMovedOn
    return last


@transaction.atomic
def undo(*, step, by, reason="", subject="", text=""):
    """Take the latest step back, tell the contact persons by a correction, and return the new Transition.

    Undone twice it is undone once. Raises HasMovedOn when another step has been taken since, NotAllowed for one that
    cannot be undone, and NoSeatLeft or AlreadySeated when the seat that it would give back is not to be had by now.
    """
    application = locked(step.application)
    last = application.transitions.first()
    if last.undoes_id == step.pk:
        return last
    if last.pk != step.pk:
        raise HasMovedOn
    if not can_undo(step):
        raise NotAllowed
    if step.from_state in SEATED:
        require_only_seat(application)
        require_seat(application)
    letter = (subject, text) if text else emails.words(application, "correction", step=step)
    return _step(application, step.from_state, by=by, reason=reason, letter=letter, undoes=step)


def can_undo(step):
    """Whether a step may be taken back, if it is the latest. An undoing is not undone: the step is taken anew."""
    return step.to_state in UNDOABLE and step.undoes_id is None


def _step(application, to, *, by, reason="", letter=None, undoes=None):
    subject, text = letter or ("", "")
    step = Transition.objects.create(
        application=application,
        from_state=application.state,
        to_state=to,
        reason=reason,
        subject=subject,
        text=text,
        by=by,
        undoes=undoes,
    )
    application.state, application.offer_expires_at = to, None
    application.save(update_fields=["state", "offer_expires_at"])
    action = "registration.undo" if undoes else f"registration.to_{to}"
    record(action=action, by=by, obj=application, network=application.network, fields=["state"])
    if to == ApplicationState.ACCEPTED:
        take_aboard(application=application, by=by)
    elif step.from_state == ApplicationState.ACCEPTED:
        withdraw_invitations(application=application, people=application.contact_people, by=by)
    settle(application=application, by=by)
    if letter:
        emails.letter(application=application, letter=letter, dedup=f"registration.step:{step.pk}")
    return step


@transaction.atomic
def seat_or_wait(*, application, by, seen=""):
    """Give the application the seat that its board's decision allows, else a place in the queue; return the step.

    Raises HasMovedOn, NotAllowed, AlreadySeated and OtherOrganisation, as `move` does.
    """
    application = locked(application)
    try:
        return move(application=application, to=application.seat_state, seen=seen, by=by)
    except NoSeatLeft:
        return move(application=application, to=ApplicationState.WAITING, seen=seen, by=by)


@transaction.atomic
def accept_offer(*, application):
    """The organisation takes the seat that is held for it, through its link; return the step.

    Taken already, it is taken. Raises OfferIsOver.
    """
    application = locked(application)
    if application.state in SEATED:
        return application.transitions.first()
    if not application.has_offer:
        raise OfferIsOver
    step = move(application=application, to=application.seat_state, by=None)
    emails.tell_coordinators(application=step.application, what=step.to_state, dedup=f"registration.told:{step.pk}")
    return step


@transaction.atomic
def withdraw(*, application, reason=""):
    """The organisation itself takes its application back, through its link; its coordinators hear. Again: nothing.

    Raises HasEnded for one that was declined.
    """
    application = locked(application)
    if application.state == ApplicationState.WITHDRAWN:
        return application.transitions.first()
    if not application.is_alive:
        raise HasEnded
    step = move(application=application, to=ApplicationState.WITHDRAWN, by=None, reason=reason)
    emails.tell_coordinators(
        application=step.application, what=ApplicationState.WITHDRAWN, dedup=f"registration.told:{step.pk}"
    )
    return step
