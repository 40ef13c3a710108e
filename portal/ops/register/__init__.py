"""The official list: 290 municipalities and 20 regions, 310 organisations, for Gotland is both at once; and districts.

Municipal codes and names come from the npm package kommunkoder (MIT, see LICENSE-kommunkoder.txt), checked against
Statistics Sweden's codes; the organisations' full names were written for the portal. Codes are text: many begin with 0.

county_councils.csv has the county councils (landsting) that took the name of region from 2011 on. districts.csv has
district committees, those of today and those that are no more, beneath their municipality. docs/organisations.md says
which sort of source stands behind which rows; a day that no source gives is left out.
"""

import csv
import datetime
from pathlib import Path

from django.db import transaction

from members.organisations.enums import OrganisationKind
from members.organisations.models import Organisation
from members.organisations.querysets import GOTLAND

__all__ = ["GOTLAND", "counties", "county_councils", "districts", "load", "rows"]

HERE = Path(__file__).parent
DISTRICT_OR_OTHER = (OrganisationKind.DISTRICT, OrganisationKind.OTHER)
# Days that an earlier list had wrong: whoever loaded it has them. Västernorrland kept the name for another year.
WRONG_DAYS = {
    ("county_council", "22", "to_date", datetime.date(2016, 12, 31)),
    ("region", "22", "from_date", datetime.date(2017, 1, 1)),
}


def rows():
    """Return the list of today as dictionaries with kind, code, name and county_code."""
    return _table("organisations.csv")


def county_councils():
    """Return the county councils, all of them ended, with from_date and to_date as days or None."""
    return [_with_days(row) for row in _table("county_councils.csv")]


def districts():
    """Return the district committees with parent_code, and from_date and to_date as days or None."""
    return [_with_days(row) for row in _table("districts.csv")]


def counties():
    """Return the names of the counties by code."""
    return {row["code"]: row["name"] for row in _table("counties.csv")}


def _table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _with_days(row):
    days = {name: row[name] for name in ("from_date", "to_date")}
    return row | {name: datetime.date.fromisoformat(day) if day else None for name, day in days.items()}


@transaction.atomic
def load():
    """Put the list into the register: new organisations are added, changed names put right, nothing is removed.

    Returns how many were added and how many changed. Running it again changes nothing.
    """
    coded = [*_existing(), *county_councils()]
    added, changed = _put(coded, {(row.kind, row.code): row for row in Organisation.objects.in_register() if row.code})
    added_districts, changed_districts = _put(*_beneath_their_municipality())
    return added + added_districts, changed + changed_districts


def _existing():
    """The list of today; a region begins on the day after its county council's last."""
    begun = {row["code"]: row["to_date"] + datetime.timedelta(days=1) for row in county_councils()}
    for row in rows():
        is_region = row["kind"] == OrganisationKind.REGION
        yield row | {"from_date": begun.get(row["code"]) if is_region else None, "to_date": None}


def _beneath_their_municipality():
    """Return the districts with their parent, and those that are known already.

    They have no code: a district is known by its name beneath its municipality. One that somebody has entered without
    saying where it belongs is taken for it, also as another organisation: an application that names none of the list
    becomes that.
    """
    entered = Organisation.objects.in_register().select_related("parent")
    parents = {row.code: row for row in entered.filter(kind=OrganisationKind.MUNICIPALITY)}
    known = {(row.name, row.parent_id): row for row in entered.filter(kind__in=DISTRICT_OR_OTHER)}
    wanted, found = [], {}
    for row in districts():
        row["parent"] = parents[row.pop("parent_code")]
        wanted.append(row)
        found[_key(row)] = known.get((row["name"], row["parent"].pk)) or known.get((row["name"], None))
    return wanted, found


def _put(wanted, known):
    """Add what is not known and put right what is; return how many of each."""
    added, changed = [], []
    for row in wanted:
        organisation = known.get(_key(row))
        if organisation is None:
            added.append(Organisation(**row))
        elif _correct(organisation, row):
            changed.append(organisation)
    Organisation.objects.bulk_create(added)
    Organisation.objects.bulk_update(changed, ["kind", "name", "county_code", "parent", "from_date", "to_date"])
    return len(added), len(changed)


def _key(row):
    return (row["kind"], row["code"]) if row["code"] else (row["kind"], row["name"], row["parent"].pk)


def _correct(organisation, row):
    """Put the name right, and fill in what nobody has written; return whether anything changed."""
    wanted = {
        "kind": row["kind"],
        "name": row["name"],
        "county_code": row["county_code"],
        "parent": organisation.parent or row.get("parent"),
    }
    for name in ("from_date", "to_date"):
        written = getattr(organisation, name)
        is_wrong = (row["kind"], row["code"], name, written) in WRONG_DAYS
        wanted[name] = row[name] if is_wrong or written is None else written
    if all(getattr(organisation, name) == value for name, value in wanted.items()):
        return False
    for name, value in wanted.items():
        setattr(organisation, name, value)
    return True
