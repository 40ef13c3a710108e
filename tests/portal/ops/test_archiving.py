"""Ending a network in Wagtail admin: asked first, with what goes when, and undone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from portal.ops import retention
from tests.factories.organisations import NetworkFactory
from tests.portal.ops.test_retention_applications import applied_to


@pytest.fixture
def ended(world):
    return NetworkFactory(name="Det avslutade", archived_at=timezone.now() - timedelta(days=31))


def page(name, network):
    return reverse(f"network_ending:{name}", args=[network.pk])


def state(network):
    network.refresh_from_db()
    return network.is_archived


def test_ending_is_asked_first_and_says_what_goes_when(client, world, login):
    applied_to(world.network)
    applied_to(world.archive)
    login(client, world.fredrik)

    asked = client.get(page("archive", world.network))

    day = timezone.localdate() + timedelta(days=30)
    assert [row["count"] for row in asked.context["going"]] == [1, 1, 1, 0]
    assert {timezone.localdate(row["at"]) for row in asked.context["going"]} == {day}
    assert f"{day.day} " in asked.text
    assert not state(world.network)


def test_ended_network_is_opened_again_and_loses_nothing(client, world, login):
    person = applied_to(world.network)
    login(client, world.fredrik)

    answer = client.post(page("archive", world.network), follow=True)
    assert page("reopen", world.network) in answer.text  # the way back, at once
    assert state(world.network)
    assert retention.purge() == {}
    client.post(page("reopen", world.network))

    assert not state(world.network)
    assert person.application.people.count() == 1
    written = [row.action for row in Record.objects.filter(object_id=world.network.pk).order_by("pk")]
    assert written[-2:] == ["organisations.archive_network", "organisations.reopen_network"]


def test_sent_twice_it_is_done_once(client, world, login):
    login(client, world.fredrik)
    client.post(page("archive", world.network))
    world.network.refresh_from_db()
    first = world.network.archived_at
    client.post(page("archive", world.network))
    assert client.get(page("archive", world.network)).status_code == 302
    world.network.refresh_from_db()
    assert world.network.archived_at == first
    assert Record.objects.filter(action="organisations.archive_network").count() == 1


def test_opening_again_after_a_month_says_what_is_gone(client, ended, world, login):
    login(client, world.fredrik)
    assert client.get(page("reopen", ended)).text.count("redan borttaget") == 4
    client.post(page("reopen", ended))
    assert not state(ended)
    assert client.get(page("reopen", ended)).status_code == 302


def test_pages_of_the_network_lead_there_for_the_administrator_alone(client, world, login):
    login(client, world.fredrik)
    listed = client.get(reverse("wagtailsnippets_organisations_network:list")).text
    assert page("archive", world.network) in listed
    assert page("reopen", world.archive) in listed
    for name in ("inspect", "edit"):
        shown = client.get(reverse(f"wagtailsnippets_organisations_network:{name}", args=[world.network.pk])).text
        assert page("archive", world.network) in shown
        assert 'name="archived_at"' not in shown
    login(client, world.david)
    assert (
        page("archive", world.network)
        not in client.get(reverse("wagtailsnippets_organisations_network:inspect", args=[world.network.pk])).text
    )
