"""Taking in an application."""

from django.db import IntegrityError, transaction

from members.audit.services import record
from members.organisations.enums import RegistrationState
from members.registration import emails
from members.registration.models import Application, ApplicationPerson

DECISION_KIND = "registration.decision"


class RegistrationClosed(Exception):
    """The network takes no more applications."""


def apply(*, network, application, contact_people, participants, decision_file=None, language="sv", on_behalf=None):
    """Take in an organisation's application: stored, its price fixed, a receipt mailed to the contact persons.

    After the last day it is marked late, not refused; with `on_behalf`, which says that a coordinator wrote it, when
    the organisation told it after that day. The same `submission_key` again gives the application that
    the first sending made, and no second receipt. Raises RegistrationClosed from the closing time on.
    """
    key = application["submission_key"]
    earlier = Application.objects.filter(submission_key=key).first()
    if earlier is not None:
        return earlier
    try:
        return _take_in(
            network=network,
            application=application,
            contact_people=contact_people,
            participants=participants,
            decision_file=decision_file,
            language=language,
            on_behalf=on_behalf,
        )
    except IntegrityError:
        # Two sendings at the same moment: the other one was first.
        return Application.objects.get(submission_key=key)


@transaction.atomic
def _take_in(*, network, application, contact_people, participants, decision_file, language, on_behalf):
    state = network.registration_state
    if state == RegistrationState.CLOSED:
        raise RegistrationClosed
    taken = Application(
        network=network,
        price_per_person_ore=network.price_per_person_ore,
        is_late=on_behalf.is_late if on_behalf else state == RegistrationState.LATE,
        language=language,
        decision_file=decision_file,
        **application,
    )
    taken.participant_count = max(taken.participant_count, len(participants))
    if taken.organisation is not None:
        taken.organisation_name = taken.organisation.name
    taken.save()
    _name_people(taken, contact_people, participants)
    record(action="registration.apply", obj=taken, network=network)
    emails.receipt(application=taken)
    emails.news_to_coordinators(application=taken, on_behalf=on_behalf)
    return taken


def _name_people(application, contact_people, participants):
    rows = [(True, person) for person in contact_people] + [(False, person) for person in participants]
    ApplicationPerson.objects.bulk_create(
        ApplicationPerson(application=application, is_contact_person=is_contact, sort_order=place, **person)
        for place, (is_contact, person) in enumerate(rows)
    )
