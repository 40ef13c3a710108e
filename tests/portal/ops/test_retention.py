"""What has had its time goes, and is counted."""

from datetime import timedelta

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from members.audit.models import Record
from members.meetings.models import VideoLink
from members.organisations.models import Invitation
from portal.ops import retention
from tests.factories.meetings import MeetingFactory
from tests.factories.organisations import InvitationFactory


def test_invitations_go_ninety_days_after_use_withdrawal_or_expiry(world):
    now = timezone.now()
    for field in ("used_at", "withdrawn_at", "expires_at"):
        for days in (89, 91):
            InvitationFactory(
                network=world.network, email=f"{field}-{days}@x.example", **{field: now - timedelta(days)}
            )
    InvitationFactory(network=world.network, email="open@x.example")

    assert retention.purge() == {"organisations.Invitation": 3}

    assert sorted(Invitation.objects.values_list("email", flat=True)) == [
        "expires_at-89@x.example", "open@x.example", "used_at-89@x.example", "withdrawn_at-89@x.example",
    ]  # fmt: skip


def test_video_links_go_thirty_days_after_the_meeting(world, capsys):
    now = timezone.now()
    for days in (29, 31):
        ended = now - timedelta(days=days)
        meeting = MeetingFactory(network=world.network, starts_at=ended - timedelta(hours=2), ends_at=ended)
        VideoLink.objects.create(meeting=meeting, url=f"https://video.example/{days}")

    call_command("purge")

    assert capsys.readouterr().out == "meetings.VideoLink: 1\n"
    assert [link.url for link in VideoLink.objects.all()] == ["https://video.example/29"]


def test_purge_is_recorded_only_when_something_went(world):
    assert retention.purge() == {}
    assert not Record.objects.filter(action="ops.purge").exists()
    InvitationFactory(network=world.network, expires_at=timezone.now() - timedelta(days=91))
    retention.purge()
    assert Record.objects.get(action="ops.purge").fields == ["organisations.Invitation"]


def test_schedule_names_what_can_be_purged():
    assert set(settings.RETENTION_DAYS) == set(retention.DUE)
