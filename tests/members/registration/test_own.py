"""An application that has been sent, as its contact persons meet it through the link."""

import datetime
import re
import uuid

import pytest
import time_machine
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration import emails, queries, services
from members.registration.enums import ApplicationState
from members.registration.models import ApplicationPerson
from members.registration.models.links import token_of
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date.today()


@pytest.fixture
def person(world):
    return ApplicationPersonFactory(application__network=world.network, email="kajsa@granberg.example")


def at(person, name="own"):
    return reverse(f"registration:{name}", args=[person.application.network.slug, token_of(person)])


def mailed_path(kind):
    text = OutboxMessage.objects.filter(kind__endswith=kind).latest("pk").text
    return re.search(r"https?://[^/]+(/\S*arende/\S+)", text).group(1)


def test_question_is_answered_through_the_mailed_link(client, person, world):
    services.ask(application=person.application, text="Vem deltar?", by=world.david, submission_key=uuid.uuid4())
    path = mailed_path("/letter")
    page = client.get(path).content.decode()
    assert "Vem deltar?" in page
    assert "Nätverksledaren har en fråga till er." in page

    form = {"text": "Två från oss.", "submission_key": str(uuid.uuid4())}
    answers = [client.post(path, form) for _time in range(2)]

    assert "Tack, nätverksledaren har fått ert svar." in client.get(answers[0].url).content.decode()
    person.application.refresh_from_db()
    assert person.application.state == ApplicationState.SUBMITTED
    assert person.application.messages.filter(is_from_applicant=True).count() == 1
    assert OutboxMessage.objects.filter(to=world.david.email, kind__endswith="/told").count() == 1


def test_receipt_leads_to_the_application_in_its_language(client, person):
    person.application.language = "en"
    emails.receipt(application=person.application)

    path = mailed_path("/receipt")

    assert path.startswith("/en/anmalan/")
    assert client.get(path).status_code == 200


def test_more_than_ten_answers_an_hour_wait_and_keep_their_text(client, person):
    def write(text):
        return client.post(at(person), {"text": text, "submission_key": str(uuid.uuid4())})

    assert {write(f"Svar {number}").status_code for number in range(10)} == {302}
    page = write("Det elfte svaret").content.decode()

    assert "Vänta en stund och skicka igen." in page
    assert "Det elfte svaret" in page
    assert person.application.messages.count() == 10
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=61)):
        assert client.post(at(person), {"text": "Nu", "submission_key": str(uuid.uuid4())}).status_code == 302


def test_empty_answer_is_told(client, person):
    page = client.post(at(person), {"text": "", "submission_key": str(uuid.uuid4())}).content.decode()

    assert "Det här behöver rättas" in page


@pytest.mark.parametrize("state", [state for state in ApplicationState if state != ApplicationState.DRAFT])
def test_every_state_is_told_in_plain_words(client, person, state):
    person.application.state = state
    person.application.save()

    page = client.get(at(person)).content.decode()

    assert f"Läge: {state.label}" in re.sub(r"\s+", " ", page)
    assert re.search(r'<h2 id="lage">.*?</h2>\s*<p>\w', page, re.S)
    assert ("Ta tillbaka anmälan" in page) == (state not in ("declined", "withdrawn"))


def test_participants_change_at_no_cost(client, person):
    client.post(at(person, "own_names"), {"participants": "Pelle Person\nPetra Person, petra@granberg.example"})
    client.post(at(person, "own_names"), {"participants": "Petra Person, petra@granberg.example"})
    answer = client.post(at(person, "own_names"), {"participants": "Petra Person, petra@granberg.example"})

    application = person.application
    assert "Deltagarna är sparade." in client.get(answer.url).content.decode()
    assert [(row.name, row.email) for row in application.participants] == [("Petra Person", "petra@granberg.example")]
    assert [row.name for row in application.contact_people] == ["Kajsa Kontakt"]
    application.refresh_from_db()
    assert application.participant_count == 2
    assert Record.objects.filter(action="registration.name_participants").count() == 2
    assert "Petra Person, petra@granberg.example" in client.get(at(person, "own_names")).content.decode()


def test_more_names_than_were_applied_for_are_a_question_to_the_coordinator(client, person):
    page = client.post(at(person, "own_names"), {"participants": "A\nB\nC"}).content.decode()

    assert "Ni har anmält 2 personer." in page
    assert not ApplicationPerson.objects.filter(is_contact_person=False).exists()


