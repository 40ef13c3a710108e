"""The coordinator's work with an application beside its decision: who has it, calls, questions and their answers."""

from django.db import transaction

from members.audit.services import record
from members.registration import emails
from members.registration.enums import ApplicationState
from members.registration.models import CallNote, Message
from members.registration.services.places import locked
from members.registration.services.transitions import move


@transaction.atomic
def ask(*, application, text, by, submission_key):
    """Write to the applicant, who answers through the link, and return the Message.

    An application that waits for its first decision then has questions to answer. Sent twice it is sent once.
    """
    application = locked(application)
    earlier = application.messages.filter(submission_key=submission_key).first()
    if earlier is not None:
        return earlier
    message = Message.objects.create(application=application, text=text, by=by, submission_key=submission_key)
    record(action="registration.ask", by=by, obj=message, network=application.network)
    if application.state == ApplicationState.SUBMITTED:
        move(application=application, to=ApplicationState.FOLLOW_UP, by=by)
    emails.question(message=message)
    return message


@transaction.atomic
def answer(*, application, text, submission_key):
    """Take in what the applicant writes, tell whoever handles the application, and return the Message.

    Sent twice it is sent once. The questions count as answered.
    """
    application = locked(application)
    earlier = application.messages.filter(submission_key=submission_key).first()
    if earlier is not None:
        return earlier
    message = Message.objects.create(
        application=application, text=text, is_from_applicant=True, submission_key=submission_key
    )
    record(action="registration.answer", obj=message, network=application.network)
    if application.state == ApplicationState.FOLLOW_UP:
        move(application=application, to=ApplicationState.SUBMITTED, by=None)
    emails.tell_coordinators(application=application, what="answer", dedup=f"registration.answer:{message.pk}")
    return message


@transaction.atomic
def answer_on_behalf(*, application, text, channel, told_date, by, submission_key):
    """Write into the thread what the applicant told by mail or phone, and return the Message.

    The contact persons are mailed the text and their own links, so that they can object. Sent twice it is sent once.
    The questions count as answered.
    """
    application = locked(application)
    earlier = application.messages.filter(submission_key=submission_key).first()
    if earlier is not None:
        return earlier
    message = Message.objects.create(
        application=application,
        text=text,
        is_from_applicant=True,
        channel=channel,
        told_date=told_date,
        by=by,
        submission_key=submission_key,
    )
    record(
        action="registration.answer_on_behalf",
        by=by,
        obj=message,
        network=application.network,
        on_behalf_of=application.organisation_name,
    )
    if application.state == ApplicationState.FOLLOW_UP:
        move(application=application, to=ApplicationState.SUBMITTED, by=by)
    emails.answered_on_behalf(message=message)
    return message


@transaction.atomic
def note_call(*, application, by, text="", contacted_date=None, submission_key=None):
    """Keep what was said on the phone, and tick the day; with neither, nothing is done. Sent twice it is noted once."""
    application = locked(application)
    if submission_key and application.call_notes.filter(submission_key=submission_key).exists():
        return application
    fields = []
    if text:
        CallNote.objects.create(application=application, text=text, by=by, submission_key=submission_key)
        fields.append("call_notes")
    if contacted_date and contacted_date != application.contacted_date:
        application.contacted_date = contacted_date
        application.save(update_fields=["contacted_date"])
        fields.append("contacted_date")
    if fields:
        record(action="registration.note_call", by=by, obj=application, network=application.network, fields=fields)
    return application


@transaction.atomic
def assign(*, application, by, assignee=None, follow_up_date=None):
    """Say who has the application, and when it is to be looked at again."""
    application = locked(application)
    wanted = {"assignee": assignee, "follow_up_date": follow_up_date}
    fields = [name for name, value in wanted.items() if getattr(application, name) != value]
    if fields:
        application.assignee, application.follow_up_date = assignee, follow_up_date
        application.save(update_fields=fields)
        record(action="registration.assign", by=by, obj=application, network=application.network, fields=fields)
    return application
