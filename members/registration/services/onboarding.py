"""From a confirmed place to people at work: the organisation in the register, its contact persons invited."""

from django.core.exceptions import ValidationError
from django.db import transaction

from members.audit.services import record
from members.needs import services as needs
from members.needs.models import Inventory
from members.organisations import services as organisations
from members.organisations.enums import OrganisationKind, Role
from members.organisations.models import Invitation, Organisation
from members.registration.services.destinations import destination
from portal.core.validators import refuse_personal_numbers


@transaction.atomic
def take_aboard(*, application, by):
    """Invite the contact persons of an application whose place is confirmed.

    An organisation that is not in the register gets its row. What was written about needs becomes the beginning of
    the inventory, unless the organisation has begun it. Done twice it is done once.
    """
    organisation = application.organisation or _register(application, by)
    invite_contact_people(application=application, people=application.contact_people, by=by)
    _begin_inventory(application, organisation, by)


def invite_contact_people(*, application, people, by):
    """Invite these contact persons to take part for the application's organisation; who does so already is not."""
    for person in people:
        if not person.email:
            continue
        try:
            organisations.invite(
                email=person.email,
                name=person.name,
                organisation=application.organisation,
                network=application.network,
                role=Role.CONTACT_PERSON,
                language=application.language,
                by=by,
            )
        except organisations.AlreadyTakesPart:
            continue


def _register(application, by):
    """Return the organisation with that name and number, else a new row."""
    organisation = destination(application).organisation
    if organisation is None:
        organisation = Organisation.objects.create(
            name=application.organisation_name,
            kind=OrganisationKind.OTHER,
            organisation_number=application.organisation_number,
        )
        organisations.note_organisation_change(organisation=organisation, by=by)
    application.organisation = organisation
    application.save(update_fields=["organisation"])
    record(action="registration.register", by=by, obj=application, network=application.network, fields=["organisation"])
    return organisation


def _begin_inventory(application, organisation, by):
    text = application.motive.strip()
    place = {"network": application.network, "organisation": organisation}
    if not text or Inventory.objects.filter(**place).exists():
        return
    try:
        refuse_personal_numbers(text)
    except ValidationError:
        # The inventory holds no such thing; the application itself keeps what was written.
        return
    needs.write(**place, texts={"situation": text}, edit_number=0, by=by)


@transaction.atomic
def withdraw_invitations(*, application, people, by):
    """Make the unused invitations of these contact persons useless: what they came with is gone."""
    emails = [person.email.lower() for person in people if person.email]
    waiting = Invitation.objects.waiting().filter(
        network=application.network, organisation=application.organisation, role=Role.CONTACT_PERSON
    )
    for invitation in waiting:
        if invitation.email.lower() in emails:
            organisations.withdraw_invitation(invitation=invitation, by=by)
