"""Somebody new, and somebody who has an account, follow the link of an invitation."""

import datetime

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import TotpDevice, User
from members.organisations import services
from members.organisations.access import NETWORK_KEY
from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership
from tests.factories.accounts import PASSWORD
from tests.members.accounts.conftest import code_of

NEW = "ny@norrvik.example"
DETAILS = {"name": "Nora Ny", "password": "En-vinter-vid-havet-9"}


def test_somebody_new_joins_in_one_go(client, world, invited):
    """Link, name and password, app, recovery codes, in."""
    invitation, link = invited()
    page = client.get(link).content.decode()
    assert "Norrviks kommun" in page
    assert world.network.name in page
    answer = client.post(link, DETAILS)
    assert answer["Location"] == f"{reverse('accounts:enrol')}?next=%2Fdeltagare%2F"
    person = User.objects.get(email=NEW)
    assert (person.name, person.check_password(DETAILS["password"])) == ("Nora Ny", True)
    assert person.holds_role(Role.MEMBER, network_id=world.network.pk)
    client.get(answer["Location"])
    answer = client.post(
        reverse("accounts:enrol"), {"code": code_of(TotpDevice.objects.get(user=person)), "next": "/deltagare/"}
    )
    assert answer["Location"] == f"{reverse('accounts:recovery_codes')}?next=%2Fdeltagare%2F"
    assert client.get(answer["Location"]).content.decode().count("-") > 30
    answer = client.post(reverse("accounts:recovery_codes"), {"next": "/deltagare/"})
    assert answer["Location"] == "/deltagare/"
    assert client.get(reverse("organisations:directory")).status_code == 200


def test_opening_the_link_uses_nothing_up(client, invited):
    invitation, link = invited()
    for _visit in range(3):
        assert client.get(link).status_code == 200
    invitation.refresh_from_db()
    assert invitation.is_open
    assert not User.objects.filter(email=NEW).exists()


def test_link_works_once(client, invited):
    _invitation, link = invited()
    client.post(link, DETAILS)
    client.logout()
    page = client.get(link)
    assert page.status_code == 410
    assert "Den är redan använd" in page.content.decode()
    assert client.post(link, DETAILS).status_code == 410
    assert User.objects.filter(email=NEW).count() == 1


def test_expired_link_says_what_to_do(client, invited):
    _invitation, link = invited()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)):
        page = client.get(link)
    assert page.status_code == 410
    assert "Den har gått ut" in page.content.decode()


def test_withdrawn_link_says_what_to_do(client, world, invited):
    invitation, link = invited()
    services.withdraw_invitation(invitation=invitation, by=world.david)
    page = client.get(link)
    assert page.status_code == 410
    assert "Den är återtagen" in page.content.decode()


def test_link_to_a_finished_network_says_so(client, world, invited):
    _invitation, link = invited()
    world.network.archived_at = timezone.now()
    world.network.save()
    assert "Nätverket är avslutat" in client.get(link).content.decode()


def test_unknown_link_says_what_to_do(client, db):
    page = client.get(reverse("organisations:welcome", kwargs={"token": "pahittat"}))
    assert page.status_code == 410
    assert "Vi känner inte igen länken" in page.content.decode()


def test_renewed_link_works_and_the_old_one_does_not(client, world, invited, commits, mailoutbox):
    from tests.members.organisations.conftest import link_in

    invitation, old = invited()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=15)), commits():
        services.renew_invitation(invitation=invitation, by=world.david)
    assert client.get(old).status_code == 410
    new = link_in(mailoutbox[-1])
    with time_machine.travel(timezone.now() + datetime.timedelta(days=16)):
        assert client.get(new).status_code == 200


def test_token_is_kept_as_digest_only(invited):
    invitation, link = invited()
    token = link.split("/")[-2]
    assert token not in str(Invitation.objects.values().get(pk=invitation.pk))
    assert invitation.digest == Invitation.digest_of(token)


