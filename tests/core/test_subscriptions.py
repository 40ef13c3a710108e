"""Mail about a topic: asked for, confirmed, told once, ended by one click that acts on POST only."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from portal.core import guard, subscriptions
from portal.core.models import OutboxMessage, Subscription
from tests.core.topics import known

pytestmark = pytest.mark.django_db

EMAIL = "lisa@example.org"


@pytest.fixture
def topic():
    return known()


@pytest.fixture
def confirmed(topic):
    subscriptions.subscribe(topic=topic, email=EMAIL, language="sv")
    found = Subscription.objects.get()
    subscriptions.confirm(subscription=found)
    return found


def ask(client, email=EMAIL, prefix=""):
    return client.post(
        f"{prefix}/prenumerera/prov/", {"email": email, "stamp": guard.new_stamp(), "website": ""}, follow=True
    )


def tell():
    # Any mail will do: the question is who gets it.
    return subscriptions.tell(
        topic_name="prov",
        template="subscriptions/email/confirm",
        context={"action_url": "https://example.org/"},
        dedup="news:1",
    )


def test_subscriber_confirms_through_the_mail(client, topic):
    response = ask(client)
    assert response.redirect_chain == [("/prenumerera/prov/tack/", 302)]

    mail = OutboxMessage.objects.get()
    path = f"/prenumeration/{Subscription.objects.get().key}/"
    assert (mail.to, mail.subject) == (EMAIL, "Bekräfta: Prov")
    assert f"http://testserver{path}" in mail.text

    assert "Vill du ha mejl till" in client.get(path).content.decode()
    assert Subscription.objects.get().confirmed_at is None

    shown = client.post(path, follow=True).content.decode()
    assert f"Mejl skickas till {EMAIL}." in shown
    assert Subscription.objects.get().confirmed_at is not None


def test_english_reader_is_asked_in_english(client, topic):
    ask(client, prefix="/en")

    mail = OutboxMessage.objects.get()
    assert mail.language == "en"
    assert "/en/prenumeration/" in mail.text


def test_address_that_is_no_address_is_refused_with_what_was_typed(client, topic):
    response = ask(client, email="lisa@")

    assert response.status_code == 200
    assert response.context["form"]["email"].value() == "lisa@"
    assert not Subscription.objects.exists()


def test_asking_again_gives_the_same_answer_and_one_mail_an_hour(client, topic):
    first, second = ask(client), ask(client, email=EMAIL.upper())

    assert first.content == second.content
    assert OutboxMessage.objects.count() == 1

    Subscription.objects.update(asked_at=timezone.now() - datetime.timedelta(hours=2))
    ask(client)
    assert OutboxMessage.objects.count() == 2


def test_task_keeps_the_address_sealed(client, topic, monkeypatch):
    kept = []
    monkeypatch.setattr(type(subscriptions.take_in), "enqueue", lambda self, *given: kept.append(given))
    ask(client)

    assert len(kept) == 1
    assert EMAIL not in str(kept)


def test_form_sent_twice_asks_once(client, topic):
    data = {"email": EMAIL, "stamp": guard.new_stamp(), "website": ""}
    for _number in range(2):
        assert client.post("/prenumerera/prov/", data).status_code == 302

    assert OutboxMessage.objects.count() == 1


@pytest.mark.parametrize("path", ["/prenumerera/okant/", "/prenumerera/okant/tack/", "/prenumeration/okand/"])
def test_unknown_topic_or_key_is_404(client, path):
    assert client.get(path).status_code == 404


def test_topic_that_is_closed_takes_no_more(client, topic, monkeypatch):
    monkeypatch.setitem(
        subscriptions._topics, "prov", subscriptions.Topic("prov", "Prov", "", "/", is_open=lambda: False)
    )

    assert client.get("/prenumerera/prov/").status_code == 404


def test_topic_is_registered_once(topic):
    with pytest.raises(ValueError, match="prov"):
        subscriptions.register(topic)


def test_news_goes_to_the_confirmed_once(confirmed):
    subscriptions.subscribe(topic=known(), email="other@example.org", language="en")
    OutboxMessage.objects.all().delete()

    assert [tell(), tell()] == [1, 0]
    mail = OutboxMessage.objects.get()
    assert mail.to == EMAIL
    assert mail.headers == {
        "List-Unsubscribe": f"<http://testserver/prenumeration/{confirmed.key}/avsluta/>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def test_mail_program_ends_it_with_one_post_and_no_cookie(confirmed):
    client = Client(enforce_csrf_checks=True)
    path = f"/prenumeration/{confirmed.key}/avsluta/"
    assert client.get(path).status_code == 405

    for _number in range(2):
        assert client.post(path, {"List-Unsubscribe": "One-Click"}).url == "/prenumeration-avslutad/"

    assert not Subscription.objects.exists()
    assert "Du får inga fler mejl" in client.get("/prenumeration-avslutad/").content.decode()


def test_confirming_again_changes_nothing(confirmed):
    before = confirmed.confirmed_at
    subscriptions.confirm(subscription=Subscription.objects.get())

    assert Subscription.objects.get().confirmed_at == before
    assert str(confirmed) == "prov"


def test_unconfirmed_address_is_forgotten_after_a_week(confirmed):
    subscriptions.subscribe(topic=known(), email="other@example.org", language="sv")
    Subscription.objects.update(asked_at=timezone.now() - datetime.timedelta(days=8))

    assert subscriptions.forget_unconfirmed() == 1
    assert Subscription.objects.get() == confirmed
