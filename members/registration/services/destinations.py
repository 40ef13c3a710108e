"""Which organisation of the register an application will become: told before anybody is let in."""

from dataclasses import dataclass

from django.db.models import Q

from members.organisations.models import Membership, Organisation
from members.organisations.querysets import today


class OtherOrganisation(Exception):
    """The name belongs to one organisation and the number to another: a person has to look first."""


@dataclass(frozen=True)
class Destination:
    """The organisation that it joins, with how many take part for it already; none is a new one."""

    organisation: Organisation | None = None
    people: int = 0
    #: What the register has under that name or that number, but not under both.
    clash: Organisation | None = None


def destination(application):
    """Return what the application becomes when it gets its place.

    The register is met by name and number together. By the number alone, whoever writes another's would be let in
    among that one's people; by the name alone, a namesake.
    """
    number, name = application.organisation_number, _plain(application.organisation_name)
    own = application.organisation
    if own is not None:
        differs = number and own.organisation_number and number != own.organisation_number
        return _existing(own, clash=own if differs else None)
    alike = Q(name__iexact=application.organisation_name)
    if number:
        alike |= Q(organisation_number=number)
    found = list(Organisation.objects.existing_on(today()).filter(alike).order_by("pk"))
    for organisation in found:
        if (_plain(organisation.name), organisation.organisation_number) == (name, number):
            return _existing(organisation)
    return Destination(clash=found[0] if found else None)


def _plain(name):
    return " ".join(name.split()).casefold()


def _existing(organisation, *, clash=None):
    people = Membership.objects.current().participants().filter(organisation=organisation)
    return Destination(organisation, people.values("user").distinct().count(), clash)


def require_match(application):
    """Raise OtherOrganisation for one whose name and number do not belong together."""
    if destination(application).clash is not None:
        raise OtherOrganisation