def test_page_keeps_its_address_from_other_sites_and_from_caches(client, invited):
    _invitation, link = invited()
    for response in (client.get(link), client.get("/valkommen/pahittat/"), client.post(link, DETAILS)):
        assert response["Referrer-Policy"] == "same-origin"
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("password", ["kort", "123456789012", "lösenord", NEW])
def test_weak_password_is_refused(client, invited, password):
    _invitation, link = invited()
    assert client.post(link, {"name": "Nora", "password": password}).status_code == 200
    assert not User.objects.filter(email=NEW).exists()


def test_sentence_is_welcome_as_password(client, invited):
    _invitation, link = invited()
    assert client.post(link, {"name": "Nora", "password": "tre kråkor åt min smörgås"}).status_code == 302


def test_session_from_before_is_not_taken_over(client, invited):
    _invitation, link = invited()
    client.get(link)
    session = client.session
    session["planted"] = 1
    session.save()
    before = session.session_key
    client.post(link, DETAILS)
    assert client.session.session_key != before


def test_somebody_with_an_account_logs_in_and_accepts(client, world, invited, login):
    _invitation, link = invited(world.gunilla.email)
    page = client.get(link).content.decode()
    assert f'href="{reverse("accounts:login")}?next=' in page
    client.post(link)
    assert not Membership.objects.filter(user=world.gunilla, network=world.network).exists()
    login(client, world.gunilla)
    assert "Tacka ja" in client.get(link).content.decode()
    assert client.post(link)["Location"] == "/deltagare/"
    assert world.fresh("gunilla").holds_role(Role.MEMBER, network_id=world.network.pk)
    assert client.session[NETWORK_KEY] == world.network.pk


def test_account_without_second_factor_does_not_accept(client, world, invited):
    _invitation, link = invited("klara@cast.example", organisation=world.lindasa)
    client.post(reverse("accounts:login"), {"username": "klara@cast.example", "password": PASSWORD})
    client.post(link)
    assert not Membership.objects.filter(user=world.klara, organisation=world.lindasa).exists()


def test_link_does_not_work_for_another_account(client, world, invited, login):
    _invitation, link = invited(world.gunilla.email)
    login(client, world.cecilia)
    for response in (client.get(link), client.post(link)):
        assert "Inbjudan gäller en annan adress" in response.content.decode()
    assert not Membership.objects.filter(organisation=world.norrvik, user=world.gunilla).exists()


def test_somebody_logged_in_makes_no_account_for_another_address(client, world, invited, login):
    _invitation, link = invited()
    login(client, world.cecilia)
    assert "Inbjudan gäller en annan adress" in client.post(link, DETAILS).content.decode()
    assert not User.objects.filter(email=NEW).exists()


def test_editor_who_accepts_lands_in_wagtail(client, world, invited, login):
    _invitation, link = invited(world.johan.email, organisation=world.skr, network=None, role=Role.EDITOR)
    login(client, world.johan)
    assert client.post(link)["Location"] == "/admin/"


def test_two_windows_make_one_account(client, world, invited, monkeypatch):
    """The second window's form arrives after the first one's account was made."""
    from members.organisations import queries

    _invitation, link = invited()
    User.objects.create_user(NEW, name="Redan här")
    monkeypatch.setattr(queries, "account_of", lambda invitation: None)
    assert client.post(link, DETAILS)["Location"] == link
    assert SESSION_KEY not in client.session


def test_service_refuses_another_address_and_a_used_link(world, invited):
    invitation, _link = invited(world.gunilla.email)
    with pytest.raises(services.WrongAccount):
        services.accept_invitation(invitation=invitation, by=world.bo)
    services.accept_invitation(invitation=invitation, by=world.gunilla)
    with pytest.raises(services.InvitationIsClosed):
        services.accept_invitation(invitation=invitation, by=world.gunilla)


def test_welcome_is_there_in_english(client, world, invited):
    _invitation, link = invited(language="en")
    assert link.startswith("/en/valkommen/")
    assert '<html lang="en"' in client.get(link).content.decode()
