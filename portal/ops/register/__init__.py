"""The official list: 290 municipalities and 20 regions, 310 organisations, for Gotland is both at once.

Municipal codes and names come from the npm package kommunkoder (MIT, see LICENSE-kommunkoder.txt), checked against
Statistics Sweden's codes; the organisations' full names were written for the portal. Codes are text: many begin with 0.
"""

import csv
from pathlib import Path

from django.db import transaction

from members.organisations.models import Organisation
from members.organisations.querysets import GOTLAND

__all__ = ["GOTLAND", "counties", "load", "rows"]

HERE = Path(__file__).parent


def rows():
    """Return the list as dictionaries with kind, code, name and county_code."""
    with (HERE / "organisations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def counties():
    """Return the names of the counties by code."""
    with (HERE / "counties.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


@transaction.atomic
def load():
    """Put the list into the register: new organisations are added, changed names put right, nothing is removed.

    Returns how many were added and how many changed. Running it again changes nothing.
    """
    known = {(row.kind, row.code): row for row in Organisation.objects.in_register().exclude(code="")}
    added, changed = [], []
    for row in rows():
        organisation = known.get((row["kind"], row["code"]))
        if organisation is None:
            added.append(Organisation(**row))
        elif (organisation.name, organisation.county_code) != (row["name"], row["county_code"]):
            organisation.name, organisation.county_code = row["name"], row["county_code"]
            changed.append(organisation)
    Organisation.objects.bulk_create(added)
    Organisation.objects.bulk_update(changed, ["name", "county_code"])
    return len(added), len(changed)
