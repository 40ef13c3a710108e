"""Applications that wait for the coordinator of the running network."""

import uuid
from datetime import timedelta

from members.registration.enums import ApplicationState
from members.registration.models import Application, ApplicationPerson, CallNote, Message, Transition
from portal.ops.seed.content.networks.applications import APPLICATIONS
from portal.ops.seed.memory import moment


def fill(world):
    """Make the applications; their dates follow today."""
    world.moving += [_application(world, text) for text in APPLICATIONS]


def _application(world, text):
    state, days, body, paragraph = text["decision"]
    network = world.networks["running"]
    application = Application.objects.create(
        network=network,
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
        submission_key=uuid.uuid4(),
    )
    Application.objects.filter(pk=application.pk).update(submitted_at=moment(world.day, text["days"]))
    name, email, phone, title = text["contact"]
    ApplicationPerson.objects.create(
        application=application, is_contact_person=True, name=name, email=email, phone=phone, title=title
    )
    ApplicationPerson.objects.bulk_create(
        ApplicationPerson(application=application, name=participant, sort_order=order)
        for order, participant in enumerate(text["participants"])
    )
    _handle(world, application, text)
    return application


def _handle(world, application, text):
    """What the coordinator has done with it so far: a call, and a question that waits for its answer."""
    if "question" not in text:
        return
    coordinator = world.people["david"]
    day = world.day + timedelta(days=text["contacted_days"])
    note = CallNote.objects.create(application=application, text=text["call"], by=coordinator)
    question = Message.objects.create(
        application=application, text=text["question"], by=coordinator, submission_key=uuid.uuid4()
    )
    step = Transition.objects.create(
        application=application, from_state=ApplicationState.SUBMITTED, to_state=text["state"], by=coordinator
    )
    for row in (note, question, step):
        type(row).objects.filter(pk=row.pk).update(at=moment(day, 0))
    application.state, application.assignee = text["state"], coordinator
    application.follow_up_date = world.day + timedelta(days=4)
    application.save(update_fields=["state", "assignee", "follow_up_date"])
