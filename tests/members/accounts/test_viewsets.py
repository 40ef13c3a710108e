"""Accounts in Wagtail admin, and a person's own settings there."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from members.accounts.models import User
from members.audit.models import Record
from tests.conftest import confirm
from tests.factories.accounts import PASSWORD

LIST = reverse("wagtailusers_users:index")
DETAILS = {"name": "Bo Ny", "title": "", "phone": "", "language": "sv"}


def edit(person):
    return reverse("wagtailusers_users:edit", args=[person.pk])


def bulk(action, person):
    """The page that asks about closing or opening the account, as the account's own page leads to it."""
    return (
        reverse("wagtail_bulk_action", args=["accounts", "user", action])
        + "?"
        + urlencode({"id": person.pk, "next": edit(person)})
    )


@pytest.fixture
def administrator(client, world, login):
    return login(client, world.fredrik)


def test_administrator_finds_people(administrator):
    page = administrator.get(LIST, {"q": "bo@cast"}).content.decode()
    assert "Bo Castsson" in page
    assert "Cecilia" not in page


def test_form_holds_neither_address_nor_password_nor_groups_nor_closing(administrator, world):
    page = administrator.get(edit(world.bo)).content.decode()
    for name in ("email", "password", "password1", "groups", "is_superuser", "is_active"):
        assert f'name="{name}"' not in page


def test_details_are_corrected_and_recorded(administrator, world):
    assert administrator.post(edit(world.david), DETAILS).status_code == 302
    record = Record.objects.get(action="accounts.change_details")
    assert (record.actor_id, record.fields) == (str(world.fredrik.pk), ["name"])


def test_account_leads_to_closing_which_asks_for_a_code_and_back(administrator, world):
    assert escape(bulk("close", world.bo)) in administrator.get(edit(world.bo)).content.decode()
    assert administrator.get(bulk("close", world.bo))["Location"].startswith(reverse("accounts:confirm"))
    answer = confirm(administrator).post(bulk("close", world.bo))
    assert answer["Location"] == edit(world.bo)
    page = administrator.get(edit(world.bo)).content.decode()
    assert escape(bulk("open", world.bo)) in page
    assert escape(bulk("close", world.bo)) not in page


def test_account_is_closed_at_once_and_loses_its_groups(administrator, world, login):
    david = login(Client(), world.david)
    assert david.get("/admin/").status_code == 200
    confirm(administrator).post(bulk("close", world.david))
    assert david.get("/admin/")["Location"].startswith(reverse("accounts:login"))
    assert not world.fresh("david").groups.exists()


def test_account_that_is_opened_again_gets_its_groups_back(administrator, world):
    confirm(administrator)
    administrator.post(bulk("close", world.david))
    administrator.post(bulk("open", world.david))
    assert world.fresh("david").has_perm("wagtailadmin.access_admin")


def test_nobody_closes_their_own_account(administrator, world):
    assert "/bulk/accounts/user/close/" not in administrator.get(edit(world.fredrik)).content.decode()
    confirm(administrator).post(bulk("close", world.fredrik))
    assert world.fresh("fredrik").is_active


def test_posted_address_password_and_groups_are_ignored(administrator, world):
    administrator.post(
        edit(world.bo),
        {
            **DETAILS,
            "is_active": "",
            "email": "x@y.example",
            "password1": "x",
            "password2": "x",
            "is_superuser": "on",
        },
    )
    bo = User.objects.get(pk=world.bo.pk)
    assert (bo.name, bo.email, bo.is_active, bo.is_superuser) == ("Bo Ny", "bo@cast.example", True, False)
    assert bo.check_password(PASSWORD)


@pytest.mark.parametrize("name", ["add", "delete"])
def test_accounts_are_neither_made_nor_deleted_by_hand(administrator, world, name):
    address = reverse(f"wagtailusers_users:{name}", args=[world.bo.pk] if name == "delete" else [])
    count = User.objects.count()
    for answer in (administrator.get(address), administrator.post(address, DETAILS)):
        assert answer["Location"] == "/admin/"
    assert User.objects.count() == count


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_wagtails_bulk_actions_change_nobody(administrator, world, action):
    from django.contrib.auth.models import Group

    address = reverse("wagtail_bulk_action", args=["accounts", "user", action])
    group = Group.objects.get(name="Administratörer")
    administrator.post(f"{address}?id={world.bo.pk}", {"role": group.pk, "mark_as_active": "False", "next": LIST})
    bo = User.objects.get(pk=world.bo.pk)
    assert bo.is_active
    assert not bo.groups.exists()


def test_groups_are_not_edited_by_hand(administrator):
    assert administrator.get(reverse("wagtailusers_groups:index"))["Location"] == "/admin/"


@pytest.mark.parametrize("name", ["david", "eva"])
def test_others_do_not_reach_accounts(client, world, login, name):
    login(client, world.people[name])
    for address in (LIST, edit(world.bo)):
        assert client.get(address)["Location"] == "/admin/"
        assert client.post(address, DETAILS)["Location"] == "/admin/"


@pytest.mark.parametrize("name", ["david", "eva", "fredrik"])
def test_own_settings_in_wagtail_change_neither_name_nor_address_nor_password(client, world, login, name):
    login(client, world.people[name])
    address = reverse("wagtailadmin_account")
    page = client.get(address).content.decode()
    assert "theme-theme" in page
    for field in ("name_email-", "avatar-", "password-"):
        assert field not in page
    answer = client.post(
        address,
        {
            "locale-preferred_language": "sv",
            "theme-theme": "dark",
            "theme-contrast": "system",
            "theme-density": "default",
            "name_email-email": "x@y.example",
            "password-new_password1": "x",
        },
    )
    assert answer["Location"] == address
    person = User.objects.get(pk=world.people[name].pk)
    assert (person.email, person.wagtail_userprofile.theme) == (world.people[name].email, "dark")
    assert person.check_password(PASSWORD)


def test_wagtails_own_login_is_never_met(client, world, login):
    address = reverse("wagtailadmin_login")
    assert client.get(address)["Location"].startswith(reverse("accounts:login"))
    assert login(client, world.david).get(address)["Location"] == "/admin/"
    assert login(client, world.bo).get(address)["Location"] == reverse("accounts:login")


def test_whoever_may_not_enter_wagtail_is_told_so_and_does_not_go_round(client, world, login):
    answer = login(client, world.bo).get("/admin/", follow=True)
    assert "Du är redan inloggad" in answer.content.decode()
    assert len(answer.redirect_chain) == 1


def test_wagtail_is_closed_to_a_password_alone(client, world):
    client.post(reverse("accounts:login"), {"username": world.fredrik.email, "password": PASSWORD})
    assert client.get("/admin/")["Location"].startswith(reverse("accounts:second_factor"))
