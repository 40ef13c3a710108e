"""Subscribers hear of new examples, once a day at most."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from casestudies import services
from portal.core import subscriptions
from portal.core.models import OutboxMessage, Subscription
from tests.factories.casestudies import ExamplePageFactory

MORNING = timezone.make_aware(datetime.datetime(2026, 3, 4, 7, 5))
KIND = "casestudies/email/new_examples"


@pytest.fixture
def subscribers(db):
    """One in each language, and one who never confirmed."""
    now = timezone.now()
    for email, language, confirmed in (
        ("a@x.example", "sv", now),
        ("b@x.example", "en", now),
        ("c@x.example", "sv", None),
    ):
        Subscription.objects.create(
            topic="examples", email=email, language=language, asked_at=now, confirmed_at=confirmed or None
        )


def tell(at=MORNING):
    with time_machine.travel(at, tick=False):
        return services.tell_of_new_examples()


def example(site, hours_ago=5, **values):
    at = MORNING - datetime.timedelta(hours=hours_ago)
    return ExamplePageFactory(parent=site.examples, first_published_at=at, **values)


def mails():
    return {message.to: message for message in OutboxMessage.objects.filter(kind=KIND)}


def test_subscribers_are_told_once_each_in_their_language(site, subscribers):
    page = example(site, title="Fiket", slug="fiket")
    english = site.translate(page, title="The café")
    english.refresh_from_db()
    english.first_published_at = page.first_published_at
    english.save()
    assert tell() == 2
    assert tell(MORNING + datetime.timedelta(days=1)) == 0
    sent = mails()
    assert sorted(sent) == ["a@x.example", "b@x.example"]
    assert sent["a@x.example"].subject == "Nytt gott exempel: Fiket"
    assert "http://testserver/goda-exempel/fiket/" in sent["a@x.example"].text
    assert "The café" in sent["b@x.example"].subject
    assert "http://testserver/en/goda-exempel/" in sent["b@x.example"].text
    assert sent["a@x.example"].headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_several_examples_come_in_one_mail(site, subscribers):
    example(site, title="Ett")
    example(site, title="Två", hours_ago=4)
    tell()
    mail = mails()["a@x.example"]
    assert mail.subject == "2 nya goda exempel"
    assert mail.text.index("Ett") < mail.text.index("Två")


def test_what_is_published_later_in_the_day_waits_for_the_next(site, subscribers):
    example(site, title="Ett")
    tell()
    example(site, title="Två", hours_ago=-2)
    assert tell(MORNING + datetime.timedelta(hours=4)) == 0
    assert tell(MORNING + datetime.timedelta(days=1)) == 2


def test_nobody_is_told_in_the_night_nor_of_what_is_old_or_unpublished(site, subscribers):
    example(site)
    assert tell(MORNING - datetime.timedelta(hours=1)) == 0
    assert tell(MORNING + datetime.timedelta(days=8)) == 0
    example(site, hours_ago=-190, live=False)
    assert tell(MORNING + datetime.timedelta(days=8)) == 0


def test_translation_is_no_news(site, subscribers):
    page = example(site)
    tell()
    english = site.translate(page)
    english.refresh_from_db()
    english.first_published_at = MORNING + datetime.timedelta(hours=3)
    english.save()
    assert tell(MORNING + datetime.timedelta(days=1)) == 0


def test_publishing_again_is_no_news(site, subscribers):
    page = example(site)
    tell()
    page.save_revision().publish()
    assert tell(MORNING + datetime.timedelta(days=1)) == 0


def test_topic_can_be_subscribed_to_from_the_list(client, site):
    assert subscriptions.topic_named("examples").back == "/goda-exempel/"
    assert "Nya goda exempel" in client.get("/prenumerera/examples/").content.decode()
