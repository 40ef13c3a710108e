"""Applications to the running network: some wait for its coordinator, some have been decided."""

import uuid
from contextlib import suppress
from datetime import time, timedelta

from members.accounts.models import User
from members.registration import emails, services
from members.registration.enums import ApplicationState
from members.registration.models import Application, ApplicationPerson, CallNote, InvoiceLine, Message, Transition
from members.registration.models.invoice import REFERENCES
from members.registration.services.invoicing import VAT_NOTE
from portal.ops.seed import on_behalf, registrars
from portal.ops.seed.content.invitations import RUNNING
from portal.ops.seed.content.networks.applications import APPLICATIONS
from portal.ops.seed.content.networks.decided import DECIDED
from portal.ops.seed.content.people import PEOPLE
from portal.ops.seed.mails import mailed
from portal.ops.seed.memory import moment


def fill(world):
    """Make the applications; their dates follow today."""
    world.moving += [_application(world, text) for text in [*APPLICATIONS, *DECIDED]]
    world.moving += registrars.fill_draft(world)
    on_behalf.fill(world)


def renew_offers():
    """Offer the seat anew, as the coordinator would, where a seeded offer has run out and the organisation waits on."""
    david = User.objects.filter(email=PEOPLE["david"][1]).first()
    days = {text["organisation"]: text["offer_days"] for text in DECIDED if "offer_days" in text}
    waiting = Application.objects.queue().filter(network__slug=RUNNING["slug"], organisation_name__in=days)
    for application in waiting if david else []:
        with suppress(services.AlreadySeated, services.NoSeatLeft):
            services.offer_seat(application=application, by=david, days=days[application.organisation_name])


def _application(world, text):
    state, days, body, paragraph = text["decision"]
    network = world.networks["running"]
    application = Application.objects.create(
        network=network,
        organisation=world.organisations.get(text.get("key")),
        organisation_name=text["organisation"],
        decision_state=state,
        decision_body=body,
        decision_date=None if days is None else world.day + timedelta(days=days),
        decision_paragraph=paragraph,
        is_committed=True,
        participant_count=len(text["participants"]),
        motive=text["motive"],
        price_per_person_ore=network.price_per_person_ore,
        contacted_date=world.day + timedelta(days=text["contacted_days"]) if "contacted_days" in text else None,
        diary_number=text.get("diary_number", ""),
        submission_key=uuid.uuid4(),
        **text.get("references", {}),
    )
    Application.objects.filter(pk=application.pk).update(submitted_at=moment(world.day, text["days"]))
    name, email, phone, title = text["contact"]
    ApplicationPerson.objects.create(
        application=application, is_contact_person=True, name=name, email=email, phone=phone, title=title
    )
    ApplicationPerson.objects.bulk_create(
        ApplicationPerson(application=application, name=participant, sort_order=order)
        for order, participant in enumerate(filter(None, text["participants"]))  # the other names may follow
    )
    _handle(world, application, text)
    _decide(world, application, text)
    registrars.fill(world, application, text)
    return application


def _handle(world, application, text):
    """What the coordinator has done with it so far: a call, and questions, of which the last waits for its answer."""
    if "thread" not in text:
        return
    coordinator = world.people["david"]
    called = world.day + timedelta(days=text["contacted_days"])
    _at(called, CallNote.objects.create(application=application, text=text["call"], by=coordinator))
    for days, side, words in text["thread"]:
        by = coordinator if side == "coordinator" else None
        state = ApplicationState.FOLLOW_UP if by else ApplicationState.SUBMITTED
        day, about = world.day + timedelta(days=days), {"application": application, "by": by}
        message = Message.objects.create(**about, text=words, is_from_applicant=not by, submission_key=uuid.uuid4())
        _at(day, message)
        _at(day, Transition.objects.create(**about, from_state=application.state, to_state=state))
        application.state = state
    application.assignee, application.follow_up_date = coordinator, world.day + timedelta(days=4)
    application.save(update_fields=["state", "assignee", "follow_up_date"])
    with mailed(moment(day, 0)):
        emails.question(message=message)


def _at(day, row):
    type(row).objects.filter(pk=row.pk).update(at=moment(day, 0))


def _decide(world, application, text):
    """The steps of a decision with the words of their mails, the offer of a seat, and the line to be invoiced."""
    coordinator = world.people["david"]
    for days, state, reason in text.get("steps", []):
        application.offer_expires_at = None
        subject, letter = emails.words(application, state)
        told = {"reason": reason, "subject": subject, "text": letter, "by": coordinator}
        step = Transition.objects.create(application=application, from_state=application.state, to_state=state, **told)
        Transition.objects.filter(pk=step.pk).update(at=moment(world.day, days))
        application.state, application.assignee = state, coordinator
    if "offer_days" in text:
        application.offer_expires_at = moment(world.day, text["offer_days"], time(23, 59))
    if "follow_up_days" in text:
        application.follow_up_date = world.day + timedelta(days=text["follow_up_days"])
    application.save(update_fields=["state", "assignee", "offer_expires_at", "follow_up_date"])
    if application.state == ApplicationState.ACCEPTED:
        _invoice(world, application, text)


def _invoice(world, application, text):
    exported = text.get("exported_days")
    line = InvoiceLine.objects.create(
        application=application,
        people=application.participant_count,
        price_per_person_ore=application.price_per_person_ore,
        vat_note=str(VAT_NOTE),
        exported_at=None if exported is None else moment(world.day, exported),
        by=world.people["david"],
        **{name: getattr(application, name) for name in REFERENCES},
    )
    made = moment(world.day, text["steps"][-1][0])
    InvoiceLine.objects.filter(pk=line.pk).update(created_at=made)