def test_decision_is_handed_in_later(client, person, world):
    for name in ("fel.pdf", "protokoll.pdf"):
        paper = SimpleUploadedFile(name, b"%PDF-1.7 beslut", content_type="application/pdf")
        about = {"decision_date": timezone.localdate().isoformat(), "decision_paragraph": "§ 12"}
        answer = client.post(at(person, "own_decision"), {**about, "decision_upload": paper})

    assert "nätverksledaren har fått beslutet" in client.get(answer.url).content.decode()
    application = person.application
    application.refresh_from_db()
    assert (application.decision_state, application.decision_paragraph) == ("taken", "§ 12")
    assert application.state == ApplicationState.SUBMITTED
    assert [file.name for file in PrivateFile.objects.all()] == ["protokoll.pdf"]
    assert "har lämnat sitt beslut" in OutboxMessage.objects.filter(to=world.david.email).latest("pk").text


def test_decision_without_its_day_or_with_a_day_to_come_is_refused(client, person):
    tomorrow = (timezone.localdate() + datetime.timedelta(days=1)).isoformat()

    pages = [client.post(at(person, "own_decision"), {"decision_date": day}) for day in ("", tomorrow)]

    assert "Ange datumet för beslutet." in pages[0].content.decode()
    assert "inte ha ett datum som inte varit än" in pages[1].content.decode()


def test_decision_that_is_there_already_changes_nothing(person):
    about = {"application": person.application, "decision_date": timezone.localdate()}
    services.hand_in_decision(**about)
    services.hand_in_decision(**about)

    assert Record.objects.filter(action="registration.hand_in_decision").count() == 1


def test_application_is_taken_back_after_a_question(client, person, world):
    assert "Det går inte att ångra här" in client.get(at(person, "own_withdraw")).content.decode()

    for _time in range(2):
        answer = client.post(at(person, "own_withdraw"), {"reason": "Vi har inte tid."})

    assert "Anmälan är återtagen." in client.get(answer.url).content.decode()
    step = person.application.transitions.get()
    assert (step.to_state, step.reason) == (ApplicationState.WITHDRAWN, "Vi har inte tid.")
    told = OutboxMessage.objects.get(to=world.david.email)
    assert "har tagit tillbaka sin anmälan" in told.text


@pytest.fixture
def offered(person):
    person.application.state = "waiting"
    person.application.offer_expires_at = timezone.now() + datetime.timedelta(days=2)
    person.application.save()
    return person.application


def test_seat_that_is_held_is_taken_and_sent_twice_it_is_taken_once(client, person, offered):
    assert "Ja, vi tar platsen" in client.get(at(person)).content.decode()
    answers = [client.post(at(person, "own_offer"), {"svar": "ja"}) for _time in range(2)]

    offered.refresh_from_db()
    assert (offered.state, offered.transitions.count()) == ("conditional", 1)
    for answer in answers:
        page = client.get(answer.url).content.decode()
        assert "Tack, nätverksledaren har fått ert svar." in page
        assert "Tiden att svara har gått ut." not in page


def test_seat_that_is_held_is_left_after_a_question(client, person, offered):
    assert f'href="{at(person, "own_withdraw")}"' in client.get(at(person)).content.decode().partition("</form>")[0]
    assert client.post(at(person, "own_offer"), {"svar": "nej"}).url == at(person, "own_withdraw")
    assert client.post(at(person, "own_offer"), {}).url == at(person)

    offered.refresh_from_db()
    assert offered.has_offer


@pytest.mark.parametrize("name", ["own_names", "own_decision", "own_postpone", "own_withdraw", "own_invoice"])
def test_nothing_is_changed_in_an_application_that_is_over_and_it_is_said(client, person, name):
    services.withdraw(application=person.application)
    for answer in (client.get(at(person, name)), client.post(at(person, name), {"participants": "Pelle"})):
        assert "Anmälan är avslutad" in client.get(answer.url).content.decode()


LATE = {
    "names": lambda application: services.name_participants(application=application, participants=[{"name": "Pelle"}]),
    "decision": lambda application: services.hand_in_decision(application=application, decision_date=TODAY),
    "day": lambda application: services.postpone_decision(application=application, decision_date=TODAY),
    "invoice": lambda application: services.complete(
        application=application, values={"buyer_reference": "ZZ"}, opened={"buyer_reference": ""}
    ),
    "taking back": lambda application: services.withdraw(application=application),
}


@pytest.mark.parametrize("late", LATE.values(), ids=LATE)
def test_what_comes_a_moment_after_the_end_changes_nothing(person, world, late):
    application = person.application
    services.move(application=application, to=ApplicationState.DECLINED, by=world.david)
    written = Record.objects.count()

    with pytest.raises(services.HasEnded):
        late(application)
    assert Record.objects.count() == written


