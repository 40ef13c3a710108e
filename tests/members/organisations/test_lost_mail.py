"""Mail that did not get through: seen by whoever runs the network, and tried again by hand."""

import pytest
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from tests.factories.organisations import InvitationFactory

LIST = reverse("lost_mail:list")


def lost(to, recipient=None, **changes):
    given = {
        "to": to,
        "recipient": recipient,
        "kind": "demonstration",
        "language": "sv",
        "subject": "Hemligt ämne",
        "text": "Hej",
        "message_id": f"<{to}>",
        "state": DeliveryState.FAILED,
        "last_error": "550 User unknown",
        "deliver_at": timezone.now(),
    }
    return OutboxMessage.objects.create(**{**given, **changes})


@pytest.fixture
def mails(world):
    InvitationFactory(email="inbjuden@norrvik.example", organisation=world.norrvik, network=world.network)
    return [
        lost(world.bo.email, world.bo),
        lost("inbjuden@norrvik.example"),
        lost(world.gunilla.email, world.gunilla),
        lost("lasare@annan.example"),
        lost(world.cecilia.email, world.cecilia, state=DeliveryState.SENT),
    ]


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        ("david", {"bo@cast.example", "inbjuden@norrvik.example"}),
        ("henrik", {"gunilla@cast.example"}),
        (
            "fredrik",
            {"bo@cast.example", "inbjuden@norrvik.example", "gunilla@cast.example", "lasare@annan.example"},
        ),
    ],
)
def test_each_sees_the_mail_to_their_own_people(client, world, login, mails, person, shown):
    page = login(client, world.people[person]).get(LIST).content.decode()
    assert {mail.to for mail in mails if mail.to in page} == shown
    assert "550 User unknown" in page
    assert "Hemligt ämne" not in page


def test_first_page_of_the_admin_says_how_many(client, world, login, mails):
    assert "2 mejl kom inte fram" in login(client, world.david).get("/admin/").content.decode()
    assert "kom inte fram" not in login(client, world.eva).get("/admin/").content.decode()


def test_coordinators_day_leads_there(client, world, login, mails):
    page = login(client, world.david).get(reverse("journey:start")).content.decode()
    assert f'<a href="{LIST}" lang="sv">inbjuden@norrvik.example</a>' in page


def test_mail_is_tried_again_and_recorded(client, world, login, mails, mailoutbox, django_capture_on_commit_callbacks):
    login(client, world.david)
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(reverse("lost_mail:retry", args=[mails[0].pk]), follow=True)
    assert "Mejlet till bo@cast.example skickas igen." in answer.content.decode()
    assert [mail.to for mail in mailoutbox] == [["bo@cast.example"]]
    assert Record.objects.filter(action="organisations.retry_mail", actor_id=str(world.david.pk)).count() == 1


def test_mail_whose_link_is_gone_is_not_sent(client, world, login):
    mail = lost(world.bo.email, world.bo, text="https://x.se/valkommen/borttagen/")
    login(client, world.david)
    answer = client.post(reverse("lost_mail:retry", args=[mail.pk]), follow=True)
    assert "Länken i mejlet har tagits bort." in answer.content.decode()
    mail.refresh_from_db()
    assert mail.state == DeliveryState.FAILED


def test_empty_list_says_so(client, world, login):
    assert "Alla mejl den senaste månaden har kommit fram." in login(client, world.david).get(LIST).content.decode()
