"""The contact persons of an application, corrected: whoever's address is gone loses the way in that went there."""

from django.db import transaction

from members.audit.services import record
from members.registration import emails
from members.registration.enums import ApplicationState
from members.registration.models import ApplicationPerson
from members.registration.services.correcting import ChangedMeanwhile
from members.registration.services.onboarding import invite_contact_people, withdraw_invitations
from members.registration.services.places import locked

PLACES = ("first", "second")
FIELDS = ("name", "email", "phone", "title")


def contact_values(application):
    """Return {"first_name": text, …} of the one or two contact persons, empty where there is none."""
    return _values([_told(person) for person in application.contact_people])


@transaction.atomic
def correct_contact_people(*, application, contact_people, opened, by):
    """Let these be the contact persons, one or two, each a dict of name, email, phone and title.

    A person with a new address is another: the old address's links lead nowhere any more and its unused invitation is
    withdrawn; the new one is mailed a link, and invited where the place is confirmed. Nobody is mailed for a name
    or a number. Raises ChangedMeanwhile when somebody else has changed them since they were `opened`.
    """
    application = locked(application)
    now, wanted = contact_values(application), _values(contact_people)
    moved = {name: now[name] for name in now if now[name] not in (opened.get(name, now[name]), wanted[name])}
    if moved:
        raise ChangedMeanwhile(moved)
    if now == wanted:
        return application
    gone, new = _replace(application, contact_people)
    record(
        action="registration.correct_contact_people",
        by=by,
        obj=application,
        network=application.network,
        fields=["contact_people"],
    )
    for person in new:
        emails.own_link(person=person, dedup=f"registration.contact:{person.pk}")
    if application.state == ApplicationState.ACCEPTED:
        withdraw_invitations(application=application, people=gone, by=by)
        invite_contact_people(application=application, people=new, by=by)
    return application


def _replace(application, contact_people):
    """Return who is there no more, and who is new: told by the address."""
    left = {person.email.casefold(): person for person in application.contact_people}
    new = []
    for place, told in enumerate(contact_people):
        person = left.pop(told["email"].casefold(), None)
        if person is None:
            person = ApplicationPerson(application=application, is_contact_person=True)
            new.append(person)
        for name in FIELDS:
            setattr(person, name, told[name])
        person.sort_order = place
        person.save()
    gone = list(left.values())
    application.people.filter(pk__in=[person.pk for person in gone]).delete()
    return gone, new


def _told(person):
    return {name: getattr(person, name) for name in FIELDS}


def _values(people):
    rows = [*people, {}, {}][: len(PLACES)]
    return {f"{place}_{name}": row.get(name, "") for place, row in zip(PLACES, rows, strict=True) for name in FIELDS}
