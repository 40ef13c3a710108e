"""The persons in an application go when its network is archived; what the organisation agreed to stays."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.organisations import services
from members.registration.models import Application, ApplicationDraft, ApplicationPerson, CallNote, DraftLink
from members.registration.models.links import token_of
from portal.core import guard
from portal.core.models import OutboxMessage
from portal.ops import retention
from tests.factories.organisations import NetworkFactory
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory


@pytest.fixture
def archived(world):
    return NetworkFactory(name="Det avslutade", archived_at=timezone.now() - timedelta(days=30, minutes=5))


def applied_to(network):
    application = ApplicationFactory(network=network)
    CallNote.objects.create(application=application, text="Kajsa ringde.")
    draft = ApplicationDraft.objects.create(network=network, application=application)
    DraftLink.objects.create(
        draft=draft, digest=uuid.uuid4().hex, email="kajsa@granberg.example", expires_at=timezone.now()
    )
    return ApplicationPersonFactory(application=application)


def test_persons_go_with_the_archiving_and_stay_while_the_network_runs(world, archived):
    gone, kept = applied_to(archived), applied_to(world.network)

    assert retention.purge() == {
        "registration.ApplicationPerson": 1, "registration.CallNote": 1, "registration.DraftLink": 1,
    }  # fmt: skip

    assert list(ApplicationPerson.objects.all()) == [kept]
    assert [note.application_id for note in CallNote.objects.all()] == [kept.application_id]
    assert [link.draft.application_id for link in DraftLink.objects.all()] == [kept.application_id]
    assert Application.objects.filter(pk=gone.application_id).exists()


@pytest.mark.parametrize("ago", [timedelta(minutes=5), timedelta(days=29, hours=23)])
def test_network_that_was_archived_within_a_month_keeps_its_persons(world, ago):
    person = applied_to(NetworkFactory(archived_at=timezone.now() - ago))
    assert retention.purge() == {}
    assert list(ApplicationPerson.objects.all()) == [person]


def test_network_that_is_opened_again_keeps_its_persons(world, archived):
    person = applied_to(archived)
    services.reopen_network(network=archived, by=world.fredrik)
    assert retention.purge() == {}
    assert list(ApplicationPerson.objects.all()) == [person]


def test_link_of_a_person_who_is_gone_opens_nothing(client, archived):
    person = applied_to(archived)
    address = reverse("registration:own", args=[archived.slug, token_of(person)])
    assert client.get(address).status_code == 200
    retention.purge()
    assert client.get(address).status_code == 410


def test_pressing_for_a_new_link_after_that_sends_none(client, archived):
    person = applied_to(archived)
    retention.purge()
    form = {"stamp": guard.new_stamp()}
    client.post(reverse("registration:renew_own_link", args=[archived.slug, token_of(person)]), form)
    assert not OutboxMessage.objects.exists()


def test_application_without_persons_is_read_in_the_admin(client, world, login):
    person = applied_to(world.archive)
    retention.purge()
    login(client, world.david)
    page = client.get(reverse("wagtailsnippets_registration_application:inspect", args=[person.application_id]))
    assert page.status_code == 200
    assert "Granbergs kommun" in page.content.decode()
    assert not ApplicationPerson.objects.exists()
