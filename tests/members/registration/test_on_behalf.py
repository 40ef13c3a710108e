"""The coordinator writes an application on behalf of an organisation, which reads, corrects, and confirms it."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration import emails, services
from members.registration.forms.on_behalf import PARTS
from members.registration.models import Application, ApplicationDraft, DraftLink, OnBehalf
from members.registration.views.steps import STEPS
from portal.core import personal_data
from portal.core.models import OutboxMessage
from portal.ops import erasing
from tests.factories.accounts import UserFactory
from tests.factories.registration import ApplicationFactory
from tests.members.registration.behalf import (
    KAJSA,
    REGISTER,
    VIEWS,
    WAITING,
    at,
    complete,
    confirm,
    latest,
    path_in,
    today,
)
from tests.members.registration.conftest import PDF

pytestmark = pytest.mark.django_db


def test_what_a_mail_said_becomes_a_draft_that_its_organisation_completes_and_confirms(david, client, about, world):
    assert not Application.objects.exists()
    letter = latest("on_behalf")
    assert (letter.to, letter.reply_to) == (KAJSA, world.david.email)
    assert letter.subject == "Bekräfta anmälan för Granbergs kommun"
    for words in (world.david.name, "efter mejl från er den", "Ni är inte anmälda än", "Det stämmer inte"):
        assert words in letter.text

    path = path_in(letter)
    client.logout()
    page = client.get(f"{path}granska/").content.decode()
    assert world.david.name in page
    assert "Bekräfta och skicka anmälan" in page
    assert confirm(client, path).status_code == 409
    complete(client, path)
    receipt = confirm(client, path)

    assert "/tack/" in receipt.url
    application = Application.objects.get()
    assert (application.organisation_name, application.is_committed) == ("Granbergs kommun", True)
    assert [person.phone for person in application.contact_people] == ["070-111 22 33"]
    about.refresh_from_db()
    assert about.email == ""
    assert "En nätverksledare skrev anmälan" in latest("news").text


def test_record_tells_who_acted_and_on_whose_behalf(client, about, world):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    confirm(client, path)

    rows = Record.objects.exclude(on_behalf_of="").order_by("pk").values_list("action", "actor_id", "on_behalf_of")
    assert list(rows) == [
        ("registration.register_on_behalf", str(world.david.pk), "Granbergs kommun"),
        ("registration.confirm_on_behalf", "", "Granbergs kommun"),
    ]


def test_commitment_is_never_the_coordinators_to_tick(about, david, mailed):
    assert "is_committed" not in about.draft.values_of("behov")
    sent = {**mailed, "key": str(uuid.uuid4()), "is_committed": "on", "motive": "Vi vill", "is_another": "on"}
    david.post(REGISTER, sent)

    assert [draft.values_of("behov") for draft in ApplicationDraft.objects.all()] == [{"motive": "Vi vill"}, {}]


def test_parts_are_the_applicants_own_steps():
    assert list(PARTS) == [step.slug for step in STEPS]
    for step, (_title, form) in zip(STEPS, PARTS.values(), strict=True):
        assert set(step.form().kept_names) - set(form().kept_names) <= {"is_committed"}


def test_application_says_afterwards_who_wrote_it_and_when_it_was_confirmed(client, david, about, login, world):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    confirm(client, path)

    page = david.get(reverse(f"{VIEWS}:inspect", args=[Application.objects.get().pk])).content.decode()
    assert f"Av {world.david.name} (Mejl den" in page
    assert "Organisationen bekräftade genom sin länk den" in page
    person = Application.objects.get().contact_people[0]
    page = client.get(emails.own_address(person.application, person).removeprefix("http://testserver"))
    assert "Nätverksledaren skrev anmälan för er" in page.content.decode()


def test_mail_in_time_is_not_late_though_it_is_confirmed_after_the_last_day(client, world, about):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    OnBehalf.objects.update(told_date=today(-3))
    world.network.last_registration_date = today(-3)
    world.network.save()
    assert "Sista anmälningsdagen har varit" not in client.get(f"{path}personer/").content.decode()
    confirm(client, path)

    assert Application.objects.get().is_late is False


def test_mail_after_the_last_day_is_late(client, world, about):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    world.network.last_registration_date = today(-3)
    world.network.save()
    assert "Sista anmälningsdagen har varit" in client.get(f"{path}personer/").content.decode()
    confirm(client, path)

    assert Application.objects.get().is_late is True


def test_nothing_gets_in_after_the_closing_time_and_nothing_is_mailed(client, david, world, about):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    world.network.closes_at = timezone.now()
    world.network.save()

    page = confirm(client, path).content.decode()
    assert "hann inte bekräftas" in page
    assert not Application.objects.exists()
    OutboxMessage.objects.all().delete()
    assert "Anmälan till nätverket är stängd" in david.get(WAITING).content.decode()
    DraftLink.objects.update(created_at=timezone.now() - datetime.timedelta(days=2))
    page = david.post(at("remind", about), {"email": KAJSA}).content.decode()
    assert "så det går inte att bekräfta" in page
    assert not OutboxMessage.objects.exists()


def test_network_that_is_closed_is_not_offered(david, world, mailed):
    world.network.closes_at = timezone.now()
    world.network.save()

    assert "Inget av dina nätverk tar emot anmälningar just nu" in david.get(REGISTER).content.decode()
    assert david.post(REGISTER, mailed).status_code == 200
    assert not OnBehalf.objects.exists()


def test_network_that_closes_while_the_form_is_sent_gets_nothing(world):
    world.network.closes_at = timezone.now()
    with pytest.raises(services.RegistrationClosed):
        services.register_on_behalf(
            network=world.network, key=uuid.uuid4(), language="sv", steps={}, organisation_name="X", email=KAJSA,
            channel="mail", told_date=today(), by=world.david,
        )  # fmt: skip


def test_another_coordinators_network_cannot_be_chosen(david, world, mailed):
    page = david.post(REGISTER, {**mailed, "network": world.other.pk})

    assert page.status_code == 200
    assert list(page.context["forms"].source.fields["network"].queryset) == [world.network]
    assert not OnBehalf.objects.exists()


def test_what_is_wrong_is_told_and_what_was_typed_stands(david, mailed):
    wrong = {
        **mailed,
        "organisation_name": "Okänd förening",
        "first_email": "kajsa",
        "second_name": "Kalle",
        "told_date": today(1).isoformat(),
        "e_invoice_address": "x",
        "motive": "Vi vill vara med.",
    }
    answer = david.post(REGISTER, wrong)

    named = {field.name for field, _errors in answer.context["forms"].errors}
    assert named == {"organisation_number", "first_email", "told_date", "e_invoice_address"}
    page = answer.content.decode()
    for text in ("Okänd förening", "Vi vill vara med.", "Dagen har inte varit än.", "Inget har skickats."):
        assert text in page
    assert not OutboxMessage.objects.exists()


def test_organisation_outside_the_register_has_a_checked_number(david, mailed):
    david.post(REGISTER, {**mailed, "organisation_name": "Okända  förbundet", "organisation_number": "2220000315"})

    assert OnBehalf.objects.get().organisation_name == "Okända förbundet"


def test_decision_that_was_attached_to_the_mail_comes_along(david, client, mailed):
    upload = SimpleUploadedFile("beslut.pdf", PDF, content_type="application/pdf")
    david.post(REGISTER, {**mailed, "decision_upload": upload})

    assert ApplicationDraft.objects.get().decision_file.name == "beslut.pdf"
    path = path_in(latest("on_behalf"))
    assert "beslut.pdf" in client.get(f"{path}granska/").content.decode()
    client.post(f"{path}stammer-inte/", {"reason": ""})
    assert not PrivateFile.objects.exists()


def test_form_that_is_sent_twice_gives_one(david, mailed):
    for _again in range(2):
        assert david.post(REGISTER, mailed).url == WAITING

    assert OnBehalf.objects.count() == OutboxMessage.objects.count() == 1


@pytest.mark.parametrize("by", ["row", "name", "number"])
def test_organisation_that_has_applied_already_is_warned_of(david, world, mailed, granberg, by):
    known = {
        "row": {"organisation": granberg, "organisation_name": "Gamla namnet", "organisation_number": ""},
        "name": {"organisation_name": "Granbergs kommun", "organisation_number": ""},
        "number": {"organisation_name": "Granberg", "organisation_number": "222000-0315"},
    }[by]
    application = ApplicationFactory(network=world.network, **known)
    ApplicationFactory(network=world.other, organisation=granberg)
    sent = {**mailed, "organisation_number": "222000-0315"} if by == "number" else mailed

    answer = david.post(REGISTER, sent)
    assert [row.application for row in answer.context["forms"].duplicates] == [application]
    assert application.reference in answer.content.decode()
    assert not OnBehalf.objects.exists()
    assert david.post(REGISTER, {**sent, "is_another": "on"}).url == WAITING


def test_organisation_that_waits_already_is_warned_of(david, about, mailed):
    answer = david.post(REGISTER, {**mailed, "key": str(uuid.uuid4())})

    assert "Granbergs kommun · väntar på bekräftelse" in answer.content.decode()
    assert OnBehalf.objects.count() == 1


def test_english_is_written_to_whom_it_is_chosen_for(david, client, mailed):
    david.post(REGISTER, {**mailed, "language": "en"})

    letter = latest("on_behalf")
    assert letter.language == "en"
    assert path_in(letter).startswith("/en/anmalan/")
    assert client.get(f"{path_in(letter)}granska/").status_code == 200


def test_organisation_declines_and_all_of_it_goes(client, david, about, world):
    path = path_in(latest("on_behalf"))
    assert "tas allt som nätverksledaren skrev för er bort" in client.get(f"{path}stammer-inte/").content.decode()
    assert OnBehalf.objects.exists()
    gone = client.post(f"{path}stammer-inte/", {"reason": "Vi har inte bestämt oss."})

    assert "Ni är inte anmälda" in client.get(gone.url).content.decode()
    assert [model.objects.count() for model in (ApplicationDraft, DraftLink, OnBehalf)] == [0, 0, 0]
    told = latest("declined")
    assert told.to == world.david.email
    assert "Vi har inte bestämt oss." in told.text
    row = Record.objects.get(action="registration.decline_on_behalf")
    assert (row.actor_id, row.on_behalf_of) == ("", "Granbergs kommun")
    assert client.post(f"{path}stammer-inte/").status_code == 410
    assert OutboxMessage.objects.filter(kind__endswith="/declined").count() == 1


def test_declining_is_told_to_the_others_when_the_writer_has_left(client, about, world):
    OnBehalf.objects.update(by=world.henrik)
    client.post(f"{path_in(latest('on_behalf'))}stammer-inte/", {"reason": ""})

    assert latest("declined").to == world.david.email


def test_coordinator_is_told_in_their_own_language(client, about, world):
    world.david.language = "en"
    world.david.save()
    client.post(f"{path_in(latest('on_behalf'))}stammer-inte/", {"reason": "Vi är inte klara."})

    assert latest("declined").subject == "Granbergs kommun says that the application is not right"


def test_address_is_a_persons_own_and_goes_with_the_person(about):
    user = UserFactory(email=KAJSA)
    exported = dict(personal_data.found(user))
    assert list(exported[OnBehalf]) == [about]
    erasing.erase(user=user)

    about.refresh_from_db()
    assert about.email == ""


def test_draft_of_the_organisations_own_cannot_be_declined(applicant):
    applicant.begin()

    assert applicant.client.get(applicant.at("stammer-inte")).status_code == 404
    assert "Bekräfta" not in applicant.client.get(applicant.at("granska")).content.decode()


def test_waiting_mail_is_dropped_when_its_draft_is_gone(about, world):
    letter = latest("on_behalf")
    assert emails.is_still_to_be_confirmed(letter)
    services.remove_on_behalf(on_behalf=about, by=world.david)
    assert not emails.is_still_to_be_confirmed(letter)


def test_what_is_written_on_behalf_was_told(about):
    for wrong in ({"told_date": None}, {"channel": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            OnBehalf.objects.update(**wrong)
