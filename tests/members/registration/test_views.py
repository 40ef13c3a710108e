"""The public application, step by step, as an organisation meets it."""

import datetime
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.organisations.models import Organisation
from members.registration import services
from members.registration.models import Application, ApplicationDraft, DraftLink
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db

ANSWERS = {
    "organisation": {"organisation_name": "granbergs Kommun", "organisation_number": "", "diary_number": "KS 2026/12"},
    "personer": {
        "first_name": "Kajsa Kontakt",
        "first_email": "kajsa@granberg.example",
        "first_phone": "070-111 22 33",
        "participant_count": "3",
        "participants": "Pelle Person, pelle@granberg.example\nPetra Person",
    },
    "beslut": {"decision_state": "not_yet", "decision_body": "Kommunstyrelsen"},
    "behov": {"is_committed": "on", "motive": "Vi vill få en gemensam lägesbild."},
    "faktura": {"buyer_reference": "ZZ1234", "order_reference": "", "e_invoice_address": "222000-0315"},
}
PDF = b"%PDF-1.7 beslut"


@pytest.fixture
def granberg():
    return OrganisationFactory(name="Granbergs kommun", is_demonstration=False)


@pytest.fixture
def address(world):
    return reverse("registration:apply", args=[world.network.slug])


class Applicant:
    """Somebody with a browser who fills in the steps."""

    def __init__(self, client, address):
        self.client, self.address, self.token = client, address, ""

    def begin(self, prefix="", **changes):
        stamp = changes.pop("stamp", None) or guard.new_stamp()
        data = {**ANSWERS["organisation"], "stamp": stamp, **changes}
        response = self.client.post(f"{prefix}{self.address}", data)
        if response.status_code == 302:
            self.token = re.search("/utkast/([^/]+)/", response.url).group(1)
            self.prefix = prefix
        return response

    def at(self, page=""):
        return f"{self.prefix}{self.address}utkast/{self.token}/" + (f"{page}/" if page else "")

    def write(self, step, number=0, **changes):
        return self.client.post(self.at(step), {**ANSWERS[step], "edit_number": number, **changes})

    def fill(self, prefix=""):
        assert self.begin(prefix).status_code == 302
        for step in list(ANSWERS)[1:]:
            assert self.write(step).status_code == 302, step

    def send(self, **changes):
        number = ApplicationDraft.objects.latest("pk").number
        return self.client.post(self.at("granska"), {"number": number, **changes})

    @property
    def draft(self):
        return ApplicationDraft.objects.get(links__digest=DraftLink.digest_of(self.token))


@pytest.fixture
def applicant(client, world, granberg, address):
    return Applicant(client, address)


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


# The link


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


# Doors


def test_apply_after_the_last_day_is_marked_late(applicant, world):
    world.network.last_registration_date = timezone.localdate() - datetime.timedelta(days=1)
    world.network.save()

    assert "Sista anmälningsdagen har varit" in applicant.client.get(applicant.address).content.decode()
    applicant.fill()
    page = applicant.client.get(applicant.send().url).content.decode()

    assert Application.objects.get().is_late
    assert "efter sista anmälningsdagen" in page


def test_closed_network_takes_nothing_and_leads_to_the_open_one(client, world):
    response = client.post(reverse("registration:apply", args=[world.archive.slug]), ANSWERS["organisation"])

    page = response.content.decode()
    assert "Anmälan är stängd" in page
    assert reverse("registration:apply", args=[world.network.slug]) in page
    assert not ApplicationDraft.objects.exists()


def test_network_that_has_closed_takes_no_draft(applicant, world):
    applicant.fill()
    number = applicant.draft.number
    world.network.closes_at = timezone.now()
    world.network.save()

    assert "Anmälan är stängd" in applicant.send(number=number).content.decode()
    assert not Application.objects.exists()


def test_registration_that_closes_while_one_sends_takes_nothing(applicant, monkeypatch):
    def closed(**kwargs):
        raise services.RegistrationClosed

    applicant.fill()
    monkeypatch.setattr(services, "send", closed)
    assert "Anmälan är stängd" in applicant.send().content.decode()


