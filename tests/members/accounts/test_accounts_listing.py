"""The list of accounts: taken out as a file, several closed and opened, by an administrator who has shown a code."""

import csv
import io

import pytest
from django.urls import reverse

from members.accounts.models import User
from members.audit.models import Record
from tests.conftest import confirm

LIST = reverse("wagtailusers_users:index")
CONFIRM = reverse("accounts:confirm")


def bulk(action, *people):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    return address + "?" + "&".join(f"id={person.pk}" for person in people)


def is_open(*people):
    return [User.objects.get(pk=person.pk).is_active for person in people]


@pytest.fixture
def fredrik(client, login, world):
    return login(client, world.fredrik)


def test_list_is_taken_out_after_a_code_and_recorded(fredrik, world):
    assert fredrik.get(LIST + "?export=csv")["Location"].startswith(CONFIRM)
    content = b"".join(confirm(fredrik).get(LIST + "?export=csv&q=bo@cast").streaming_content).decode()
    heading, row = csv.reader(io.StringIO(content))
    assert heading[:3] == ["\ufeffNamn", "E-postadress", "Roll i organisationen"]
    assert row[:2] == ["Bo Castsson", "bo@cast.example"]
    assert row[4:6] == ["Svenska", "Ja"]
    assert "email" in Record.objects.get(action="accounts.export_user").fields


def test_export_starts_no_formula(fredrik, world):
    User.objects.filter(pk=world.bo.pk).update(name="=1+1")
    content = b"".join(confirm(fredrik).get(LIST + "?export=csv&q=bo@cast").streaming_content).decode()
    assert "'=1+1" in content


def test_list_offers_closing_and_opening_and_nothing_of_wagtails(fredrik):
    html = fredrik.get(LIST).text
    found = {part.split("/")[0] for part in html.split("/admin/bulk/accounts/user/")[1:]}
    assert found == {"close", "open"}


def test_several_are_closed_and_opened_again(fredrik, world):
    confirm(fredrik)
    address = bulk("close", world.bo, world.cecilia, world.fredrik)
    page = fredrik.get(address)
    assert {str(row["item"]) for row in page.context["items"]} == {"Bo Castsson", "Cecilia Castsson"}
    fredrik.post(address)
    assert is_open(world.bo, world.cecilia, world.fredrik) == [False, False, True]
    closed = Record.objects.filter(action="accounts.change_details", fields=["is_active"])
    assert {row.object_id for row in closed} == {str(world.bo.pk), str(world.cecilia.pk)}
    fredrik.post(bulk("open", world.bo))
    assert is_open(world.bo, world.cecilia) == [True, False]


def test_screen_that_somebody_left_closes_nobody(fredrik, world):
    for answer in (fredrik.get(bulk("close", world.bo)), fredrik.post(bulk("close", world.bo))):
        assert answer["Location"].startswith(CONFIRM)
    assert is_open(world.bo) == [True]


def test_network_that_would_be_left_alone_is_told_of(fredrik, world):
    assert "får ingen nätverksledare" in confirm(fredrik).get(bulk("close", world.david)).text


def test_select_all_means_the_list_as_it_was_searched(fredrik, world):
    address = reverse("wagtail_bulk_action", args=["accounts", "user", "close"]) + "?id=all&q=bo@cast"
    confirm(fredrik).post(address)
    assert User.objects.filter(is_active=False).count() == 1


@pytest.mark.parametrize("name", ["david", "eva", "bo"])
@pytest.mark.parametrize("action", ["close", "open"])
def test_others_close_and_open_nobody(client, login, world, name, action):
    User.objects.filter(pk=world.cecilia.pk).update(is_active=action == "close")
    before = is_open(world.cecilia)
    confirm(login(client, world.people[name])).post(bulk(action, world.cecilia))
    assert is_open(world.cecilia) == before
