"""What an organisation does with its own application after sending it, through the link."""

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.files import services as files
from members.registration import emails
from members.registration.enums import DecisionState
from members.registration.models import ApplicationPerson
from members.registration.services.applying import DECISION_KIND
from members.registration.services.places import locked_alive


@transaction.atomic
def name_participants(*, application, participants):
    """Say anew who will take part: it costs nothing, and nobody has been invited by it. Raises HasEnded."""
    application = locked_alive(application)
    kept = [{"name": person.name, "email": person.email} for person in application.participants]
    if kept == participants:
        return
    application.people.filter(is_contact_person=False).delete()
    first = application.people.count()
    ApplicationPerson.objects.bulk_create(
        ApplicationPerson(application=application, sort_order=place, **person)
        for place, person in enumerate(participants, first)
    )
    record(
        action="registration.name_participants", obj=application, network=application.network, fields=["participants"]
    )


@transaction.atomic
def hand_in_decision(
    *, application, decision_date, decision_body="", decision_paragraph="", upload=None, is_by_registrar=False
):
    """The board has decided: keep when, where it stands and the paper, and return the application as it then is.

    Whoever handles it hears of it, and whether the registrar has left it.

    What a place with a condition then becomes is the coordinator's to say. Raises HasEnded.
    """
    application = locked_alive(application)
    about = {
        "decision_state": DecisionState.TAKEN,
        "decision_date": decision_date,
        "decision_body": decision_body,
        "decision_paragraph": decision_paragraph,
    }
    fields = [name for name, value in about.items() if getattr(application, name) != value]
    for name in fields:
        setattr(application, name, about[name])
    earlier = application.decision_file
    if upload:
        application.decision_file = files.store(upload=upload, kind=DECISION_KIND, by=None, network=application.network)
        fields.append("decision_file")
    if not fields:
        return application
    application.save(update_fields=fields)
    if upload and earlier:
        files.remove(file=earlier, by=None, network=application.network)
    action = "registration.hand_in_by_registrar" if is_by_registrar else "registration.hand_in_decision"
    step = record(action=action, obj=application, network=application.network, fields=fields)
    what = "registrar" if is_by_registrar else "decision"
    emails.tell_coordinators(application=application, what=what, dedup=f"registration.decision:{step.pk}")
    return application


@transaction.atomic
def postpone_decision(*, application, decision_date):
    """The board decides on another day: keep it; whoever handles the application hears of it. The same day: nothing.

    A decision that has been handed in stays as it is. Raises HasEnded.
    """
    application = locked_alive(application)
    about = (DecisionState.SCHEDULED, decision_date)
    if application.decision_state == DecisionState.TAKEN:
        return
    if (application.decision_state, application.decision_date) == about:
        return
    application.decision_state, application.decision_date = about
    fields = ["decision_state", "decision_date"]
    application.save(update_fields=fields)
    step = record(action="registration.postpone_decision", obj=application, network=application.network, fields=fields)
    emails.tell_coordinators(application=application, what="postponed", dedup=f"registration.decision:{step.pk}")


@transaction.atomic
def mail_own_link(*, person):
    """Mail a contact person a new link to the application, at most once an hour."""
    hour = timezone.now().strftime("%Y%m%d%H")
    if emails.own_link(person=person, dedup=f"registration.own_link:{person.pk}:{hour}") is not None:
        record(action="registration.mail_own_link", obj=person.application, network=person.application.network)
