"""Whoever asked is told once, in their language, when one can register for the next network."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from home import services
from home.models import InvitationNotice
from portal.core import subscriptions
from portal.core.models import OutboxMessage, Subscription
from tests.factories.home import InvitationPageFactory
from tests.factories.organisations import NetworkFactory


@pytest.fixture
def waiting(db):
    """Lisa and Ann wait, Lisa in Swedish and Ann in English; Olle has not confirmed."""
    topic = subscriptions.topic_named("nasta-inbjudan")
    for email, language in (("lisa@x.example", "sv"), ("ann@x.example", "en"), ("olle@x.example", "sv")):
        subscriptions.subscribe(topic=topic, email=email, language=language)
    for row in Subscription.objects.exclude(email="olle@x.example"):
        subscriptions.confirm(subscription=row)
    OutboxMessage.objects.all().delete()


@pytest.fixture
def coming(site):
    """An invitation whose registration opens tomorrow."""
    network = NetworkFactory(
        slug="nasta",
        registration_opens_date=timezone.localdate() + datetime.timedelta(days=1),
        last_registration_date=datetime.date(2030, 3, 1),
        first_meeting_at=timezone.make_aware(datetime.datetime(2030, 4, 1, 10)),
    )
    return InvitationPageFactory(parent=site.invitations, network=network, title="Nästa nätverk")


def open_registration(page):
    page.network.registration_opens_date = timezone.localdate()
    page.network.save()


def mails():
    return {mail.to: mail for mail in OutboxMessage.objects.filter(kind="home/email/new_invitation")}


def test_those_who_asked_are_told_once_when_registration_opens(site, waiting, coming):
    coming.save_revision().publish()
    site.translate(coming, title="The next network", lead="Join us.")
    services.tell_of_new_invitations()
    assert mails() == {}
    open_registration(coming)
    services.tell_of_new_invitations()
    services.tell_of_new_invitations()
    assert OutboxMessage.objects.count() == 2
    lisa, ann = mails()["lisa@x.example"], mails()["ann@x.example"]
    assert lisa.subject == "Nu går det att anmäla sig: Nästa nätverk"
    assert "http://testserver/inbjudan/nasta/" in lisa.text
    assert "Sista anmälningsdag är 1 mars 2030." in lisa.text
    assert 'href="http://testserver/inbjudan/nasta/"' in lisa.html
    assert ann.subject.endswith("The next network")
    assert "http://testserver/en/inbjudan/nasta/" in ann.text
    assert "Join us." in ann.html
    assert "prenumeration/" in ann.text


def test_language_without_an_invitation_leads_to_the_swedish_one(waiting, coming):
    open_registration(coming)
    services.tell_of_new_invitations()
    assert "http://testserver/inbjudan/nasta/" in mails()["ann@x.example"].text


def test_unpublished_invitation_is_not_told_of(waiting, coming):
    open_registration(coming)
    coming.unpublish()
    services.tell_of_new_invitations()
    assert mails() == {}
    assert not InvitationNotice.objects.exists()


def test_clock_tells_by_itself(waiting, coming):
    open_registration(coming)
    call_command("send_due")
    assert set(mails()) == {"lisa@x.example", "ann@x.example"}


def test_looking_for_news_costs_one_query(waiting, coming, django_assert_num_queries):
    with django_assert_num_queries(1):
        services.tell_of_new_invitations()
