"""Many coordinators, and many applications, at the same moment."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from django.utils import timezone

from members.audit.models import Record
from members.files.models import PrivateFile
from members.registration import services
from members.registration.enums import ApplicationState
from members.registration.models import Application, ApplicationDraft, OnBehalf, RegistrarLink, Transition
from portal.core.models import OutboxMessage
from tests.factories.registration import ApplicationPersonFactory, OtherApplicationFactory
from tests.together import at_once

LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
SEATS, WORKERS, EACH = 20, 20, 10


@pytest.fixture
def later(transactional_db):
    with override_settings(TASKS=LATER):
        yield


def test_two_hundred_at_once_for_twenty_seats_give_twenty(later, world):
    world.network.capacity = SEATS
    world.network.save()
    rows = [OtherApplicationFactory(network=world.network, submission_key=uuid.uuid4()) for _ in range(WORKERS * EACH)]

    def job(mine):
        for row in mine:
            services.seat_or_wait(application=row, by=world.david)

    at_once([lambda mine=rows[number::WORKERS]: job(mine) for number in range(WORKERS)])

    assert Application.objects.seated().count() == SEATS
    queue = list(Application.objects.queue())
    assert len(queue) == WORKERS * EACH - SEATS
    assert queue == sorted(queue, key=lambda row: (row.submitted_at, row.pk))
    assert services.seats_left(world.network) == 0


def test_same_decision_sent_many_times_at_once_is_one(later, world):
    application = ApplicationPersonFactory(application__network=world.network).application
    sent = {"application": application, "to": ApplicationState.WAITING, "by": world.david, "seen": "submitted"}

    assert len(set(at_once([lambda: services.move(**sent).pk] * 6))) == 1
    assert Transition.objects.count() == 1
    assert OutboxMessage.objects.count() == 1


def paper(name):
    return SimpleUploadedFile(name, b"%PDF-1.7 beslut", content_type="application/pdf")


def test_papers_left_at_once_are_one_and_none_is_lost_on_the_disk(later, world):
    application = ApplicationPersonFactory(application__network=world.network).application
    services.make_registrar_link(target=application, key=uuid.uuid4())
    link = RegistrarLink.objects.get()
    today = timezone.localdate()

    def job(name):
        services.hand_in_by_registrar(link=link, upload=paper(name), decision_date=today)

    at_once([lambda name=f"{number}.pdf": job(name) for number in range(4)])

    application.refresh_from_db()
    assert PrivateFile.objects.get() == application.decision_file == RegistrarLink.objects.get().file


def test_links_made_at_once_leave_one_that_works(later, world):
    application = ApplicationPersonFactory(application__network=world.network).application

    at_once([lambda: services.make_registrar_link(target=application, key=uuid.uuid4())] * 6)

    assert [link.is_open for link in RegistrarLink.objects.all()].count(True) == 1


def test_paper_meets_the_confirming_of_the_place_in_one_order_or_the_other(later, world):
    """Either the paper was there when the place was confirmed, or it is refused where there was one already."""
    application = ApplicationPersonFactory(application__network=world.network).application
    today = timezone.localdate()
    services.hand_in_decision(application=application, decision_date=today, upload=paper("eget.pdf"))
    services.make_registrar_link(target=application, key=uuid.uuid4())
    link = RegistrarLink.objects.get()

    def leave():
        try:
            services.hand_in_by_registrar(link=link, upload=paper("annat.pdf"), decision_date=today)
        except services.LinkIsOver:
            return "over"

    def confirm():
        services.move(application=application, to=ApplicationState.ACCEPTED, by=world.david)

    outcomes = at_once([leave, confirm])

    confirmed = Record.objects.get(action="registration.to_accepted")
    left = Record.objects.filter(action="registration.hand_in_by_registrar")
    assert left.filter(pk__lt=confirmed.pk).count() == left.count() == (0 if "over" in outcomes else 1)


def written(world, key):
    name = "Granbergs kommun"
    return services.register_on_behalf(
        network=world.network, key=key, language="sv", steps={"organisation": {"organisation_name": name}},
        organisation_name=name, email="kajsa@granberg.example", channel="mail",
        told_date=timezone.localdate(), by=world.david,
    )  # fmt: skip


def test_same_form_on_behalf_sent_many_times_at_once_is_one(later, world):
    key = uuid.uuid4()

    assert len(set(at_once([lambda: written(world, key).pk] * 6))) == 1
    assert OutboxMessage.objects.count() == 1


def test_one_of_confirming_and_declining_at_once_is_done(later, world):
    draft = written(world, uuid.uuid4()).draft
    application = {
        "organisation": None, "organisation_name": "Granbergs kommun", "decision_state": "not_yet",
        "participant_count": 2, "is_committed": True,
    }  # fmt: skip
    people = [{"name": "Kajsa Kontakt", "email": "kajsa@granberg.example", "phone": "1", "title": ""}]

    def confirm():
        try:
            services.send(
                draft=draft, application=application, contact_people=people, participants=[], number=draft.number
            )
        except ApplicationDraft.DoesNotExist:
            return 0
        return 1

    def decline():
        try:
            services.decline_on_behalf(draft=draft)
        except services.AlreadyConfirmed:
            return 0
        return 1

    assert sum(at_once([confirm, decline])) == 1
    assert Application.objects.count() == OnBehalf.objects.count()
    assert OutboxMessage.objects.filter(kind__endswith="/declined").count() == 1 - Application.objects.count()
