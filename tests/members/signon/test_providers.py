"""How an organisation signs on, as the administrator decides in Wagtail admin."""

import pytest
from django.db import connection
from django.urls import reverse

from members.accounts.models import Session
from members.audit.models import Record
from members.signon.models import Provider

LIST, NEW = reverse("signon_providers"), reverse("signon_add_provider")


@pytest.fixture
def administrator(client, world, login, confirmed):
    return confirmed(login(client, world.fredrik))


def filled(world, local, **changed):
    return {
        "organisation": world.norrvik.pk,
        "issuer": local.issuer,
        "client_id": "portalen",
        "client_secret": "mycket-hemligt",
        "vouching_acr": "",
        "vouching_amr": "mfa",
        **changed,
    }


def test_provider_is_off_until_it_is_switched_on(administrator, world, local):
    assert "Ingen organisation har någon inloggning än." in administrator.get(LIST).content.decode()
    assert administrator.get(NEW).status_code == 200
    answer = administrator.post(NEW, filled(world, local))
    provider = Provider.objects.get()
    assert answer["Location"] == reverse("signon_provider", args=[provider.pk])
    assert not provider.is_on
    page = administrator.get(answer["Location"]).content.decode()
    assert f"http://testserver/logga-in/organisation/{provider.pk}/klar/" in page
    administrator.post(answer["Location"], filled(world, local, is_on="on", client_secret=""))
    provider.refresh_from_db()
    assert (provider.is_on, provider.client_secret) == (True, "mycket-hemligt")
    assert "Norrviks kommun" in administrator.get(LIST).content.decode()
    made, changed = Record.objects.filter(action__contains="_provider").order_by("pk")
    assert (made.action, changed.action, changed.fields) == (
        "signon.create_provider",
        "signon.change_provider",
        ["is_on"],
    )


def test_secret_is_encrypted_and_never_shown_again(administrator, world, local):
    administrator.post(NEW, filled(world, local))
    provider = Provider.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT client_secret FROM signon_provider")
        assert "hemligt" not in cursor.fetchone()[0]
    assert "mycket-hemligt" not in administrator.get(reverse("signon_provider", args=[provider.pk])).content.decode()
    assert "mycket-hemligt" not in str(Record.objects.get(action="signon.create_provider").fields)
    wrong = administrator.post(NEW, filled(world, local, issuer="fel")).content.decode()
    assert "mycket-hemligt" not in wrong


@pytest.mark.parametrize("issuer", ["http://elsewhere.example", "inloggning", "https://a.example/?b=c", "file:///etc"])
def test_issuer_is_an_https_address(administrator, world, local, issuer):
    page = administrator.post(NEW, filled(world, local, issuer=issuer)).content.decode()
    assert "börjar med https://" in page
    assert not Provider.objects.exists()


def test_what_does_not_answer_is_not_switched_on(administrator, world, local):
    local.configuration = {"issuer": "https://elsewhere.example"}
    page = administrator.post(NEW, filled(world, local, is_on="on")).content.decode()
    assert "Utfärdaren svarar inte som den ska" in page
    assert administrator.post(NEW, filled(world, local)).status_code == 302


def test_organisation_is_chosen_once(administrator, world, provider):
    address = reverse("signon_provider", args=[provider.pk])
    administrator.post(address, filled(world, provider.local, organisation=world.skr.pk))
    assert Provider.objects.get().organisation == world.lindasa
    again = filled(world, provider.local, organisation=world.lindasa.pk)
    assert administrator.post(NEW, again).status_code == 200
    assert Provider.objects.count() == 1


def test_change_ends_the_sessions_of_those_who_are_linked(administrator, world, login, provider, identity):
    login(type(administrator)(), world.bo)
    address = reverse("signon_provider", args=[provider.pk])
    same = filled(world, provider.local, client_secret="", vouching_amr="", is_on="on")
    administrator.post(address, same)
    assert Session.objects.filter(user=world.bo).exists()
    administrator.post(address, same | {"vouching_amr": "otp"})
    assert not Session.objects.filter(user=world.bo).exists()
    assert Session.objects.filter(user=world.fredrik).exists()


def test_code_is_asked_for_and_others_are_turned_away(client, world, login, confirmed):
    confirmed(login(client, world.david))
    assert {client.get(address).status_code for address in (LIST, NEW)} <= {302, 403}
    login(client, world.fredrik)
    session = client.session
    session["confirmed_at"] = 0
    session.save()
    assert client.get(NEW)["Location"].startswith(reverse("accounts:confirm"))
