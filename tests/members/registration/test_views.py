"""The public application, step by step, as an organisation meets it."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration.models import Application, ApplicationDraft
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.members.registration.conftest import ANSWERS, PDF

pytestmark = pytest.mark.django_db


def test_applicant_fills_in_the_steps_and_sends(applicant, granberg):
    first = applicant.begin()
    assert first.url == applicant.at("personer")
    pages = [applicant.write(step).url for step in list(ANSWERS)[1:]]
    assert pages == [applicant.at(page) for page in ("beslut", "behov", "faktura", "granska")]

    summary = applicant.client.get(applicant.at("granska")).content.decode().replace("\xa0", " ")
    assert "3 × 8 000 kronor = 24 000 kronor" in summary
    assert "kan bli en allmän handling" in summary
    assert not Application.objects.exists()
    applicant.send()

    application = Application.objects.get()
    assert (application.organisation, application.organisation_name) == (granberg, "Granbergs kommun")
    assert application.total_kronor == 24_000
    assert [person.name for person in application.contact_people] == ["Kajsa Kontakt"]
    assert [(person.name, person.email) for person in application.participants] == [
        ("Pelle Person", "pelle@granberg.example"),
        ("Petra Person", ""),
    ]
    assert (application.diary_number, application.buyer_reference) == ("KS 2026/12", "ZZ1234")
    assert application.e_invoice_address == "0007:2220000315"
    assert application.motive == "Vi vill få en gemensam lägesbild."
    assert not application.is_late
    assert Record.objects.filter(action="registration.apply", object_id=str(application.pk)).exists()


def test_receipt_is_mailed_and_never_says_accepted(applicant, world):
    applicant.fill()
    page = applicant.client.get(applicant.send().url)

    receipt = OutboxMessage.objects.get(to="kajsa@granberg.example", kind__endswith="receipt")
    assert (receipt.language, receipt.reply_to) == ("sv", world.david.email)
    assert "inte ett besked om plats" in receipt.text
    assert "3 × 8 000 kronor = 24 000 kronor" in receipt.text.replace("\xa0", " ")
    assert Application.objects.get().reference in page.content.decode()
    assert (page["Referrer-Policy"], page["Cache-Control"]) == ("same-origin", "no-store")
    for text in (receipt.text, page.content.decode()):
        assert "bekräftad plats" not in text


def test_coordinators_are_told_in_their_own_language(applicant, world):
    world.david.language = "en"
    world.david.save()

    applicant.fill()
    applicant.send()

    assert OutboxMessage.objects.get(to=world.david.email).subject == "New application from Granbergs kommun"
    assert not OutboxMessage.objects.filter(to=world.henrik.email).exists()


def test_apply_in_english_mails_in_english(applicant):
    applicant.fill("/en")
    applicant.send()

    assert set(OutboxMessage.objects.filter(to="kajsa@granberg.example").values_list("language", flat=True)) == {"en"}


def test_sending_twice_makes_one_application_and_one_receipt(applicant):
    applicant.fill()
    first, second = applicant.send(), applicant.send()

    assert Application.objects.count() == 1
    assert OutboxMessage.objects.filter(kind__endswith="/receipt").count() == 1
    assert (first.status_code, second.status_code) == (302, 302)
    again = applicant.client.get(second.url).content.decode()
    assert "det är den första anmälan som gäller" in again


def test_first_step_sent_twice_begins_one_draft(applicant):
    stamp = guard.new_stamp()

    assert [applicant.begin(stamp=stamp).status_code for _time in range(2)] == [302, 302]
    assert ApplicationDraft.objects.count() == 1


def test_step_with_errors_is_kept_and_told(applicant):
    applicant.begin()
    response = applicant.write("personer", first_email="inte-en-adress", second_name="Två", participant_count="1")

    page = response.content.decode()
    assert response.status_code == 200
    assert "Det här behöver rättas" in page
    assert 'href="#id_first_email"' in page
    assert 'value="inte-en-adress"' in page
    assert "Ni har skrivit namn på 2 personer." in page
    assert set(response.context["form"].errors) == {
        "first_email", "second_email", "second_phone", "participant_count",
    }  # fmt: skip
    assert 'value="inte-en-adress"' in applicant.client.get(applicant.at("personer")).content.decode()
    assert applicant.write("personer", number=1).status_code == 302


@pytest.mark.parametrize("line", [", pelle@x.example", "Pelle, pelle", "x" * 151])
def test_participant_that_cannot_be_read_is_told_by_its_line(applicant, line):
    applicant.begin()

    response = applicant.write("personer", participants=f"Petra Person\n{line}", participant_count="2")

    assert response.context["form"].errors["participants"][0].startswith("Rad 2: ")


def test_more_participants_than_there_may_be_are_refused(applicant):
    applicant.begin()

    response = applicant.write("personer", participants="Pelle\n" * 21)

    assert response.context["form"].errors["participants"] == ["Högst 20 personer kan delta."]


def test_going_back_keeps_what_is_half_written(applicant):
    applicant.begin()

    response = applicant.write("personer", first_email="kaj", go="back")

    assert response.url == applicant.at("organisation")
    assert applicant.draft.values_of("personer")["first_email"] == "kaj"
    assert 'value="granbergs Kommun"' in applicant.client.get(response.url).content.decode()


def test_draft_opens_where_it_is_not_whole(applicant):
    applicant.begin()
    assert applicant.client.get(applicant.at()).url == applicant.at("personer")

    applicant.write("personer")
    assert applicant.client.get(applicant.at()).url == applicant.at("beslut")

    for step in ("beslut", "behov", "faktura"):
        applicant.write(step)
    assert applicant.client.get(applicant.at()).url == applicant.at("granska")


def test_sending_a_draft_that_is_not_whole_says_what_is_left(applicant):
    applicant.begin()
    applicant.write("personer")

    response = applicant.send()

    assert response.status_code == 409
    page = response.content.decode()
    assert "Det här är kvar att fylla i" in page
    assert [step.slug for step in response.context["unfinished"]] == ["beslut", "behov"]
    assert not Application.objects.exists()


def test_two_browsers_on_one_draft_see_both_texts(applicant):
    applicant.fill()
    applicant.write("behov", number=1, motive="Det här skrev Kajsa.")

    response = applicant.write("behov", number=1, motive="Det här skrev Klas.")

    page = response.content.decode()
    assert response.status_code == 409
    assert "Det här skrev Kajsa." in page
    assert "Det här skrev Klas." in page
    assert applicant.draft.values_of("behov")["motive"] == "Det här skrev Kajsa."
    number = response.context["form"].opened_at
    assert applicant.write("behov", number=number, motive="Båda.").status_code == 302


def test_choice_and_tick_of_the_other_browser_are_told_in_words(applicant):
    applicant.fill()
    applicant.write("beslut", number=1, decision_body="Socialnämnden")

    response = applicant.write("beslut", number=1, decision_state="taken", decision_date="2026-01-01")

    assert response.context["others"] == {
        "decision_state": "Vi vet inte än när beslut fattas", "decision_body": "Socialnämnden",
        "decision_date": "(tomt)",
    }  # fmt: skip


def test_summary_that_is_older_than_the_draft_is_not_sent(applicant):
    applicant.fill()
    number = applicant.draft.number
    applicant.write("behov", number=1, motive="Ändrat i ett annat fönster.")

    response = applicant.send(number=number)

    assert response.status_code == 409
    assert "Anmälan har ändrats i ett annat fönster" in response.content.decode()
    assert not Application.objects.exists()
    assert applicant.send().status_code == 302


def test_autosave_keeps_and_tells_the_number(applicant):
    applicant.begin()
    answer = applicant.client.post(f"{applicant.at('behov')}spara/", {"motive": "Halv", "edit_number": "0"})
    stale = applicant.client.post(f"{applicant.at('behov')}spara/", {"motive": "Annan", "edit_number": "0"})

    assert answer.json()["fields"] == {"edit_number": 1}
    assert (answer.status_code, stale.status_code) == (200, 409)
    assert applicant.draft.values_of("behov")["motive"] == "Halv"


def test_decision_is_kept_between_the_steps_and_follows_the_application(applicant):
    applicant.fill()
    paper = SimpleUploadedFile("protokoll.pdf", PDF, content_type="application/pdf")
    response = applicant.write("beslut", number=1, decision_state="taken", decision_date="", decision_upload=paper)
    assert "Ange datumet för beslutet." in response.content.decode()
    assert "Filen protokoll.pdf är sparad." in response.content.decode()

    day = timezone.localdate().isoformat()
    assert applicant.write("beslut", number=2, decision_state="taken", decision_date=day).status_code == 302
    assert "protokoll.pdf" in applicant.client.get(applicant.at("granska")).content.decode()
    applicant.send()

    assert Application.objects.get().decision_file.name == "protokoll.pdf"


def test_new_decision_replaces_the_earlier_file(applicant):
    applicant.begin()
    for name in ("forst.pdf", "sedan.pdf"):
        paper = SimpleUploadedFile(name, PDF, content_type="application/pdf")
        number = applicant.draft.number_of("beslut")
        assert applicant.write("beslut", number=number, decision_upload=paper).status_code == 302

    assert [file.name for file in PrivateFile.objects.all()] == ["sedan.pdf"]


@pytest.mark.parametrize(
    ("state", "days", "message"),
    [
        ("taken", 2, "Ett fattat beslut kan inte ha ett datum som inte varit än."),
        ("scheduled", -2, "Datumet har varit. Ange när beslutet ska fattas."),
    ],
)
def test_date_of_the_decision_must_fit_its_state(applicant, state, days, message):
    applicant.begin()
    day = timezone.localdate() + datetime.timedelta(days=days)

    response = applicant.write("beslut", decision_state=state, decision_date=day.isoformat())

    assert message in response.content.decode()


def test_date_that_is_no_date_is_told_once(applicant):
    applicant.begin()

    response = applicant.write("beslut", decision_state="taken", decision_date="snart")

    assert len(response.context["form"].errors["decision_date"]) == 1


def test_commitment_is_required(applicant):
    applicant.begin()

    assert "Kryssa i att ni är beredda" in applicant.write("behov", is_committed="").content.decode()
