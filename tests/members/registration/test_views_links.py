"""The links that lead back to a draft."""

import datetime
import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.registration.models import DraftLink
from portal.core import guard
from portal.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


def mailed_token(kind):
    text = OutboxMessage.objects.filter(kind__endswith=kind).latest("pk").text
    return re.search("/utkast/([^/]+)/", text).group(1)


def test_way_back_is_mailed_once_in_a_while_and_only_if_the_draft_is_not_sent(applicant):
    applicant.fill()
    applicant.write("personer", number=1, participant_count="4")
    waiting = OutboxMessage.objects.get(kind__endswith="draft_link")
    assert waiting.deliver_at > timezone.now() + datetime.timedelta(minutes=20)
    assert waiting.to == "kajsa@granberg.example"
    assert Client().get(f"{applicant.address}utkast/{mailed_token('draft_link')}/").status_code == 302

    from members.registration import emails

    assert emails.is_draft_still_open(waiting)
    applicant.send()
    assert not emails.is_draft_still_open(waiting)


def test_link_is_mailed_on_request_or_handed_to_a_colleague(applicant):
    applicant.begin()
    assert applicant.write("personer", go="later").url == applicant.at("senare")
    page = applicant.client.get(applicant.at("senare")).content.decode()
    assert 'value="kajsa@granberg.example"' in page
    assert "mailto:?subject=" in page

    form = {"email": "kajsa@granberg.example", "stamp": guard.new_stamp()}
    sent = [applicant.client.post(applicant.at("senare"), form).url for _time in range(2)]

    assert sent == [f"{applicant.address}lank-skickad/"] * 2
    message = OutboxMessage.objects.get(kind__endswith="draft_link")
    assert (message.to, message.subject) == ("kajsa@granberg.example", "Fortsätt med er anmälan")
    assert applicant.client.get(sent[0]).status_code == 200


def test_expired_link_is_renewed_to_its_own_address_without_telling_whether_it_was_known(applicant):
    applicant.fill()
    token = mailed_token("draft_link")
    DraftLink.objects.update(expires_at=timezone.now(), created_at=timezone.now() - datetime.timedelta(days=30))
    OutboxMessage.objects.all().delete()

    answers = []
    for each in (token, "x" * 43):
        at = f"{applicant.address}utkast/{each}/"
        expired = applicant.client.get(f"{at}personer/")
        renewed = applicant.client.post(f"{at}ny-lank/", {"stamp": guard.new_stamp()})
        body = re.sub(r'name="(stamp|csrfmiddlewaretoken)" value="[^"]*"', "", expired.content.decode())
        answers.append((expired.status_code, renewed.url, body.replace(each, "")))

    assert answers[0] == answers[1]
    assert answers[0][0] == 410
    message = OutboxMessage.objects.get()
    assert message.to == "kajsa@granberg.example"
    assert applicant.client.get(f"{applicant.address}utkast/{mailed_token('draft_link')}/").status_code == 302
    applicant.client.post(f"{applicant.address}utkast/{token}/ny-lank/", {"stamp": guard.new_stamp()})
    assert OutboxMessage.objects.count() == 1


def test_renewing_by_a_program_is_refused(applicant):
    applicant.begin()

    page = applicant.client.post(applicant.at("ny-lank"), {"website": "https://spam.example"})

    assert "Länken gäller inte längre" in page.content.decode()


def test_link_opens_its_own_draft_in_its_own_network_alone(applicant, world):
    applicant.begin()
    elsewhere = reverse("registration:draft", args=[world.other.slug, applicant.token])

    assert applicant.client.get(elsewhere).status_code == 410


def test_page_of_a_draft_keeps_its_address_to_itself(applicant):
    applicant.begin()

    answer = applicant.client.get(applicant.at("personer"))

    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("same-origin", "no-store")


def test_link_stands_in_no_log(applicant, caplog):
    applicant.fill()
    applicant.write("behov", number=9, motive="Annat")
    applicant.client.get(f"{applicant.address}utkast/hemlig/")
    applicant.client.get(f"{applicant.address}arende/hemlig/")

    assert "utkast" not in caplog.text
    assert "arende" not in caplog.text


def test_step_that_there_is_not_is_not_found(applicant):
    applicant.begin()

    assert applicant.client.get(applicant.at("onskan")).status_code == 404
