"""Which organisation of the register an application will become: told before anybody is let in."""

from dataclasses import dataclass

from django.db.models import Q

from members.organisations.models import Membership, Organisation
from members.organisations.querysets import today


class OtherOrganisation(Exception):
    """The name belongs to one organisation and the number to another: a person has to look first."""


class AlreadySeated(Exception):
    """The organisation has a seat in the network by another application, which is `other`."""

    def __init__(self, other):
        super().__init__()
        self.other = other


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


def is_same_organisation(one, other):
    """Whether two applications are of one organisation: by the register's row; else by name and number together.

    So an application without a row is met as it will be when it gets its row.
    """
    if one.organisation_id and other.organisation_id:
        return one.organisation_id == other.organisation_id
    return _name_and_number(one) == _name_and_number(other)


def _name_and_number(application):
    own = application.organisation
    if own is not None:
        return _plain(own.name), own.organisation_number
    return _plain(application.organisation_name), application.organisation_number


def other_seat(application):
    """Return another application by which the same organisation holds a seat of the network, or None."""
    seated = application.network.applications.seated().exclude(pk=application.pk).select_related("organisation")
    return next((row for row in seated if is_same_organisation(application, row)), None)


def require_only_seat(application):
    """Raise AlreadySeated when the organisation has a seat already; call it under the network's lock."""
    other = other_seat(application)
    if other is not None:
        raise AlreadySeated(other)