def test_organisation_outside_the_register_gives_its_number(applicant):
    refused = applicant.begin(organisation_name="Bostadsbolaget Tallen")
    assert "Vi hittar inte Bostadsbolaget Tallen i listan" in refused.content.decode()

    applicant.begin(organisation_name="Bostadsbolaget Tallen", organisation_number="2220000315")
    for step in list(ANSWERS)[1:]:
        applicant.write(step)
    applicant.send()

    application = Application.objects.get()
    assert application.organisation is None
    assert application.organisation_number == "222000-0315"


def test_district_is_picked_under_its_municipality(applicant, granberg):
    districts = [
        OrganisationFactory(name="Centrums stadsdelsnämnd", parent=parent, is_demonstration=False)
        for parent in (granberg, OrganisationFactory(name="Storstads kommun", is_demonstration=False))
    ]
    page = applicant.client.get(applicant.address).content.decode()
    assert '<option value="Centrums stadsdelsnämnd (Storstads kommun)">' in page

    assert applicant.begin(organisation_name="Centrums stadsdelsnämnd").status_code == 200
    applicant.begin(organisation_name="centrums stadsdelsnämnd (Storstads kommun)")
    for step in list(ANSWERS)[1:]:
        applicant.write(step)
    applicant.send()

    assert Application.objects.get().organisation == districts[1]


def test_organisation_that_is_no_more_is_not_found(applicant, granberg):
    Organisation.objects.filter(pk=granberg.pk).update(to_date=datetime.date(2018, 12, 31))

    assert applicant.begin().status_code == 200
    assert not ApplicationDraft.objects.exists()


def test_program_that_fills_everything_in_is_refused(applicant):
    applicant.begin(website="https://spam.example")

    assert not ApplicationDraft.objects.exists()


def test_flood_from_one_address_is_stopped_and_says_so(applicant):
    for _ in range(guard.PER_ADDRESS):
        assert applicant.begin().status_code == 302
    again = applicant.begin()

    assert "Försök igen om en stund." in again.content.decode()
    assert ApplicationDraft.objects.count() == guard.PER_ADDRESS


@pytest.mark.parametrize("number", ["x", "²", "9" * 5000, ""])
def test_broken_number_does_no_harm(applicant, number):
    applicant.begin()
    assert applicant.write("organisation", number=number, organisation_name="Annan").status_code == 409

    assert applicant.client.post(applicant.at("granska"), {"number": number}).status_code == 409


def test_cut_off_request_gets_an_error_and_not_a_crash(applicant):
    applicant.begin()
    response = applicant.client.post(applicant.at("personer"), {"first_name": "Kajsa"})

    assert response.status_code == 200
    assert "Det här behöver rättas" in response.content.decode()


def test_only_open_network_is_opened_at_once(client, world):
    world.other.archived_at = timezone.now()
    world.other.save()

    assert client.get(reverse("registration:networks")).url == reverse("registration:apply", args=[world.network.slug])


def test_several_open_networks_are_listed(client, world):
    page = client.get(reverse("registration:networks")).content.decode()

    assert reverse("registration:apply", args=[world.network.slug]) in page
    assert reverse("registration:apply", args=[world.archive.slug]) not in page


def test_no_open_network_is_said_plainly(client, db):
    assert "Inget nätverk är öppet för anmälan" in client.get(reverse("registration:networks")).content.decode()


def test_closed_without_another_open_leads_to_the_invitation(client, world):
    for network in (world.network, world.other):
        network.archived_at = timezone.now()
        network.save()

    page = client.get(reverse("registration:apply", args=[world.archive.slug])).content.decode()

    assert "Just nu är inget nätverk öppet för anmälan." in page


def test_receipt_with_a_forged_address_is_not_found(client, world):
    assert client.get(reverse("registration:receipt", args=[world.network.slug, "forged"])).status_code == 404


def test_first_step_costs_the_same_with_one_organisation_and_many(applicant, django_assert_num_queries):
    OrganisationFactory.create_batch(50, is_demonstration=False)

    with django_assert_num_queries(2):
        applicant.client.get(applicant.address)


@pytest.mark.parametrize(("page", "queries"), [("personer", 2), ("organisation", 3), ("granska", 3), ("senare", 2)])
def test_pages_of_a_draft_cost_few_queries(applicant, django_assert_num_queries, page, queries):
    applicant.fill()
    OrganisationFactory.create_batch(50, is_demonstration=False)

    with django_assert_num_queries(queries):
        applicant.client.get(applicant.at(page))