def test_offer_that_has_run_out_is_said(client, person):
    answer = client.post(at(person, "own_offer"), {"svar": "ja"})

    assert "Tiden att svara har gått ut." in client.get(answer.url).content.decode()


def test_old_link_is_renewed_to_its_person_without_telling_whether_it_was_known(client, person, monkeypatch):
    known = at(person)
    token = known.rstrip("/").rpartition("/")[2]
    forged = known.replace(token, signing.dumps([1, 2], salt="another"))
    monkeypatch.setattr(queries.person_behind, "__kwdefaults__", {"max_age": -1})

    answers = []
    for path in (known, forged):
        old = client.get(path)
        renewed = [client.post(f"{path}ny-lank/", {"stamp": guard.new_stamp()}).url for _time in range(2)]
        page = re.sub(r'name="(stamp|csrfmiddlewaretoken)" value="[^"]*"', "", old.content.decode())
        answers.append((old.status_code, renewed, page.replace(path, "")))

    assert answers[0] == answers[1]
    assert answers[0][0] == 410
    message = OutboxMessage.objects.get()
    assert (message.to, message.subject) == (
        "kajsa@granberg.example", f"Länk till er anmälan ({person.application.reference})"
    )  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_own_link_is_written_in_the_applications_language(person, language):
    person.application.language = language
    services.mail_own_link(person=person)

    assert OutboxMessage.objects.get().language == language


def test_renewing_by_a_program_is_refused(client, person):
    page = client.post(at(person, "renew_own_link"), {"website": "https://spam.example"})

    assert "Länken gäller inte längre" in page.content.decode()
    assert not OutboxMessage.objects.exists()


def test_link_of_one_who_is_no_contact_person_any_more_opens_nothing(client, person):
    path = at(person)
    person.is_contact_person = False
    person.save()

    assert client.get(path).status_code == 410


def test_page_costs_the_same_whatever_has_been_written(client, person, world, django_assert_num_queries):
    for _time in range(5):
        services.answer(application=person.application, text="Hej", submission_key=uuid.uuid4())

    with django_assert_num_queries(4):
        client.get(at(person))


def test_all_that_was_sent_is_shown(client, person):
    application = person.application
    application.motive, application.diary_number = "Vi vill få en lägesbild.", "KS 2026/12"
    application.buyer_reference = "ZZ1234"
    application.save()
    page = client.get(at(person)).content.decode()

    for text in ("Vi vill få en lägesbild.", "KS 2026/12", "ZZ1234", person.email, "222000-0315", "kronor"):
        assert text in page


def invoice(client, person, **changes):
    form = client.get(at(person, "own_invoice")).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | changes
    return client.post(at(person, "own_invoice"), sent)


def test_invoice_and_own_reference_are_completed_later(client, person, world):
    for _time in range(2):
        answer = invoice(client, person, buyer_reference="ZZ1234", e_invoice_address="2220000315", diary_number="KS 1")

    assert "Uppgifterna är sparade." in client.get(answer.url).content.decode()
    application = person.application
    application.refresh_from_db()
    assert (application.buyer_reference, application.e_invoice_address) == ("ZZ1234", "0007:2220000315")
    assert Record.objects.get(action="registration.complete").fields == [
        "buyer_reference", "e_invoice_address", "diary_number",
    ]  # fmt: skip
    assert not OutboxMessage.objects.exists()
    assert invoice(client, person, e_invoice_address="=cmd").status_code == 200


def test_coordinator_hears_of_it_once_there_may_be_an_invoice(client, person, world):
    services.move(application=person.application, to=ApplicationState.ACCEPTED, by=world.david)
    invoice(client, person, buyer_reference="ZZ1234")

    told = OutboxMessage.objects.get(to=world.david.email)
    assert "har ändrat sina fakturauppgifter" in told.text


def test_what_the_coordinator_has_corrected_meanwhile_is_shown_beside(client, person, world):
    form = client.get(at(person, "own_invoice")).context["form"]
    values = {"buyer_reference": "AA1"}
    services.change(application=person.application, values=values, opened={"buyer_reference": ""}, by=world.david)
    sent = {name: form[name].value() or "" for name in form.fields} | {"buyer_reference": "ZZ1234"}
    answer = client.post(at(person, "own_invoice"), sent)

    assert answer.status_code == 409
    assert "Nu står det: AA1" in answer.content.decode()
    person.application.refresh_from_db()
    assert person.application.buyer_reference == "AA1"
