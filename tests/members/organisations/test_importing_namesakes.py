"""A workbook makes no second row of an organisation that is in the register: what is wrong is said instead."""

from datetime import timedelta

import pytest
from django.utils import timezone

from members.organisations.enums import OrganisationKind
from members.organisations.models import Network
from members.organisations.services import planned_import
from tests.factories.organisations import OrganisationFactory

HEADINGS = ["Organisation", "Typ", "Kod", "Organisationsnummer", "Hör till"]
NUMBER, OTHER = "222000-0315", "212000-0142"


@pytest.fixture
def look(world):
    """`look(*rows)`: what the rows would do, each with the cells of HEADINGS, for an administrator."""

    def planned(*rows, by="fredrik"):
        table = [(1, HEADINGS), *((number, [*row, *[""] * (5 - len(row))]) for number, row in enumerate(rows, 2))]
        network = Network.objects.get(pk=world.network.pk)
        return planned_import(table=table, network=network, by=world.people[by]).rows

    return planned


@pytest.fixture
def gotland(world):
    return OrganisationFactory(name="Region Gotland", code="0980", county_code="09")


@pytest.fixture
def ale(world):
    return OrganisationFactory(name="Ale kommun", code="1440", county_code="14", organisation_number=NUMBER)


@pytest.mark.parametrize("row", [["Region Gotland", "Region"], ["Region Gotland", "Kommun"], ["Region Gotland"],
                                 ["Region Gotland", "Region", "09"], ["", "", "0980"]])  # fmt: skip
def test_gotland_is_one_organisation_in_both_roles(look, gotland, row):
    [planned] = look(row)
    assert (planned.organisation, planned.errors) == (gotland, [])


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (["Ale kommun", "Region"], "Ale kommun finns redan, med typen Kommun. Rätta typen i filen."),
        (["Ale kommun", "Kommun", "1441"], "Ale kommun finns redan, med koden 1440. Rätta koden i filen."),
        (["Ale kommun", "Kommun", "", OTHER], f"Ale kommun har organisationsnumret {NUMBER} i registret."),
        (["Ale kommuns vänner", "Förbund", "", NUMBER], "Organisationsnumret hör till Ale kommun."),
        (["Lindåsa kommun", "Kommun", "", NUMBER], "Organisationsnumret hör till Ale kommun."),
        (["Nya", "Kommun", "ZZ9"], "Koden stämmer inte: en kommuns har fyra siffror, en regions två."),
        (["Nya", "Region", "9999"], "Koden stämmer inte: en kommuns har fyra siffror, en regions två."),
    ],
)
def test_namesake_or_borrowed_number_is_refused(look, ale, row, text):
    [planned] = look(row)
    assert planned.errors == [text]


def test_coordinator_is_told_what_is_wrong_with_the_row(look, ale):
    [planned] = look(["Ale kommun", "Region"], by="david")
    assert planned.errors == ["Ale kommun finns redan, med typen Kommun. Rätta typen i filen."]


def test_right_number_is_no_fault_and_a_committee_has_that_of_its_municipality(look, ale):
    found, committee = look(
        ["Ale kommun", "Kommun", "1440", NUMBER], ["Nolnämnden", "Stadsdelsnämnd", "", NUMBER, "1440"]
    )
    assert (found.organisation, found.errors) == (ale, [])
    assert (committee.organisation.parent, committee.errors) == (ale, [])


def test_second_row_of_a_new_one_is_held_against_the_first(look):
    first, second = look(["Räddningen", "Förbund"], ["Räddningen", "Annan organisation"])
    assert first.errors == []
    assert second.errors == ["Räddningen finns redan, med typen Förbund. Rätta typen i filen."]


def test_code_of_one_that_is_no_more_is_not_given_again(look):
    OrganisationFactory(
        name="Landstinget Halland",
        kind=OrganisationKind.COUNTY_COUNCIL,
        code="13",
        to_date=timezone.localdate() - timedelta(days=1),
    )
    [planned] = look(["Hallands landsting", "Landsting", "13"])
    assert planned.errors[0].startswith("Landstinget Halland fanns till och med den")
