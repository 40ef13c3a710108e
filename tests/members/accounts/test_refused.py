"""A form that was opened before somebody logged in, in another window: it is refused, and nothing in it is lost."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from members.forum.models import Post
from tests.factories.forum import ThreadFactory

LOGIN = reverse("accounts:login")
TEXT = "Vi prövade det i våras.\nDet gick bra."
KEY = "7b0d1b8a-1d3f-4c5e-9a57-3d0a8c1f2e11"
HERE = {"HTTP_ORIGIN": "http://testserver"}
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def strict(world, login):
    """A strict browser that Bo has logged in with, after his form was opened: it holds another token than the form."""
    client = Client(enforce_csrf_checks=True)
    client.get(LOGIN)
    return login(client, world.bo)


@pytest.fixture
def reply_to(world):
    return reverse("forum:reply", args=[ThreadFactory(network=world.network).pk])


def stale(**fields):
    return {"csrfmiddlewaretoken": "a" * 64, "submission_key": KEY, **fields}


def test_text_is_given_back_and_sent_again(world, strict, reply_to):
    page = strict.post(reply_to, stale(source=TEXT), **HERE)
    words = page.content.decode()
    assert (page.status_code, page["Cache-Control"]) == (403, "no-store")
    assert "Formuläret skickades inte" in words
    assert TEXT in html.unescape(words)
    assert not Post.objects.filter(source__contains="prövade").exists()
    again = stale(source=TEXT) | {"csrfmiddlewaretoken": TOKEN.search(words).group(1)}
    assert f'action="{reply_to}"' in words
    strict.post(reply_to, again, **HERE)
    assert Post.objects.get(author=world.bo).source.replace("\r", "") == TEXT


@pytest.mark.parametrize("origin", ["https://annan.example", "null", ""])
def test_what_another_site_sent_is_not_given_back(strict, reply_to, origin):
    page = strict.post(reply_to, stale(source=TEXT), HTTP_ORIGIN=origin)
    assert (page.status_code, "prövade" in page.content.decode()) == (403, False)
    assert "Öppna sidan på nytt" in page.content.decode()


def test_referer_says_where_it_came_from_when_no_origin_does(strict, reply_to):
    page = strict.post(reply_to, stale(source=TEXT), HTTP_REFERER=f"http://testserver{reply_to}")
    assert TEXT in html.unescape(page.content.decode())


def test_form_with_a_password_is_filled_in_anew(db):
    client = Client(enforce_csrf_checks=True)
    client.get(LOGIN)
    page = client.post(LOGIN, stale(username="bo@cast.example", password="hemligt-ord-47"), **HERE)
    words = page.content.decode()
    assert (page.status_code, "hemligt-ord-47" in words, "bo@cast.example" in words) == (403, False, False)


def test_browser_without_cookies_is_told_what_it_lacks(db):
    page = Client(enforce_csrf_checks=True).post(LOGIN, stale(username="bo@cast.example", password="x"), **HERE)
    assert "Tillåt kakor från portalen" in page.content.decode()


def test_page_speaks_english(strict, reply_to):
    page = strict.post(f"/en{reply_to}", stale(source=TEXT), **HERE)
    assert "The form was not sent" in page.content.decode()


def test_script_gets_a_line(strict, reply_to):
    answer = strict.post(reply_to, stale(source=TEXT), headers={"Sec-Fetch-Mode": "cors"}, **HERE)
    assert (answer.status_code, answer["Content-Type"]) == (403, "text/plain; charset=utf-8")


def test_large_form_is_not_read(strict, reply_to):
    page = strict.post(reply_to, stale(source="Långt. " * 40_000), **HERE)
    assert (page.status_code, "Långt." in page.content.decode()) == (403, False)
