"""The official list in the register of organisations."""

import datetime
import io

import pytest
from django.core.management import call_command

from members.organisations.models import Organisation
from members.organisations.querysets import today
from members.registration.forms.organisation import find_organisation
from portal.ops import register


def load():
    printed = io.StringIO()
    call_command("register", stdout=printed)
    return printed.getvalue()


def test_list_has_every_municipality_and_region_once():
    rows = register.rows()
    codes = {row["code"] for row in rows if row["kind"] == "municipality"}
    assert len(codes) == 290
    assert len([row for row in rows if row["kind"] == "region"]) == 20
    assert [row["name"] for row in rows if row["code"] == register.GOTLAND] == ["Region Gotland"]
    assert len(rows) == 310


def test_codes_are_text_with_their_leading_zeros():
    rows = register.rows()
    assert all(len(row["code"]) == (4 if row["kind"] == "municipality" else 2) for row in rows)
    assert {row["county_code"] for row in rows} == set(register.counties())
    assert all(row["code"].startswith(row["county_code"]) for row in rows)


@pytest.mark.django_db
def test_register_is_loaded_once():
    assert "340 added, 0 corrected" in load()
    assert "0 added, 0 corrected" in load()
    assert Organisation.objects.in_register().existing_on(today()).count() == 310


@pytest.mark.django_db
def test_register_puts_a_changed_name_right():
    load()
    Organisation.objects.filter(code="2080").update(name="Faluns kommun")
    assert "0 added, 1 corrected" in load()
    assert Organisation.objects.get(code="2080").name == "Falu kommun"


def on(year, month, day, kind):
    rows = Organisation.objects.in_register().existing_on(datetime.date(year, month, day)).filter(kind=kind)
    return {row.name for row in rows}


@pytest.mark.django_db
def test_county_council_ends_on_the_day_before_its_region_begins():
    load()
    assert "Stockholms läns landsting" in on(2018, 12, 31, "county_council")
    assert "Region Stockholm" not in on(2018, 12, 31, "region")
    assert on(2019, 1, 1, "county_council") == set()
    assert "Region Stockholm" in on(2019, 1, 1, "region")
    assert len(on(2014, 12, 31, "county_council")) == 17
    assert len(on(2015, 1, 1, "county_council")) == 11
    assert len(on(2019, 1, 1, "region")) == 20


@pytest.mark.django_db
def test_every_county_council_has_a_region_that_came_after():
    load()
    regions = {row.code: row.from_date for row in Organisation.objects.filter(kind="region", from_date__isnull=False)}
    councils = {row.code: row.to_date for row in Organisation.objects.filter(kind="county_council")}
    assert regions == {code: day + datetime.timedelta(days=1) for code, day in councils.items()}
    assert len(councils) == 18


@pytest.mark.django_db
def test_district_committees_that_are_no_more_stand_beneath_their_municipality():
    load()
    districts = Organisation.objects.filter(kind="district").select_related("parent")
    assert {(row.parent.code, row.to_date.isoformat()) for row in districts} == {
        ("0180", "2020-06-30"), ("1480", "2020-12-31"),
    }  # fmt: skip
    assert len(on(2020, 12, 31, "district")) == 10
    assert on(2021, 1, 1, "district") == set()


@pytest.mark.django_db
def test_what_is_no_more_is_not_offered_to_applicants():
    load()
    assert find_organisation("Stockholms läns landsting") is None
    assert find_organisation("Stadsdelsnämnden Lundby") is None
    assert find_organisation("Region Stockholm").code == "01"


@pytest.mark.django_db
def test_days_written_by_hand_are_kept_and_missing_ones_filled_in():
    load()
    Organisation.objects.filter(kind="region", code="01").update(from_date="2018-01-01")
    Organisation.objects.filter(kind="county_council", code="01").update(to_date=None)
    assert "0 added, 1 corrected" in load()
    assert Organisation.objects.get(kind="region", code="01").from_date == datetime.date(2018, 1, 1)
    assert Organisation.objects.get(kind="county_council", code="01").to_date == datetime.date(2018, 12, 31)
