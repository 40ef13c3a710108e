"""Who sees a member's name, address and role: in the list of participants, the searches and the export."""

import time

import pytest
from django.urls import reverse

from members.accounts.models import User
from members.accounts.views.doors import CONFIRMED_KEY
from members.audit.models import Record
from members.organisations import queries
from members.organisations.models import Membership
from members.organisations.search import search_people
from portal.core.access import may
from tests.members.organisations.conftest import DIRECTORY
from tests.members.organisations.test_listings import cells

ACCOUNT = reverse("accounts:account")
EXPORT = reverse("wagtailsnippets_organisations_membership:list")
NEAR = {"amina", "david", "fredrik", "bo"}
SEES = {"network": NEAR | {"cecilia", "klara"}, "organisation": NEAR, "nobody": {"fredrik", "bo"}}
CHOICES = [(field, audience) for field in ("name", "email", "title") for audience in ("network", "organisation")]
CHOICES.append(("title", "nobody"))
SHOWN = {"name": "Bo Castsson", "email": "bo@", "title": "Fritidschef"}


def hide(person, **changes):
    User.objects.filter(pk=person.pk).update(title="Fritidschef", **changes)


def main_of(client, **query):
    return client.get(DIRECTORY, query).content.decode().split("<main")[1]


def found_by(world, name, words):
    return [hit.title for hit in search_people(user=world.fresh(name), words=words, limit=5)]


def test_bo_hides_name_address_and_role_and_cecilia_sees_that_somebody_takes_part(client, world, login):
    login(client, world.bo)
    told = {"name": world.bo.name, "title": "Fritidschef", "language": "sv", "phone_audience": "network"}
    told |= {"topics_audience": "network", "name_audience": "organisation", "email_audience": "organisation"}
    answer = client.post(ACCOUNT, told | {"title_audience": "nobody"}, follow=True)
    assert "Dina uppgifter är sparade." in answer.content.decode()
    record = Record.objects.get(action="accounts.change_details")
    assert set(record.fields) == {"title", "name_audience", "email_audience", "title_audience"}

    login(client, world.cecilia)
    page = main_of(client)
    assert "Deltagare utan namn" in page
    assert [text in page for text in (world.bo.name, world.bo.email, "Fritidschef")] == [False] * 3


@pytest.mark.parametrize("field", ["name", "email"])
def test_name_and_address_cannot_be_hidden_from_those_nearby(client, world, login, field):
    login(client, world.bo)
    told = dict.fromkeys(("name_audience", "email_audience", "title_audience", "phone_audience"), "network")
    told |= {"topics_audience": "network", "name": world.bo.name, "language": "sv", f"{field}_audience": "nobody"}
    form = client.post(ACCOUNT, told).context["form"]
    assert list(form.errors) == [f"{field}_audience"]


@pytest.mark.parametrize(("field", "audience"), CHOICES)
def test_each_field_is_seen_by_its_audience_alone(world, field, audience):
    hide(world.bo, **{f"{field}_audience": audience})
    row = Membership.objects.get(user=world.bo)
    seen = {name for name in world.people if may(world.fresh(name), f"organisations.see_{field}_membership", row)}
    assert seen == SEES[audience]


@pytest.mark.parametrize(("field", "audience"), CHOICES)
@pytest.mark.parametrize("name", ["amina", "cecilia", "david", "bo"])
def test_list_and_searches_hold_what_one_may_see(client, world, login, field, audience, name):
    hide(world.bo, **{f"{field}_audience": audience})
    word, expected = SHOWN[field], name in SEES[audience]
    login(client, world.people[name])
    assert (word in main_of(client)) == expected
    entries = queries.directory_of(world.network, word, user=world.fresh(name)).entries
    assert [row.user for entry in entries for row in entry.people] == ([world.bo] if expected else [])
    if field != "email":  # the search of the portal looks at no addresses
        assert found_by(world, name, [word]) == (["Bo Castsson"] if expected else [])


def test_somebody_found_by_the_organisation_keeps_name_and_role_hidden(world):
    hide(world.bo, name_audience="organisation", title_audience="organisation")
    hits = search_people(user=world.fresh("cecilia"), words=["Lindåsa"], limit=5)
    assert {(hit.title, hit.meta) for hit in hits if "Amina" not in hit.title} == {
        ("Deltagare utan namn", world.lindasa.name)
    }


def test_words_are_not_joined_from_hidden_and_shown(world):
    hide(world.bo, name_audience="organisation")
    assert found_by(world, "cecilia", ["Fritidschef", "Castsson"]) == []
    assert found_by(world, "cecilia", ["Fritidschef", "Lindåsa"]) == ["Deltagare utan namn"]


def test_coordinator_is_known_to_the_whole_network(world):
    hide(world.david, name_audience="organisation", email_audience="organisation")
    (row,) = queries.directory_of(world.network, "", user=world.fresh("cecilia")).coordinators
    assert (row.told.name, row.told.email) == (world.david.name, world.david.email)
    assert found_by(world, "cecilia", ["David"]) == [world.david.name]


@pytest.mark.parametrize(("name", "title"), [("david", ""), ("fredrik", "Fritidschef")])
def test_export_leaves_out_what_one_may_not_see(client, world, login, name, title):
    hide(world.bo, title_audience="nobody", name_audience="organisation")
    login(client, world.people[name])
    session = client.session
    session[CONFIRMED_KEY] = int(time.time())
    session.save()
    rows = cells(client.get(EXPORT, {"export": "csv", "held": "current"}))
    titles = {row[0]: row[2] for row in rows}
    assert titles["Bo Castsson"] == title
