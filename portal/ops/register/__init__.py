"""The official list: 290 municipalities and 20 regions, 310 organisations, for Gotland is both at once.

Municipal codes and names come from the npm package kommunkoder (MIT, see LICENSE-kommunkoder.txt), checked against
Statistics Sweden's codes; the organisations' full names were written for the portal. Codes are text: many begin with 0.

former.csv holds those that are no more, with the days that are known: the county councils (landsting) that took the
name of region from 2011 on, Gothenburg's district committees of 2011–2020, and two of Stockholm's. A day that is not
known for certain is left out. Skåne, Västra Götaland and Gotland had no county council of their own under that name.
"""

import csv
import datetime
from pathlib import Path

from django.db import transaction

from members.organisations.enums import OrganisationKind
from members.organisations.models import Organisation
from members.organisations.querysets import GOTLAND

__all__ = ["GOTLAND", "counties", "former", "load", "rows"]

HERE = Path(__file__).parent


def rows():
    """Return the list of today as dictionaries with kind, code, name and county_code."""
    return _table("organisations.csv")


def former():
    """Return those that are no more, with parent_code, and from_date and to_date as days or None."""
    days = ("from_date", "to_date")
    return [
        row | {name: datetime.date.fromisoformat(row[name]) if row[name] else None for name in days}
        for row in _table("former.csv")
    ]


def counties():
    """Return the names of the counties by code."""
    return {row["code"]: row["name"] for row in _table("counties.csv")}


def _table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@transaction.atomic
def load():
    """Put the list into the register: new organisations are added, changed names put right, nothing is removed.

    Returns how many were added and how many changed. Running it again changes nothing.
    """
    known = {(row.kind, row.code or row.name): row for row in Organisation.objects.in_register()}
    added, changed = [], []
    for row in [*_existing(), *_ended()]:
        organisation = known.get((row["kind"], row["code"] or row["name"]))
        if organisation is None:
            added.append(Organisation(**row))
        elif _correct(organisation, row):
            changed.append(organisation)
    Organisation.objects.bulk_create([row for row in added if row.to_date is None])
    _place(added, [row for row in former() if row["parent_code"]])
    Organisation.objects.bulk_create([row for row in added if row.to_date is not None])
    Organisation.objects.bulk_update(changed, ["name", "county_code", "from_date", "to_date"])
    return len(added), len(changed)


def _existing():
    """The list of today; a region begins on the day after its county council's last."""
    begun = {
        row["code"]: row["to_date"] + datetime.timedelta(days=1)
        for row in former()
        if row["kind"] == OrganisationKind.COUNTY_COUNCIL
    }
    for row in rows():
        is_region = row["kind"] == OrganisationKind.REGION
        yield row | {"from_date": begun.get(row["code"]) if is_region else None, "to_date": None}


def _ended():
    return ({name: value for name, value in row.items() if name != "parent_code"} for row in former())


def _correct(organisation, row):
    """Put the name right, and fill in days that nobody has written; return whether anything changed."""
    days = {name: getattr(organisation, name) or row[name] for name in ("from_date", "to_date")}
    wanted = {"name": row["name"], "county_code": row["county_code"], **days}
    if all(getattr(organisation, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(organisation, name, value)
    return True


def _place(added, placed):
    """Put the districts beneath their municipality."""
    codes = {row["name"]: row["parent_code"] for row in placed}
    kind = OrganisationKind.MUNICIPALITY
    parents = {row.code: row for row in Organisation.objects.in_register().filter(kind=kind, code__in=codes.values())}
    for organisation in added:
        if organisation.name in codes and organisation.kind == OrganisationKind.DISTRICT:
            organisation.parent = parents[codes[organisation.name]]
