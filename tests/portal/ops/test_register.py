"""The official list in the register of organisations."""

import datetime
import io

import pytest
from django.core.management import call_command

from members.organisations.models import Organisation
from members.organisations.querysets import today
from members.registration.forms.organisation import find_organisation, label_of, register_of_today
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
    assert "363 added, 0 corrected" in load()
    assert "0 added, 0 corrected" in load()
    of_today = Organisation.objects.in_register().existing_on(today())
    assert of_today.exclude(kind="district").count() == 310
    assert of_today.filter(kind="district").count() == 11


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
def test_when_the_founding_network_registered_eleven_were_still_county_councils():
    load()
    councils = Organisation.objects.existing_on(datetime.date(2016, 11, 15)).filter(kind="county_council")
    # Stockholm, Uppsala, Sörmland, Kalmar, Blekinge, Värmland, Västmanland, Dalarna, and three in the north.
    assert {row.code for row in councils} == {"01", "03", "04", "08", "10", "17", "19", "20", "22", "24", "25"}


@pytest.mark.django_db
def test_vasternorrland_kept_the_name_of_county_council_for_a_year_longer():
    load()
    assert "Landstinget Västernorrland" in on(2018, 1, 31, "county_council")
    assert "Region Västernorrland" in on(2018, 2, 1, "region")
    Organisation.objects.filter(kind="county_council", code="22").update(to_date="2016-12-31")
    Organisation.objects.filter(kind="region", code="22").update(from_date="2017-01-01")
    assert "0 added, 2 corrected" in load()
    assert "Landstinget Västernorrland" in on(2018, 1, 31, "county_council")


def districts_beneath(code, day):
    return Organisation.objects.existing_on(day).filter(kind="district", parent__code=code).count()


@pytest.mark.django_db
def test_district_committees_stand_beneath_their_municipality_each_in_its_time():
    load()
    founding = datetime.date(2016, 11, 15)
    assert [districts_beneath(code, founding) for code in ("0180", "1280", "1480", "1490")] == [14, 5, 10, 3]
    assert districts_beneath("1480", datetime.date(2021, 1, 1)) == 0
    assert districts_beneath("0180", datetime.date(2020, 7, 1)) == 13
    assert districts_beneath("0180", datetime.date(2023, 7, 1)) == 11
    assert (
        districts_beneath("0180", today()) == Organisation.objects.existing_on(today()).filter(kind="district").count()
    )


@pytest.mark.django_db
def test_district_that_somebody_has_entered_is_not_added_again():
    load()
    Organisation.objects.filter(name="Järva stadsdelsnämnd").delete()
    Organisation.objects.filter(name="Farsta stadsdelsnämnd").update(parent=None)
    borough = Organisation.objects.create(name="Järva stadsdelsnämnd", kind="other", organisation_number="212000-0142")
    elsewhere = Organisation.objects.create(
        name="Stadsdelsnämnden Norr", kind="district", parent=Organisation.objects.get(code="1880")
    )
    assert "0 added, 2 corrected" in load()
    borough.refresh_from_db()
    assert (borough.kind, borough.parent.code, borough.organisation_number) == ("district", "0180", "212000-0142")
    elsewhere.refresh_from_db()
    assert (elsewhere.parent.code, elsewhere.to_date) == ("1880", None)


@pytest.mark.django_db
def test_district_of_the_demonstration_is_left_alone():
    invented = Organisation.objects.create(name="Bromma stadsdelsnämnd", kind="district", is_demonstration=True)
    assert "363 added" in load()
    invented.refresh_from_db()
    assert invented.parent is None


@pytest.mark.django_db
def test_what_is_no_more_is_not_offered_to_applicants_and_what_is_today_is():
    load()
    assert find_organisation("Stockholms läns landsting") is None
    assert find_organisation("Stadsdelsnämnden Lundby") is None
    assert find_organisation("Rinkeby-Kista stadsdelsnämnd (Stockholms kommun)") is None
    assert find_organisation("Region Stockholm").code == "01"
    assert find_organisation("Järva stadsdelsnämnd (Stockholms kommun)").parent.code == "0180"
    assert find_organisation("farsta stadsdelsnämnd").parent.code == "0180"


@pytest.mark.django_db
def test_applicants_find_the_districts_of_today_right_beneath_their_municipality():
    load()
    offered = [label_of(row) for row in register_of_today()]
    assert len(offered) == 321
    at = offered.index("Stockholms kommun")
    beneath = offered[at + 1 : at + 12]
    assert all(name.endswith(" stadsdelsnämnd (Stockholms kommun)") for name in beneath)
    assert len(set(beneath)) == 11  # in which order is the collation's to say
    assert not offered[at + 12].endswith(")")


@pytest.mark.django_db
def test_days_written_by_hand_are_kept_and_missing_ones_filled_in():
    load()
    Organisation.objects.filter(kind="region", code="01").update(from_date="2018-01-01")
    Organisation.objects.filter(kind="county_council", code="01").update(to_date=None)
    assert "0 added, 1 corrected" in load()
    assert Organisation.objects.get(kind="region", code="01").from_date == datetime.date(2018, 1, 1)
    assert Organisation.objects.get(kind="county_council", code="01").to_date == datetime.date(2018, 12, 31)
