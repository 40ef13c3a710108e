"""What people tell of themselves, and to whom: in the list of participants, its search and the export."""

import pytest
from django.urls import reverse

from members.accounts.models import User
from members.audit.models import Record
from members.organisations import queries
from members.organisations.models import Membership
from members.organisations.search import search_people
from portal.core.access import may
from portal.ops.erasing import erase
from tests.conftest import confirm
from tests.members.organisations.conftest import DIRECTORY
from tests.members.organisations.test_listings import cells

ACCOUNT = reverse("accounts:account")
EXPORT = reverse("wagtailsnippets_organisations_membership:list")
TOLD = {
    "name_audience": "network",
    "email_audience": "network",
    "title_audience": "network",
    "phone": "070-123 45",
    "phone_audience": "network",
    "can_help_with": "lägesbild, stöd till föräldrar",
    "looking_for": "källkritik",
    "topics_audience": "network",
}
# Of Bo of Lindåsa: a colleague, somebody else of the network, the coordinator, the administrator, Bo.
SEES = {
    "network": {"amina", "cecilia", "david", "fredrik", "bo"},
    "organisation": {"amina", "david", "fredrik", "bo"},
    "nobody": {"fredrik", "bo"},
}


def tell(person, **changes):
    User.objects.filter(pk=person.pk).update(**{**TOLD, **changes})


def main_of(client, path=DIRECTORY, **query):
    return client.get(path, query).content.decode().split("<main")[1]


def test_bo_tells_and_cecilia_finds_him_by_the_topic(client, world, login):
    login(client, world.bo)
    answer = client.post(ACCOUNT, {"name": world.bo.name, "title": "", "language": "sv", **TOLD}, follow=True)
    assert "Dina uppgifter är sparade." in answer.content.decode()
    record = Record.objects.get(action="accounts.change_details")
    assert set(record.fields) == {"phone", "can_help_with", "looking_for"}

    login(client, world.cecilia)
    page = main_of(client)
    assert "070-123 45" in page
    assert f'<a href="{DIRECTORY}?q=st%C3%B6d%20till%20f%C3%B6r%C3%A4ldrar">stöd till föräldrar</a>' in page
    found = main_of(client, q="stöd till föräldrar")
    assert "Bo Castsson" in found
    assert "Amina" not in found


@pytest.mark.parametrize("field", ["phone", "topics"])
@pytest.mark.parametrize("audience", SEES)
def test_each_field_is_seen_by_its_audience_alone(world, field, audience):
    tell(world.bo, **{f"{field}_audience": audience})
    row = Membership.objects.get(user=world.bo)
    seen = {name for name in world.people if may(world.fresh(name), f"organisations.see_{field}_membership", row)}
    others = {"klara"} if audience == "network" else set()
    assert seen == SEES[audience] | others


@pytest.mark.parametrize("audience", SEES)
@pytest.mark.parametrize("name", ["amina", "cecilia", "david", "bo"])
def test_list_and_its_search_hold_what_one_may_see(client, world, login, audience, name):
    tell(world.bo, phone_audience=audience, topics_audience=audience)
    login(client, world.people[name])
    page, found = main_of(client), main_of(client, q="källkritik")
    expected = name in SEES[audience]
    assert [text in page for text in ("070-123 45", "stöd till föräldrar", "källkritik")] == [expected] * 3
    assert ("Bo Castsson" in found) == expected


def test_phone_and_topics_are_chosen_apart(world):
    tell(world.bo, phone_audience="nobody")
    row = Membership.objects.get(user=world.bo)
    told = queries.told_to(world.fresh("cecilia"), row)
    assert (told.phone, told.looking_for) == ("", ("källkritik",))


@pytest.mark.parametrize("audience", SEES)
@pytest.mark.parametrize("name", ["david", "fredrik"])
def test_export_leaves_out_what_one_may_not_see(client, world, login, audience, name):
    tell(world.bo, phone_audience=audience)
    login(client, world.people[name])
    rows = cells(confirm(client).get(EXPORT, {"export": "csv", "held": "current"}))
    phones = {row[0]: row[3] for row in rows}
    assert phones["Bo Castsson"] == ("070-123 45" if name in SEES[audience] else "")


@pytest.mark.parametrize("word", ["källkritik", "070-123"])
def test_search_of_the_portal_does_not_look_at_them(world, word):
    tell(world.bo)
    assert search_people(user=world.fresh("amina"), words=[word], limit=5) == []


def test_english_list_names_them_in_english(client, world, login):
    tell(world.bo)
    page = main_of(login(client, world.cecilia), "/en" + DIRECTORY)
    assert f'href="/en{DIRECTORY}?q=k%C3%A4llkritik"' in page


def test_erasure_empties_them(world):
    tell(world.bo)
    erase(user=world.bo)
    world.bo.refresh_from_db()
    assert (world.bo.phone, world.bo.can_help_with, world.bo.looking_for) == ("", "", "")
