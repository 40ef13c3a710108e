"""A form that was brought to the login page waits in the browser's session while its person is at the organisation."""

import datetime
import html
import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import Session
from members.accounts.views.kept import LONGEST_HELD
from portal.core.guard import PER_ADDRESS
from tests.factories.accounts import PASSWORD
from tests.factories.forum import ThreadFactory
from tests.members.accounts.conftest import code_of
from tests.members.signon.journey import came_back, set_out, whole_way

LOGIN, LIST, KEPT, CODE = (
    reverse(name) for name in ("accounts:login", "signon:organisations", "accounts:kept", "accounts:second_factor")
)
TEXT = "Vi prövade det i våras."


@pytest.fixture
def reply_to(world):
    return reverse("forum:reply", args=[ThreadFactory(network=world.network).pk])


def signed(page):
    return html.unescape(re.search(r'name="kept" value="([^"]*)"', page.content.decode()).group(1))


@pytest.fixture
def brought(client, provider, reply_to):
    """What the login page holds of the reply that came too late, in a browser that stands there."""
    client.get(LOGIN)
    page = client.post(reply_to, {"source": TEXT}, follow=True)
    assert f'action="{LIST}"' in page.content.decode()
    return signed(page)


def set_out_with(client, brought, next_path=""):
    return client.post(LIST, {"kept": brought, "next": next_path})


def test_text_comes_back_after_the_organisation_and_the_code(client, world, provider, identity, brought, reply_to):
    answer = set_out_with(client, brought, reply_to)
    assert (answer.status_code, answer["Location"]) == (302, f"{LIST}?next={reply_to.replace('/', '%2F')}")
    page = client.get(answer["Location"]).content.decode()
    assert "Det du fyllde i följer med" in page
    whole_way(client, provider, next_path=reply_to)
    code = code_of(world.bo.totp_devices.get())
    assert client.post(CODE, {"code": code, "next": reply_to})["Location"] == KEPT
    assert TEXT in client.get(KEPT).content.decode()
    assert client.session.get_expiry_age() > 60 * 60  # a login's, no longer that of what waited


def test_text_comes_back_at_once_where_the_organisation_vouches(client, provider, identity, brought, reply_to):
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    set_out_with(client, brought)
    assert whole_way(client, provider, next_path=reply_to)["Location"] == KEPT
    assert TEXT in client.get(KEPT).content.decode()


def test_text_comes_back_after_a_journey_that_came_to_nothing(client, world, provider, brought):
    """Back at the login page, the password takes it along as it would have done at first."""
    set_out_with(client, brought)
    provider.local.answers = {"error": "access_denied"}
    came_back(client, provider.local.authorize(set_out(client, provider)))
    page = client.get(LOGIN)
    assert "Det du fyllde i är inte skickat" in page.content.decode()
    client.post(LOGIN, {"username": world.bo.email, "password": PASSWORD, "kept": signed(page)})
    assert client.post(CODE, {"code": code_of(world.bo.totp_devices.get())})["Location"] == KEPT


def test_it_waits_for_a_quarter_of_an_hour(client, brought):
    set_out_with(client, brought)
    waiting = Session.objects.get()
    assert waiting.user is None
    assert waiting.expire_date - timezone.now() <= datetime.timedelta(minutes=15)
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=16)):
        assert "Det du fyllde i" not in client.get(LIST).content.decode()


def test_it_waits_sealed(client, brought):
    set_out_with(client, brought)
    assert "prövade" not in str(dict(client.session))
    assert brought not in str(dict(client.session))


@pytest.mark.parametrize("sent", ["", "made:up", "a" * (LONGEST_HELD + 1)])
def test_what_is_not_the_login_pages_own_is_stored_nowhere(client, provider, sent):
    assert set_out_with(client, sent).status_code == 307
    assert not Session.objects.exists()


def test_no_place_stores_more_than_a_few_an_hour(client, brought):
    answers = [Client().post(LIST, {"kept": brought}).status_code for _number in range(PER_ADDRESS + 1)]
    assert answers == [302] * PER_ADDRESS + [307]
    assert Session.objects.count() == PER_ADDRESS
    assert Client().post(LIST, {"kept": brought}, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_refused_form_is_on_the_login_page_again(client, brought):
    for _number in range(PER_ADDRESS):
        Client().post(LIST, {"kept": brought})
    page = client.post(LIST, {"kept": brought, "next": "/deltagare/"}, follow=True)
    assert "kan inte följa med" in page.content.decode()
    assert signed(page) == brought
