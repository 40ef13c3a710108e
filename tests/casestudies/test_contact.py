"""A reader writes to those behind an example; neither sees the other's address before an answer."""

import re

import pytest
from django.core import mail
from django.utils import translation
from wagtail.models import PageViewRestriction

from portal.core.models import OutboxMessage
from portal.core.outbox import deliver_due
from tests.factories.casestudies import ExamplePageFactory

MESSAGE = {"message": "Hur fick ni med föreningarna?", "name": "Rut Läsare", "email": "rut@lasare.example"}


@pytest.fixture
def example(site):
    return ExamplePageFactory(parent=site.examples, title="Fiket & torget", slug="fiket")


def stamp(client, address):
    return re.search(r'name="stamp" value="([^"]+)"', client.get(address).content.decode()).group(1)


def send(client, address="/goda-exempel/fiket/kontakt/", **changes):
    return client.post(address, MESSAGE | {"stamp": stamp(client, address)} | changes)


def test_message_goes_to_the_contact_who_answers_the_reader(client, example):
    response = send(client, organisation="Älvnäs kommun")
    assert (response.status_code, response.url) == (302, "/goda-exempel/fiket/kontakt/tack/")
    [sent] = OutboxMessage.objects.all()
    assert (sent.to, sent.reply_to, sent.language) == ("forebyggande@lindasa.example", "rut@lasare.example", "sv")
    assert sent.subject == "Fråga om ”Fiket & torget”"
    assert "Rut Läsare, Älvnäs kommun, rut@lasare.example" in sent.text
    assert "Hur fick ni med föreningarna?" in sent.text
    deliver_due()
    assert mail.outbox[0].reply_to == ["rut@lasare.example"]


def test_neither_form_nor_receipt_shows_the_address(client, example):
    for address in ("/goda-exempel/fiket/kontakt/", "/goda-exempel/fiket/kontakt/tack/"):
        html = client.get(address).content.decode()
        assert "Lindåsa kommun" in html
        assert "forebyggande@" not in html
        assert '<meta name="robots" content="noindex">' in html


def test_sending_the_same_form_twice_gives_one_mail(client, example):
    key = stamp(client, "/goda-exempel/fiket/kontakt/")
    for _time in range(2):
        assert send(client, stamp=key).status_code == 302
    assert OutboxMessage.objects.count() == 1


def test_what_is_wrong_keeps_the_text(client, example):
    response = send(client, email="fel")
    html = response.content.decode()
    assert response.status_code == 200
    assert "Hur fick ni med föreningarna?" in html
    assert "Det här behöver rättas" in html
    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize(
    "changes", [{"website": "x"}, {"message": ""}, {"message": "Han heter 19900101-1234."}, {"message": "x" * 5001}]
)
def test_what_is_refused_sends_nothing(client, example, changes):
    assert send(client, **changes).status_code == 200
    assert not OutboxMessage.objects.exists()


def test_headers_cannot_be_forged(client, example):
    assert send(client, email="rut@lasare.example\nBcc: alla@skr.example").status_code == 200
    assert not OutboxMessage.objects.exists()
    send(client, name="Rut\nBcc: alla@skr.example")
    deliver_due()
    assert [letter.recipients() for letter in mail.outbox] == [["forebyggande@lindasa.example"]]


def test_copy_goes_to_the_reader_without_what_could_be_followed(client, example):
    text = "Köp på https://spam.example/x, www.spam.se eller spam.nu nu. Skriv till me@spam.example! Annars: bra."
    send(client, message=text, wants_copy="on")
    copy = OutboxMessage.objects.get(kind="casestudies/email/copy")
    assert (copy.to, copy.reply_to) == ("rut@lasare.example", "")
    for part in (copy.text, copy.html):
        assert "spam" not in part
        assert "Annars: bra." in part
    assert "https://spam.example/x" in OutboxMessage.objects.get(kind="casestudies/email/message").text


def test_no_more_than_two_copies_a_day_go_to_one_address(client, example):
    for number in range(3):
        send(client, message=f"Fråga {number}", email="RUT@lasare.example", wants_copy="on")
    assert OutboxMessage.objects.filter(kind="casestudies/email/copy").count() == 2
    assert OutboxMessage.objects.filter(kind="casestudies/email/message").count() == 3


def test_markup_in_a_message_stays_text(client, example):
    send(client, message="<script>x</script>", wants_copy="on")
    for message in OutboxMessage.objects.all():
        assert "<script>" not in message.html


def test_form_in_english_writes_in_english(client, example, site):
    site.translate(example, title="The café", slug="fiket")
    with translation.override("en"):
        response = send(client, "/en/goda-exempel/fiket/kontakt/", wants_copy="on")
    assert response.url == "/en/goda-exempel/fiket/kontakt/tack/"
    assert client.get(response.url).status_code == 200
    assert set(OutboxMessage.objects.values_list("language", flat=True)) == {"en"}


def test_there_is_nobody_to_write_to_behind_what_nobody_may_read(client, example):
    PageViewRestriction.objects.create(page=example, restriction_type=PageViewRestriction.LOGIN)
    assert client.get("/goda-exempel/fiket/kontakt/").status_code == 404
    assert client.get("/goda-exempel/finns-inte/kontakt/").status_code == 404


def test_the_example_itself_needs_no_cookie(client, example):
    assert not client.get(example.url).cookies
    assert f'href="{example.url}kontakt/"' in client.get(example.url).content.decode()
