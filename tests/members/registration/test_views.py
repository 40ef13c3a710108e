"""The public application, as an organisation meets it."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.organisations.models import Organisation
from members.registration.models import Application
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


def filled(**changes):
    """What a careful applicant sends."""
    return {
        "organisation_name": "granbergs Kommun",
        "organisation_number": "",
        "participant_count": "3",
        "decision_state": "not_yet",
        "decision_body": "Kommunstyrelsen",
        "decision_date": "",
        "decision_paragraph": "",
        "is_committed": "on",
        "motive": "Vi vill få en gemensam lägesbild.",
        "submission_key": str(uuid.uuid4()),
        "website": "",
        "contacts-TOTAL_FORMS": "2",
        "contacts-INITIAL_FORMS": "0",
        "contacts-0-name": "Kajsa Kontakt",
        "contacts-0-email": "kajsa@granberg.example",
        "contacts-0-phone": "070-111 22 33",
        "participants-TOTAL_FORMS": "3",
        "participants-INITIAL_FORMS": "0",
        "participants-0-name": "Pelle Person",
        **changes,
    }


@pytest.fixture
def granberg():
    return OrganisationFactory(name="Granbergs kommun", is_demonstration=False)


@pytest.fixture
def address(world):
    return reverse("registration:apply", args=[world.network.slug])


def test_apply_stores_the_application_with_its_price(client, world, granberg, address):
    response = client.post(address, filled())

    application = Application.objects.get()
    assert response.status_code == 302
    assert application.organisation == granberg
    assert application.organisation_name == "Granbergs kommun"
    assert application.total_kronor == 24_000
    assert [person.name for person in application.contact_people] == ["Kajsa Kontakt"]
    assert [person.name for person in application.participants] == ["Pelle Person"]
    assert not application.is_late
    assert Record.objects.filter(action="registration.apply", object_id=str(application.pk)).exists()


def test_receipt_is_mailed_and_never_says_accepted(client, world, granberg, address):
    response = client.post(address, filled(), follow=True)

    receipt = OutboxMessage.objects.get(to="kajsa@granberg.example")
    assert receipt.language == "sv"
    assert receipt.reply_to == world.david.email
    assert "inte ett besked om plats" in receipt.text
    assert "3 × 8 000 kronor = 24 000 kronor" in receipt.text.replace("\xa0", " ")
    assert "bekräftad plats" not in receipt.text
    page = response.content.decode()
    assert Application.objects.get().reference in page


def test_coordinators_are_told_of_an_application(client, world, granberg, address):
    client.post(address, filled())

    news = OutboxMessage.objects.get(to=world.david.email)
    assert news.subject == "Ny anmälan från Granbergs kommun"
    assert not OutboxMessage.objects.filter(to=world.henrik.email).exists()


def test_coordinator_who_reads_english_is_told_in_english(client, world, granberg, address):
    world.david.language = "en"
    world.david.save()

    client.post(address, filled())

    assert OutboxMessage.objects.get(to=world.david.email).subject == "New application from Granbergs kommun"


def test_apply_in_english_mails_in_english(client, world, granberg, address):
    client.post(f"/en{address}", filled())

    assert OutboxMessage.objects.get(to="kajsa@granberg.example").language == "en"


def test_apply_twice_makes_one_application_and_one_receipt(client, world, granberg, address):
    data = filled()
    first = client.post(address, data)
    second = client.post(address, data)

    assert Application.objects.count() == 1
    assert OutboxMessage.objects.filter(to="kajsa@granberg.example").count() == 1
    assert first.status_code == second.status_code == 302


def test_form_that_is_mended_and_sent_again_says_which_one_counts(client, world, granberg, address):
    data = filled()
    first = client.get(client.post(address, data)["Location"]).content.decode()
    again = client.get(client.post(address, {**data, "participant_count": "7"})["Location"]).content.decode()

    assert "det är den första anmälan som gäller" not in first
    assert "det är den första anmälan som gäller" in again
    assert Application.objects.get().participant_count == 3


def test_apply_after_the_last_day_is_marked_late(client, world, granberg, address):
    world.network.last_registration_date = timezone.localdate() - datetime.timedelta(days=1)
    world.network.save()

    assert "Sista anmälningsdagen har varit" in client.get(address).content.decode()
    client.post(address, filled())

    assert Application.objects.get().is_late
    assert "efter sista anmälningsdagen" in client.post(address, filled(), follow=True).content.decode()


def test_closed_network_takes_nothing_and_leads_to_the_open_one(client, world):
    response = client.post(reverse("registration:apply", args=[world.archive.slug]), filled())

    page = response.content.decode()
    assert "Anmälan är stängd" in page
    assert reverse("registration:apply", args=[world.network.slug]) in page
    assert not Application.objects.exists()


def test_registration_that_closes_while_one_writes_takes_nothing(client, world, granberg, address, monkeypatch):
    from members.registration import services

    def closed(**kwargs):
        raise services.RegistrationClosed

    monkeypatch.setattr(services, "apply", closed)
    assert "Anmälan är stängd" in client.post(address, filled()).content.decode()


def test_errors_are_summed_up_and_nothing_typed_is_lost(client, world, address):
    data = filled(
        **{"contacts-0-email": "inte-en-adress", "decision_state": "taken", "participants-1-email": "x@y.example"}
    )
    response = client.post(address, data)

    page = response.content.decode()
    assert response.status_code == 200
    assert "Det här behöver rättas" in page
    assert "Vi hittar inte granbergs Kommun i listan" in page
    assert "Ange datumet för beslutet." in page
    assert "Skriv namnet på den som har adressen." in page
    assert 'value="inte-en-adress"' in page
    assert "Vi vill få en gemensam lägesbild." in page
    assert not Application.objects.exists()


def test_contact_person_is_required(client, world, granberg, address):
    data = filled(**{"contacts-0-name": "", "contacts-0-email": "", "contacts-0-phone": ""})

    response = client.post(address, data)

    assert response.context["contacts"].forms[0].errors.keys() == {"name", "email", "phone"}
    assert not Application.objects.exists()


def test_organisation_outside_the_register_gives_its_number(client, world, address):
    client.post(address, filled(organisation_name="Bostadsbolaget Tallen", organisation_number="2220000315"))

    application = Application.objects.get()
    assert application.organisation is None
    assert application.organisation_number == "222000-0315"


def test_organisation_that_is_no_more_is_not_found(client, world, granberg, address):
    Organisation.objects.filter(pk=granberg.pk).update(to_date=datetime.date(2018, 12, 31))

    client.post(address, filled())

    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("state", "days", "message"),
    [
        ("taken", 2, "Ett fattat beslut kan inte ha ett datum som inte varit än."),
        ("scheduled", -2, "Datumet har varit. Ange när beslutet ska fattas."),
    ],
)
def test_date_of_the_decision_must_fit_its_state(client, world, granberg, address, state, days, message):
    day = timezone.localdate() + datetime.timedelta(days=days)

    response = client.post(address, filled(decision_state=state, decision_date=day.isoformat()))

    assert message in response.content.decode()


def test_date_that_is_no_date_is_told_once(client, world, granberg, address):
    response = client.post(address, filled(decision_state="taken", decision_date="snart"))

    assert len(response.context["form"].errors["decision_date"]) == 1


def test_decision_is_kept_as_a_private_file(client, world, granberg, address):
    paper = SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 beslut", content_type="application/pdf")
    day = timezone.localdate().isoformat()

    client.post(address, filled(decision_state="taken", decision_date=day, decision_upload=paper))

    assert Application.objects.get().decision_file.name == "protokoll.pdf"


def test_file_is_asked_for_again_after_an_error(client, world, granberg, address):
    paper = SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 beslut", content_type="application/pdf")

    response = client.post(address, filled(decision_upload=paper, is_committed=""))

    assert "Välj filen med beslutet igen" in response.content.decode()


def test_program_that_fills_everything_in_is_refused(client, world, granberg, address):
    client.post(address, filled(website="https://spam.example"))

    assert not Application.objects.exists()


def test_flood_from_one_address_is_stopped_and_says_so(client, world, granberg, address):
    for _ in range(guard.PER_ADDRESS):
        assert client.post(address, filled()).status_code == 302
    again = client.post(address, filled())
    elsewhere = client.post(address, filled(), REMOTE_ADDR="192.0.2.7")

    assert "Försök igen om en stund." in again.content.decode()
    assert (again.status_code, elsewhere.status_code) == (200, 302)
    assert Application.objects.count() == guard.PER_ADDRESS + 1


def test_more_rows_keep_what_was_typed_and_send_nothing(client, world, granberg, address):
    response = client.post(address, filled(add_rows="1"))

    page = response.content.decode()
    assert page.count("participants-") > 5
    assert 'name="participants-5-name"' in page
    assert 'value="Pelle Person"' in page
    assert "Det här behöver rättas" not in page
    assert not Application.objects.exists()


@pytest.mark.parametrize("count", ["x", "²", "9" * 5000])
def test_more_rows_with_a_broken_count_do_no_harm(client, world, address, count):
    response = client.post(address, filled(**{"add_rows": "1", "participants-TOTAL_FORMS": count}))

    assert response.status_code == 200


def test_cut_off_request_gets_an_error_and_not_a_crash(client, world, address):
    response = client.post(address, {"organisation_name": "Granbergs kommun"})

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


def test_receipt_keeps_its_address_from_other_sites_and_from_caches(client, granberg, address):
    answer = client.get(client.post(address, filled())["Location"])

    assert (answer["Referrer-Policy"], answer["Cache-Control"]) == ("same-origin", "no-store")


def test_form_costs_the_same_with_one_organisation_and_many(
    client, world, granberg, address, django_assert_max_num_queries
):
    OrganisationFactory.create_batch(50, is_demonstration=False)

    with django_assert_max_num_queries(3):
        client.get(address)
