"""An organisation that is no more is told of by its last day, to coordinators and administrators alike."""

import datetime

import pytest

from members.organisations.enums import OrganisationKind
from tests.conftest import confirm as show_code
from tests.factories.organisations import OrganisationFactory
from tests.members.organisations.test_importing import look, person, workbook

TOLD = "Gamla landstinget fanns till och med den 31 december 2018. Ange den organisation som har tagit över."


@pytest.mark.parametrize("who", ["david", "fredrik"])
def test_organisation_that_is_no_more_is_told_of_by_its_last_day(client, login, world, who):
    OrganisationFactory(
        name="Gamla landstinget", kind=OrganisationKind.COUNTY_COUNCIL, to_date=datetime.date(2018, 12, 31)
    )
    show_code(login(client, getattr(world, who)))
    answer = look(client, world, workbook(person("gamla landstinget", "ny@x.example", kind="Landsting")))
    assert [row.errors for row in answer.context["plan"].rows] == [[TOLD]]
