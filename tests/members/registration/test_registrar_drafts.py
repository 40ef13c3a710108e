"""The registrar's link of an application that is being written: the step is filled in, and nothing is lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from members.files.models import PrivateFile
from members.registration import services
from members.registration.models import Application, ApplicationDraft, RegistrarLink
from portal.core import guard
from portal.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


def mailed_path(kind="registrar_link"):
    text = OutboxMessage.objects.filter(kind__endswith=kind).latest("pk").text
    return re.search(r"https?://[^/]+(/\S*(?:registrator|utkast)/\S+)", text).group(1)


def ask(applicant):
    form = {"stamp": guard.new_stamp(), "email": "registrator@granberg.example"}
    return applicant.client.post(applicant.at("registrator"), form)


def leave(path, name="protokoll.pdf"):
    about = {
        "stamp": guard.new_stamp(),
        "decision_date": timezone.localdate().isoformat(),
        "decision_paragraph": "§ 12",
    }
    upload = SimpleUploadedFile(name, b"%PDF-1.7 beslut", content_type="application/pdf")
    return Client().post(path, {**about, "decision_upload": upload})


def test_step_of_the_decision_saves_and_leads_to_the_registrars_link(applicant):
    applicant.begin()

    answer = applicant.write("beslut", go="registrar")

    assert answer.url == applicant.at("registrator")
    assert applicant.draft.values_of("beslut")["decision_body"] == "Kommunstyrelsen"
    page = applicant.client.get(answer.url).content.decode()
    assert "Mejla länken" in page
    assert "Låt registratorn lämna beslutet" in applicant.client.get(applicant.at("beslut")).content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_registrar_fills_in_the_step_and_its_writer_hears(applicant, prefix):
    applicant.fill(prefix)
    ask(applicant)
    mail = OutboxMessage.objects.get(kind__endswith="registrar_link")
    assert "Granbergs kommun" in mail.text  # picked from the register
    assert "Kajsa" not in mail.text

    receipt = Client().get(leave(mailed_path()).url).content.decode()

    assert "protokoll.pdf" in receipt
    draft = applicant.draft
    assert draft.values_of("beslut") == {
        "decision_state": "taken", "decision_body": "Kommunstyrelsen", "decision_paragraph": "§ 12",
        "decision_date": timezone.localdate().isoformat(),
    }  # fmt: skip
    assert draft.number_of("beslut") == 2
    told = OutboxMessage.objects.get(kind__endswith="draft_decision")
    assert told.to == "kajsa@granberg.example"
    assert Client().get(mailed_path("draft_decision")).status_code == 302


def test_page_of_the_registrar_shows_nothing_of_the_draft(applicant):
    applicant.fill()
    ask(applicant)

    page = Client().get(mailed_path()).content.decode()

    assert "Granbergs kommun" in page
    for hidden in ("granbergs Kommun", "Kajsa", "kajsa@", "Pelle", "gemensam lägesbild", "/utkast/"):
        assert hidden not in page


def test_writer_who_has_the_step_open_is_shown_both(applicant):
    applicant.fill()
    ask(applicant)
    leave(mailed_path())

    answer = applicant.write("beslut", number=1, decision_body="Nämnden")

    assert answer.status_code == 409
    assert "§ 12" in answer.content.decode()
    assert [file.name for file in PrivateFile.objects.all()] == ["protokoll.pdf"]


def test_link_follows_the_draft_when_it_is_sent(applicant, world):
    applicant.fill()
    ask(applicant)
    link = RegistrarLink.objects.get()
    leave(mailed_path(), "fel.pdf")
    assert applicant.send().status_code == 302
    application = Application.objects.get()
    assert application.came_by == link

    # Found before the draft was sent, used after it: the paper goes where it belongs.
    link.draft, link.application = ApplicationDraft.objects.get(), None
    upload = SimpleUploadedFile("ratt.pdf", b"%PDF-1.7 beslut", content_type="application/pdf")
    services.hand_in_by_registrar(link=link, upload=upload, decision_date=timezone.localdate())

    application.refresh_from_db()
    assert application.decision_file.name == "ratt.pdf"
    assert [file.name for file in PrivateFile.objects.all()] == ["ratt.pdf"]
    assert OutboxMessage.objects.filter(to=world.david.email, kind__endswith="told").count() == 1


def test_link_of_a_draft_leads_nowhere_once_registration_is_closed(applicant, world):
    applicant.begin()
    ask(applicant)
    world.network.closes_at = timezone.now()
    world.network.save()

    assert Client().get(mailed_path()).status_code == 410


def test_draft_without_an_address_takes_the_decision_all_the_same(applicant):
    applicant.begin()
    applicant.client.post(applicant.at("registrator"), {"stamp": guard.new_stamp(), "go": "show"})
    page = applicant.client.post(applicant.at("registrator"), {"stamp": guard.new_stamp(), "go": "show"})
    path = re.search(r'id="lank">http://[^/]+(/[^<]+)<', page.content.decode()).group(1)

    assert leave(path).status_code == 302
    assert applicant.draft.decision_file.name == "protokoll.pdf"
    assert not OutboxMessage.objects.exists()
