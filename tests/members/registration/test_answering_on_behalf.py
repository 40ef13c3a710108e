"""The coordinator writes into the thread what an organisation answered by mail or phone."""

import datetime
import uuid

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.registration import emails, services
from members.registration.models import Message
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@granberg.example")


@pytest.fixture
def sent():
    return {
        "channel": "phone",
        "told_date": "2026-11-12",
        "text": "Vår säkerhetschef håller i det.",
        "submission_key": str(uuid.uuid4()),
    }


def address(person):
    return reverse("wagtailsnippets_registration_application:answer", args=[person.application_id])


def test_answer_by_phone_stands_in_the_thread_and_is_marked_on_both_sides(client, world, login, person, sent):
    services.ask(application=person.application, text="Vem håller i det?", by=world.david, submission_key=uuid.uuid4())
    login(client, world.david)
    for _again in range(2):
        assert client.post(address(person), sent).status_code == 302

    person.application.refresh_from_db()
    assert person.application.state == "submitted"
    page = client.get(
        reverse("wagtailsnippets_registration_application:inspect", args=[person.application_id])
    ).content.decode()
    assert f"Skrivet av {world.david.name} åt organisationen (Telefonsamtal den 12 november 2026)" in page
    own = emails.own_address(person.application, person).removeprefix("http://testserver")
    page = client.get(own).content.decode()
    assert "Skrivet av nätverksledaren efter telefonsamtal med er den 12 november 2026." in page
    assert "Ni svarade" in page
    row = Record.objects.get(action="registration.answer_on_behalf")
    assert (row.actor_id, row.on_behalf_of) == (str(world.david.pk), "Granbergs kommun")


def test_contact_persons_are_mailed_the_text_and_their_own_link(client, world, login, person, sent):
    other = ApplicationPersonFactory(application=person.application, email="kalle@granberg.example")
    ApplicationPersonFactory(application=person.application, email="")
    login(client, world.david)
    client.post(address(person), sent)

    letters = {letter.to: letter for letter in OutboxMessage.objects.filter(kind__endswith="/answered")}
    assert set(letters) == {person.email, other.email}
    for one in (person, other):
        letter = letters[one.email]
        assert letter.reply_to == world.david.email
        assert "Vår säkerhetschef håller i det." in letter.text
        assert "efter telefonsamtal med er den 12 november 2026" in letter.text
        assert emails.own_address(person.application, one).rpartition("/arende/")[0] in letter.text


def test_mail_is_written_in_the_language_of_the_application(world, person, sent):
    person.application.language = "en"
    person.application.save()
    sent["told_date"] = datetime.date(2026, 11, 12)
    services.answer_on_behalf(application=person.application, by=world.david, **sent)

    assert "after a phone call with you on 12 November 2026" in OutboxMessage.objects.get().text


def test_day_that_has_not_been_is_refused_and_the_text_stands(client, world, login, person, sent):
    login(client, world.david)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    page = client.post(address(person), {**sent, "told_date": tomorrow.isoformat()}).content.decode()

    assert "Dagen har inte varit än." in page
    assert sent["text"] in page
    assert not Message.objects.exists()


def test_answers_on_behalf_do_not_silence_the_organisation(client, world, person):
    for _each in range(11):
        services.answer_on_behalf(
            application=person.application, text="Ja", channel="mail", told_date=timezone.localdate(), by=world.david,
            submission_key=uuid.uuid4(),
        )  # fmt: skip
    own = emails.own_address(person.application, person).removeprefix("http://testserver")

    assert client.post(own, {"text": "Det stämmer inte.", "submission_key": str(uuid.uuid4())}).status_code == 302


def test_only_the_applicants_words_are_told(world, person):
    message = services.ask(application=person.application, text="Vem?", by=world.david, submission_key=uuid.uuid4())
    for wrong in ({"channel": "mail", "told_date": timezone.localdate()}, {"channel": "mail"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.filter(pk=message.pk).update(**wrong)
