"""A form that is sent when the session has ended: its text comes back after the login, without any script."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from members.accounts.models import Session
from members.forum.models import Post
from tests.factories.accounts import PASSWORD, TotpDeviceFactory
from tests.factories.forum import ThreadFactory
from tests.members.accounts.conftest import code_of

LOGIN, CODE, KEPT = (reverse(f"accounts:{name}") for name in ("login", "second_factor", "kept"))
TEXT = 'Vi prövade det i våras.\nDet gick <bra> & kostade "lite".'


KEY = "7b0d1b8a-1d3f-4c5e-9a57-3d0a8c1f2e11"


def browser():
    """One that has been here before: it has the cookie that forms are checked against."""
    client = Client()
    client.get(LOGIN)
    return client


def hidden(page, name):
    return html.unescape(re.search(rf'name="{name}" value="([^"]*)"', page.content.decode()).group(1))


def log_in_from(page, client, user, *, first=None):
    """Log in with what the page holds; `first` is a wrong password that is tried before."""
    sent = {"username": user.email, "next": hidden(page, "next"), "kept": hidden(page, "kept")}
    if first:
        page = client.post(LOGIN, {**sent, "password": first})
        sent["kept"] = hidden(page, "kept")
    client.post(LOGIN, {**sent, "password": PASSWORD})
    return client.post(CODE, {"code": code_of(user.totp_devices.get()), "next": sent["next"]})


@pytest.fixture
def thread(world):
    return ThreadFactory(network=world.network)


@pytest.fixture
def reply_to(thread):
    return reverse("forum:reply", args=[thread.pk])


@pytest.mark.parametrize("first", [None, "fel"])
def test_text_comes_back_after_the_login_and_is_sent(world, reply_to, first):
    client = browser()
    page = client.post(reply_to, {"source": TEXT, "submission_key": KEY}, follow=True)
    assert page.redirect_chain[0][1] == 307
    assert "Det du fyllde i är inte skickat" in page.content.decode()
    assert not Post.objects.filter(source__contains="prövade").exists()
    assert log_in_from(page, client, world.bo, first=first)["Location"] == KEPT
    page = client.get(KEPT)
    assert html.escape(TEXT, quote=False).splitlines()[0] in page.content.decode()
    sent = {"source": TEXT, "submission_key": hidden(page, "submission_key"), "kept_send": "1"}
    answer = client.post(KEPT, sent)
    assert (answer.status_code, answer["Location"]) == (307, reply_to)
    client.post(reply_to, sent)
    assert Post.objects.get(author=world.bo).source.replace("\r", "") == TEXT
    assert client.get(KEPT).status_code == 302


def test_text_that_is_thrown_away_is_gone(world, reply_to):
    client = browser()
    log_in_from(client.post(reply_to, {"source": TEXT}, follow=True), client, world.bo)
    assert client.post(KEPT, {"source": TEXT, "kept_discard": "1"})["Location"] == reverse("journey:start")
    assert client.get(KEPT)["Location"] == reverse("journey:start")


def test_stranger_stores_nothing(db, reply_to):
    before = Session.objects.count()
    browser().post(reply_to, {"source": TEXT}, follow=True)
    assert Session.objects.count() == before


def test_passwords_are_not_kept(world, reply_to):
    page = browser().post(reply_to, {"source": TEXT, "password": "Hemligt lösenord 1"}, follow=True)
    client = browser()
    log_in_from(page, client, world.bo)
    assert "Hemligt" not in client.get(KEPT).content.decode()


def test_made_up_text_is_not_taken_in(world):
    client = browser()
    sent = {"username": world.bo.email, "password": PASSWORD, "kept": "bW9rZWQ:x:y"}
    assert client.post(LOGIN, sent)["Location"] == CODE
    assert client.post(CODE, {"code": code_of(world.bo.totp_devices.get())})["Location"] == reverse("journey:start")


@pytest.mark.parametrize(
    "sent",
    [
        {"source": ""},
        {"submission_key": KEY, "network": "1", "title_mark": "a"},
        {"password": "Hemligt lösenord 1", "code": "123456"},
        {"source": TEXT, "text_is_kept": "1"},
        {"source": "a b " * 60_000},
    ],
)
def test_other_forms_lead_to_the_login_as_before(db, reply_to, sent):
    answer = browser().post(reply_to, sent)
    assert (answer.status_code, answer["Location"]) == (302, f"{LOGIN}?next={reply_to.replace('/', '%2F')}")


def test_button_leads_back_to_the_page_it_stood_on(db):
    """Its own address takes nothing but POST: going there after the login would be an error."""
    sent = {"headers": {"referer": "http://testserver/deltagare/aviseringar/?sida=2#x"}}
    answer = browser().post(reverse("notifications:mark_all_read"), **sent)
    assert answer["Location"] == f"{LOGIN}?next=%2Fdeltagare%2Faviseringar%2F%3Fsida%3D2"
    sent = {"headers": {"referer": "https://ond.example/deltagare/"}}
    assert "ond.example" not in browser().post(reverse("notifications:mark_all_read"), **sent)["Location"]


def test_button_that_wants_a_code_leads_back_to_its_page(client, world, login):
    TotpDeviceFactory(user=world.bo)
    login(client, world.bo)
    answer = client.post(reverse("accounts:new_codes"), headers={"referer": "http://testserver/konto/"})
    assert answer["Location"] == f"{reverse('accounts:confirm')}?next=%2Fkonto%2F"


def test_choices_and_dates_come_back_too(world):
    """A form without a text: what was chosen is counted, what was written short can be read, and all of it is sent."""
    settings = reverse("notifications:settings")
    client = browser()
    sent = {"digest": "weekly", "quiet_from": "2026-12-24", "phone": "070-123 45 67".replace(" ", ""), "network": "1"}
    page = client.post(settings, sent, follow=True, headers={"referer": f"http://testserver{settings}"})
    assert page.redirect_chain[0][1] == 307
    log_in_from(page, client, world.bo)
    page = client.get(KEPT)
    content = page.content.decode()
    assert "<textarea" not in content
    assert "<li>2026-12-24</li>" in content
    assert "<li>070-1234567</li>" in content
    assert "Formuläret har ett val som följer med." in content
    assert f'<a href="{settings}">' in content
    assert {name: hidden(page, name) for name in sent} == sent
    assert client.post(KEPT, {**sent, "kept_send": "1"})["Location"] == settings


def test_codes_and_secrets_are_left_out(world, reply_to):
    client = browser()
    sent = {"source": TEXT, "code": "123456", "current": "Hemligt 1", "client_secret": "hemlig-nyckel"}
    log_in_from(client.post(reply_to, sent, follow=True), client, world.bo)
    content = client.get(KEPT).content.decode()
    assert not [value for value in ("123456", "Hemligt 1", "hemlig-nyckel") if value in content]


def test_script_is_not_led_to_a_page_with_its_form(db, reply_to):
    answer = browser().post(reply_to, {"source": TEXT}, headers={"sec-fetch-mode": "cors"})
    assert answer.status_code == 302


def test_form_is_sealed_in_the_session(world, reply_to):
    client = browser()
    log_in_from(client.post(reply_to, {"source": TEXT}, follow=True), client, world.bo)
    assert "kept_form" in client.session
    assert "prövade" not in str(dict(client.session))
    assert "prövade" in client.get(KEPT).content.decode()
