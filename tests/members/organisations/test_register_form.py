"""The register in Wagtail admin: what an administrator may write there, and what a coordinator sees of it."""

import csv
import io

import pytest
from django.urls import reverse

from members.audit.models import Record
from members.organisations.models import Organisation
from tests.conftest import confirm
from tests.factories.organisations import MembershipFactory, OrganisationFactory

SPACE = "wagtailsnippets_organisations_organisation"
GIVEN = {"name": "Nykommun", "kind": "municipality", "code": "1440", "county_code": "", "organisation_number": ""}


def address(name, *args):
    return reverse(f"{SPACE}:{name}", args=args)


@pytest.fixture
def fredrik(client, login, world):
    return login(client, world.fredrik)


@pytest.fixture
def david(client, login, world):
    return login(client, world.david)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"organisation_number": "abc"}, "organisation_number"),
        ({"organisation_number": "222000-0316"}, "organisation_number"),
        ({"code": "ZZ9"}, "code"),
        ({"code": "14"}, "code"),
        ({"code": "9940"}, "code"),
        ({"kind": "region"}, "code"),
        ({"county_code": "99"}, "county_code"),
        ({"county_code": "01"}, "county_code"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(fredrik, wrong, field):
    answer = fredrik.post(address("add"), GIVEN | wrong)
    assert list(answer.context["form"].errors) == [field]
    assert 'value="Nykommun"' in answer.text
    assert not Organisation.objects.filter(name="Nykommun").exists()


def test_number_is_written_in_one_way_and_the_code_says_the_county(fredrik):
    answer = fredrik.post(address("add"), GIVEN | {"organisation_number": "2220000315"})
    assert answer.status_code == 302, answer.context["form"].errors
    made = Organisation.objects.get(name="Nykommun")
    assert (made.organisation_number, made.county_code) == ("222000-0315", "14")


def test_deleting_leaves_its_mark(fredrik):
    ids = [OrganisationFactory().pk for _number in range(3)]
    fredrik.post(address("delete", ids[0]))
    bulk = reverse("wagtail_bulk_action", args=["organisations", "organisation", "delete"])
    fredrik.post(f"{bulk}?id={ids[1]}&id={ids[2]}")
    assert not Organisation.objects.filter(pk__in=ids).exists()
    deleted = Record.objects.filter(action="organisations.delete_organisation")
    assert {row.object_id for row in deleted} == {str(pk) for pk in ids}


def test_what_is_needed_stays_and_nothing_is_written(fredrik, world):
    fredrik.post(address("delete", world.lindasa.pk))
    assert Organisation.objects.filter(pk=world.lindasa.pk).exists()
    assert not Record.objects.filter(action="organisations.delete_organisation").exists()


def test_select_all_means_the_list_as_it_was_searched(fredrik):
    OrganisationFactory(name="Bort ett")
    OrganisationFactory(name="Bort två")
    bulk = reverse("wagtail_bulk_action", args=["organisations", "organisation", "delete"])
    before = Organisation.objects.count()
    page = fredrik.get(f"{bulk}?id=all&q=Bort")
    assert {str(row["item"]) for row in page.context["items"]} == {"Bort ett", "Bort två"}
    fredrik.post(f"{bulk}?id=all&q=Bort")
    assert Organisation.objects.count() == before - 2


def test_several_get_their_last_day_and_one_that_has_a_day_keeps_it(fredrik, world):
    old = OrganisationFactory(name="Gamla landstinget", to_date="2018-12-31")
    bulk = reverse("wagtail_bulk_action", args=["organisations", "organisation", "end"])
    address = f"{bulk}?id={world.bjorkhaga.pk}&id={old.pk}"
    assert 'name="last_day"' in fredrik.get(address).text
    assert fredrik.post(address, {"last_day": "i morgon"}).context["form"].errors["last_day"]
    fredrik.post(address, {"last_day": "2026-12-31"})
    days = Organisation.objects.filter(pk__in=[world.bjorkhaga.pk, old.pk]).values_list("name", "to_date")
    assert {name: str(day) for name, day in days} == {
        "Björkhaga stadsdelsnämnd": "2026-12-31",
        "Gamla landstinget": "2018-12-31",
    }
    [mark] = Record.objects.filter(action="organisations.change_organisation")
    assert (mark.object_id, mark.fields) == (str(world.bjorkhaga.pk), ["to_date"])


def test_coordinator_ends_no_organisation(david, world):
    bulk = reverse("wagtail_bulk_action", args=["organisations", "organisation", "end"])
    david.post(f"{bulk}?id={world.lindasa.pk}", {"last_day": "2026-12-31"})
    assert Organisation.objects.get(pk=world.lindasa.pk).to_date is None


def test_coordinator_sees_the_organisations_of_the_own_networks(david, world):
    page = david.get(address("list"))
    assert {str(row) for row in page.context["object_list"]} == {"Lindåsa kommun", "Norrviks kommun", "Älvnäs kommun"}
    assert {row.name: row.people for row in page.context["object_list"]} == {
        "Lindåsa kommun": 2, "Norrviks kommun": 2, "Älvnäs kommun": 1,
    }  # fmt: skip
    assert [str(row) for row in david.get(address("list"), {"q": "norrvik"}).context["object_list"]] == [
        "Norrviks kommun"
    ]
    here = david.get(address("list"), {"network": world.archive.pk})
    assert [str(row) for row in here.context["object_list"]] == ["Älvnäs kommun"]
    assert address("edit", world.lindasa.pk) not in page.text
    assert address("add") not in page.text


def test_each_leads_to_those_who_take_part_for_it(david, world):
    address = reverse("wagtailsnippets_organisations_membership:list")
    assert f"{address}?q=Lind%C3%A5sa+kommun" in david.get(reverse(f"{SPACE}:list")).text
    found = david.get(address, {"q": "Lindåsa kommun"}).context["object_list"]
    assert {row.user for row in found} == {world.amina, world.bo}


def test_coordinator_looks_at_one_and_changes_none(david, world):
    assert "Lindåsa kommun" in david.get(address("inspect", world.lindasa.pk)).text
    assert david.get(address("inspect", world.fjardholmen.pk)).status_code == 404
    for name in ("edit", "delete", "history", "usage"):
        assert david.get(address(name, world.lindasa.pk))["Location"] == "/admin/"


def test_coordinator_counts_the_people_of_the_own_networks_alone(client, login, world):
    MembershipFactory(organisation=world.lindasa, network=world.other)
    login(client, world.henrik)
    [row] = [row for row in client.get(address("list")).context["object_list"] if row == world.lindasa]
    assert row.people == 1


def test_coordinator_takes_the_own_list_out_after_a_code(david, world):
    export = address("list") + "?export=csv"
    assert david.get(export)["Location"].startswith(reverse("accounts:confirm"))
    content = b"".join(confirm(david).get(export).streaming_content).decode()
    rows = list(csv.reader(io.StringIO(content)))
    assert [row[0] for row in rows[1:]] == ["Lindåsa kommun", "Norrviks kommun", "Älvnäs kommun"]
    assert Record.objects.filter(action="organisations.export_organisation", actor_id=str(world.david.pk)).exists()
