"""The first page says what can be done now."""

import datetime

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from tests.factories.home import InvitationMeetingFactory, InvitationPageFactory
from tests.factories.organisations import NetworkFactory


def days(number):
    return timezone.localdate() + datetime.timedelta(days=number)


@pytest.fixture
def invitation(site):
    """An invitation to a network that anybody may still register for."""
    network = NetworkFactory(
        slug="oppet",
        first_meeting_at=timezone.now() + datetime.timedelta(days=30),
        closes_at=timezone.now() + datetime.timedelta(days=60),
    )
    return InvitationPageFactory(parent=site.invitations, network=network)


def test_start_tells_of_the_first_meeting_while_it_is_to_come(client, invitation):
    html = client.get("/").text

    assert "Första träffen" in html
    assert "Nätverket har startat" not in html


def test_start_tells_of_the_next_meeting_of_a_network_that_has_started(client, invitation):
    invitation.network.first_meeting_at = timezone.now() - datetime.timedelta(days=3)
    invitation.network.save()
    for number, ahead in enumerate([-3, 70, 40], start=1):
        InvitationMeetingFactory(page=invitation, number=number, date=days(ahead))

    html = client.get("/").text

    assert "Nätverket har startat" in html
    assert "Första träffen" not in html
    assert f"<dt>Nästa träff</dt><dd>{date_format(days(40))}</dd>" in html


def test_start_without_a_meeting_ahead_names_none(client, invitation):
    invitation.network.first_meeting_at = timezone.now() - datetime.timedelta(days=3)
    invitation.network.save()

    html = client.get("/").text

    assert "Nätverket har startat" in html
    assert "Nästa träff" not in html


def test_start_shows_the_steps_that_the_editor_wrote(client, site):
    site.home.steps = [
        (
            "step",
            {"symbol": "users", "title": "Delta", "text": "Tre träffar.", "label": "Så går det till", "url": "/om/"},
        )
    ]
    site.home.save_revision().publish()

    html = client.get("/").text

    assert "<h3>Delta</h3>" in html
    assert '<a href="/om/">Så går det till</a>' in html
    assert "sprite.svg#users" in html
