"""Forms that anybody may send: what a program meets, and what a person never notices."""

import datetime
import uuid

import pytest
import time_machine
from django import forms
from django.core import signing
from django.test import RequestFactory
from django.utils import timezone

from portal.core import guard
from portal.core.models import FormUse

pytestmark = pytest.mark.django_db


class NoteForm(guard.GuardedForm):
    guard_name = "note"

    text = forms.CharField()


def form(data=None, **meta):
    return NoteForm(data, request=RequestFactory().post("/", **meta))


def sent(stamp=None, **changes):
    return {"text": "Hej", "stamp": stamp or guard.new_stamp(), "website": "", **changes}


def send(data, **meta):
    """Send the form as a view does; returns whether it was the first time."""
    filled = form(data, **meta)
    assert filled.is_valid(), filled.errors
    with guard.once(filled) as is_first:
        return is_first


def test_form_that_a_person_sends_goes_through():
    assert form(sent()).is_valid()
    assert [field.name for field in form().shown_fields] == ["text"]


def test_form_sent_twice_counts_once():
    data = sent()

    assert [send(data), send(data)] == [True, False]
    assert FormUse.objects.count() == 1


def test_failure_while_sending_leaves_the_form_unsent():
    filled = form(sent())
    assert filled.is_valid()
    with pytest.raises(RuntimeError), guard.once(filled):
        raise RuntimeError

    assert not FormUse.objects.exists()


def test_hidden_field_is_a_trap():
    assert form(sent(website="https://spam.example")).errors == {"website": ["Lämna fältet tomt."]}


def test_too_fast_is_refused_and_a_little_later_accepted(settings):
    settings.FORM_MIN_SECONDS = 3
    data = sent()

    assert form(data).errors == {
        "__all__": ["Det gick fortare än någon hinner skriva. Vänta några sekunder och skicka igen."]
    }
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=4)):
        assert form(data).is_valid()


FOREIGN = {"none": "", "nonsense": "nonsense", "no uuid": signing.TimestampSigner(salt=guard.SALT).sign("no uuid")}


# Named: a signature holds the second, and processes that began in different ones would not agree on the tests.
@pytest.mark.parametrize("stamp", FOREIGN.values(), ids=FOREIGN)
def test_foreign_stamp_is_replaced_and_nothing_typed_is_lost(stamp):
    refused = form({"text": "Hej", "stamp": stamp})

    assert refused.errors == {"__all__": ["Formuläret hade legat för länge. Läs igenom det och skicka igen."]}
    assert refused["text"].value() == "Hej"
    assert form(sent(stamp=refused["stamp"].value())).is_valid()


def test_yesterdays_stamp_is_replaced():
    with time_machine.travel(timezone.now() - datetime.timedelta(hours=25)):
        stamp = guard.new_stamp()

    refused = form(sent(stamp=stamp))

    assert not refused.is_valid()
    assert refused["stamp"].value() != stamp


def test_flood_from_one_address_is_stopped_and_others_are_let_through():
    for _number in range(guard.PER_ADDRESS):
        send(sent())

    assert not form(sent()).is_valid()
    assert form(sent(), REMOTE_ADDR="198.51.100.7").is_valid()


def test_last_sending_before_the_limit_can_be_repeated():
    for _number in range(guard.PER_ADDRESS):
        last = sent()
        send(last)

    assert send(last) is False


def test_flood_from_everywhere_is_stopped(monkeypatch):
    monkeypatch.setattr(guard, "IN_ALL", 2)
    send(sent(), REMOTE_ADDR="198.51.100.1")
    send(sent(), REMOTE_ADDR="198.51.100.2")

    assert not form(sent(), REMOTE_ADDR="198.51.100.3").is_valid()


def request(**meta):
    return RequestFactory().get("/", **meta)


def test_sender_is_no_address_and_another_tomorrow():
    today = guard.sender(request(REMOTE_ADDR="198.51.100.7"))
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1)):
        tomorrow = guard.sender(request(REMOTE_ADDR="198.51.100.7"))

    assert "198.51.100.7" not in today
    assert (len(today), today == tomorrow) == (64, False)


def test_network_of_64_bits_is_one_sender():
    first = guard.sender(request(REMOTE_ADDR="2001:db8::1"))

    assert first == guard.sender(request(REMOTE_ADDR="2001:db8::2"))
    assert first != guard.sender(request(REMOTE_ADDR="2001:db8:0:1::1"))


def test_forwarded_address_is_read_behind_our_own_proxies_only(settings):
    forged = {"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.7"}
    assert guard.sender(request(**forged)) == guard.sender(request(REMOTE_ADDR="10.0.0.1"))

    settings.PROXY_COUNT = 1
    assert guard.sender(request(**forged)) == guard.sender(request(REMOTE_ADDR="198.51.100.7"))
    assert guard.sender(request(REMOTE_ADDR="unix")) == guard.sender(request(REMOTE_ADDR="unix"))


def test_old_sendings_are_forgotten():
    FormUse.objects.create(key=uuid.uuid4(), form="note", sender="x")
    old = FormUse.objects.create(key=uuid.uuid4(), form="note", sender="x")
    FormUse.objects.filter(pk=old.pk).update(used_at=timezone.now() - datetime.timedelta(hours=25))

    assert guard.forget_old() == 1
    assert FormUse.objects.count() == 1


def test_signs_that_nobody_sees_are_dropped_from_what_is_sent():
    filled = form(sent(text="a\x01\u202eb\x0bc"))
    assert filled.is_valid()
    assert filled.cleaned_data["text"] == "ab c"
