"""Drafts of applications, beside the pages: what becomes of those that are never sent."""

import datetime
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration import services
from members.registration.models import ApplicationDraft
from members.registration.validators import ValidationError, clean_invoice_address
from portal.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(world):
    services.begin(network=world.network, key=uuid.uuid4(), values={"organisation_name": "X"}, language="sv")
    return ApplicationDraft.objects.get()


def left_alone(draft, days):
    changed_at = timezone.now() - datetime.timedelta(days=days)
    ApplicationDraft.objects.filter(pk=draft.pk).update(changed_at=changed_at)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_draft_that_nobody_touches_is_warned_of_once(draft, language):
    ApplicationDraft.objects.update(language=language)
    services.mail_link(draft=draft, email="kajsa@granberg.example")
    left_alone(draft, 45)
    assert services.warn_of_old_drafts() == 0
    left_alone(draft, 47)

    assert [services.warn_of_old_drafts() for _minute in range(2)] == [1, 0]

    message = OutboxMessage.objects.get(kind__endswith="draft_goes")
    assert (message.to, message.language) == ("kajsa@granberg.example", language)
    assert "/utkast/" in message.text
    assert Record.objects.filter(action="registration.warn_of_draft", object_id=str(draft.pk)).count() == 1


def test_draft_that_is_taken_up_again_may_be_warned_of_again(draft):
    services.mail_link(draft=draft, email="kajsa@granberg.example")
    left_alone(draft, 47)
    services.warn_of_old_drafts()

    services.save_step(draft=draft, step="behov", values={"motive": "Nytt"}, opened_at=0)
    left_alone(draft, 47)

    assert services.warn_of_old_drafts() == 1


def test_draft_without_an_address_is_told_to_nobody(draft):
    left_alone(draft, 47)

    assert services.warn_of_old_drafts() == 0
    assert not OutboxMessage.objects.exists()


def test_draft_goes_with_its_file_after_its_time(draft, django_capture_on_commit_callbacks):
    paper = SimpleUploadedFile("protokoll.pdf", b"%PDF-1.7 beslut", content_type="application/pdf")
    services.keep_decision(draft=draft, upload=paper)
    left_alone(draft, 59)
    assert services.forget_old_drafts() == 0
    left_alone(draft, 61)

    with django_capture_on_commit_callbacks(execute=True):
        assert services.forget_old_drafts() == 1

    assert not ApplicationDraft.objects.exists()
    assert not PrivateFile.objects.exists()
    assert Record.objects.filter(action="registration.forget_draft").count() == 1


def test_link_is_not_renewed_for_a_draft_without_address(draft):
    services.renew_link(link=draft.links.get())

    assert not OutboxMessage.objects.exists()


def test_copied_link_is_renewed_to_whoever_has_the_draft(draft):
    copied = draft.links.get()
    values = {"first_name": "Kajsa", "first_email": "kajsa@x.example"}
    draft = services.save_step(draft=draft, step="personer", values=values, opened_at=0)
    copied.draft = draft
    for _time in range(2):
        services.renew_link(link=copied)
    assert [mail.to for mail in OutboxMessage.objects.all()] == ["kajsa@x.example"]

    services.mail_link(draft=draft, email="nils@x.example")
    draft.links.exclude(email="").update(created_at=F("created_at") - datetime.timedelta(hours=2))
    services.renew_link(link=copied)
    assert OutboxMessage.objects.latest("pk").to == "nils@x.example"


def test_copied_link_is_renewed_to_no_half_address(draft):
    values = {"first_email": "kajsa@"}
    copied = draft.links.get()
    copied.draft = services.save_step(draft=draft, step="personer", values=values, opened_at=0)
    services.renew_link(link=copied)
    assert not OutboxMessage.objects.exists()


def test_step_saved_again_as_it_is_counts_no_saving(draft):
    kept = services.save_step(draft=draft, step="organisation", values={"organisation_name": "X"}, opened_at=0)

    assert kept.number == 1


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("0007:2220000315", "0007:2220000315"), ("222000-0315", "0007:2220000315"),
        ("0088: 7300010000001", "0088:7300010000001"),
    ],
)  # fmt: skip
def test_invoice_address_is_read_in_the_ways_people_write_it(written, kept):
    assert clean_invoice_address(written) == kept


@pytest.mark.parametrize("written", ["0007:2220000316", "9999:2220000315", "0088:1", "faktura@kommun.example"])
def test_invoice_address_that_cannot_be_one_is_refused(written):
    with pytest.raises(ValidationError):
        clean_invoice_address(written)
