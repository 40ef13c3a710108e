"""The start page says what to do next."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.assignments.enums import SubmissionState
from members.notifications.models import Notification
from members.registration.enums import ApplicationState
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory, SubmissionFactory, sent_in
from tests.factories.forum import CategoryFactory, PostFactory, ThreadFactory
from tests.factories.meetings import MeetingFactory
from tests.factories.needs import InventoryFactory
from tests.factories.notifications import NotificationFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory
from tests.factories.registration import ApplicationFactory, OnBehalfFactory

START = reverse("journey:start")


def page(response):
    return " ".join(response.content.decode().split())


def step(client, world, login):
    return login(client, world.amina).get(START).context["work"].step


def test_next_step_is_first_to_complete_what_the_coordinator_asks_for(client, world, login):
    AssignmentFactory(network=world.network)
    returned = AssignmentFactory(network=world.network, title="Vilka är ni?")
    sent_in(returned, world.lindasa, state=SubmissionState.RETURNED)

    assert step(client, world, login).title == "Komplettera svaret på Vilka är ni?"


def test_next_step_is_the_first_assignment_due(client, world, login):
    AssignmentFactory(network=world.network, due_at=timezone.now() + datetime.timedelta(days=30))
    soon = AssignmentFactory(network=world.network, title="Snart", due_at=timezone.now() + datetime.timedelta(days=3))

    found = step(client, world, login)
    assert (found.title, found.url, found.action) == ("Svara på Snart", soon.get_absolute_url(), "Läs uppgiften")


def test_next_step_of_a_draft_is_to_send_it_in(client, world, login):
    late = AssignmentFactory(
        network=world.network,
        title="Sent",
        opens_at=timezone.now() - datetime.timedelta(days=9),
        due_at=timezone.now() - datetime.timedelta(days=1),
    )
    SubmissionFactory(assignment=late, organisation=world.lindasa)

    found = step(client, world, login)
    assert found.title == "Skicka in svaret på Sent"
    assert "det går fortfarande att svara" in found.text


def test_next_step_without_assignments_is_the_inventory_and_then_nothing(client, world, login):
    assert step(client, world, login).title == "Börja på er inventering"
    InventoryFactory(network=world.network, organisation=world.lindasa)
    assert step(client, world, login) is None
    assert "Ni är i fas" in page(client.get(START))


def test_start_shows_meeting_assignments_threads_and_notices(client, world, login):
    MeetingFactory(network=world.network, title="Nästa gång vi ses")
    MeetingFactory(network=world.network, title="Ett utkast", live=False)
    assignment = AssignmentFactory(network=world.network, title="Att göra")
    sent_in(assignment, world.lindasa)
    thread = ThreadFactory(network=world.network, title="Hur gör ni?")
    PostFactory(thread=thread)
    Notification.objects.create(
        user=world.amina, kind="assignments.new", key="assignments.assignment:1", title="Nytt!", url="/deltagare/"
    )

    shown = page(login(client, world.amina).get(START))

    for text in ("Nästa gång vi ses", "Att göra", "Inskickat", "Hur gör ni?", "1 oläst tråd", "Ny uppgift", "Nytt!"):
        assert text in shown
    assert "Ett utkast" not in shown


def test_start_counts_more_threads_than_it_shows(client, world, login):
    category = CategoryFactory(network=world.network)
    for _number in range(7):
        PostFactory(thread=ThreadFactory(network=world.network, category=category))
    response = login(client, world.amina).get(START)

    assert len(response.context["now"].threads) == 5
    assert "7 olästa trådar" in page(response)


def test_start_shows_nothing_of_other_networks(client, world, login):
    MeetingFactory(network=world.other, title="Hemlig träff")
    AssignmentFactory(network=world.other, title="Hemlig uppgift")
    PostFactory(thread=ThreadFactory(network=world.other, title="Hemlig tråd"))

    for person in (world.amina, world.david):
        assert "Hemlig" not in page(login(client, person).get(START))


def test_start_of_an_archive_is_calm_and_asks_for_nothing(client, world, login):
    AssignmentFactory(network=world.archive)
    response = login(client, world.ida).get(START)

    assert response.context["work"].step is None
    assert "Här finns det ni gjorde" in page(response)
    assert "Nästa steg" not in page(response)


# The coordinator's day


def tasks(client, world, login):
    response = login(client, world.david).get(START)
    return {task.icon: [text for text, _url in task.items] for task in response.context["today"]}


def test_today_is_empty_when_nothing_waits(client, world, login):
    assert tasks(client, world, login) == {}
    assert "Inget väntar på dig" in page(client.get(START))


def test_today_lists_answers_to_read(client, world, login):
    assignment = AssignmentFactory(network=world.network, title="Vilka är ni?")
    sent_in(assignment, world.lindasa)
    sent_in(assignment, world.norrvik, state=SubmissionState.DONE)
    SubmissionFactory(assignment=assignment, organisation=world.mellanslatt)

    assert tasks(client, world, login) == {"clipboard-check": ["Lindåsa kommun: Vilka är ni?"]}


def test_today_lists_applications_that_nobody_has_contacted(client, world, login):
    ApplicationFactory(network=world.network, organisation_name="Sökande kommun")
    ApplicationFactory(network=world.network, contacted_date=timezone.localdate())
    ApplicationFactory(network=world.network, state=ApplicationState.WITHDRAWN)
    ApplicationFactory(network=world.other)

    assert tasks(client, world, login) == {"phone": ["Sökande kommun"]}


def test_today_lists_what_organisations_have_not_confirmed_for_days(client, world, login):
    old = timezone.now() - datetime.timedelta(days=4)
    OnBehalfFactory(draft__network=world.network, mailed_at=old)
    OnBehalfFactory(draft__network=world.network, organisation_name="Nyss mejlad")
    OnBehalfFactory(draft__network=world.other, mailed_at=old)

    assert tasks(client, world, login) == {"send": ["Granbergs kommun"]}


def test_today_lists_organisations_without_people(client, world, login):
    gone = timezone.localdate() - datetime.timedelta(days=1)
    MembershipFactory(network=world.network, organisation=world.mellanslatt, to_date=gone)
    ApplicationFactory(
        network=world.network,
        organisation=world.bjorkhaga,
        state=ApplicationState.ACCEPTED,
        contacted_date=timezone.localdate(),
    )
    assert tasks(client, world, login) == {"users": ["Björkhaga stadsdelsnämnd", "Region Mellanslätt"]}


def test_today_lists_invitations_that_have_waited(client, world, login):
    old = InvitationFactory(network=world.network, organisation=world.lindasa, email="ny@lindasa.example")
    type(old).objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(days=4))
    InvitationFactory(network=world.network, organisation=world.lindasa)

    assert tasks(client, world, login) == {"mail": ["ny@lindasa.example, Lindåsa kommun"]}


def test_today_lists_mail_that_did_not_get_through(client, world, login):
    for number, person in enumerate((world.amina, world.amina, world.gunilla)):
        OutboxMessage.objects.create(
            to=person.email,
            recipient=person,
            kind="x",
            language="sv",
            subject="x",
            text="x",
            message_id=f"<{number}@testserver>",
            state=DeliveryState.FAILED,
            deliver_at=timezone.now(),
        )
    assert tasks(client, world, login) == {"triangle-alert": ["amina@cast.example"]}


def test_today_in_an_archive_asks_for_nothing(client, world, login):
    sent_in(AssignmentFactory(network=world.archive), world.alvnas)
    login(client, world.david)
    session = client.session
    session["network"] = world.archive.pk
    session.save()

    response = client.get(START)
    assert response.context["today"] == []
    assert "Organisationernas arbete" in page(response)


# What it costs


def fill(world, many):
    category = CategoryFactory(network=world.network)
    for number in range(many):
        MeetingFactory(network=world.network, number=number + 1)
        assignment = AssignmentFactory(network=world.network)
        sent_in(assignment, world.lindasa, state=SubmissionState.RETURNED)
        sent_in(assignment, world.norrvik)
        PostFactory(thread=ThreadFactory(network=world.network, category=category))
        ApplicationFactory(network=world.network)
        OnBehalfFactory(draft__network=world.network, mailed_at=timezone.now() - datetime.timedelta(days=4))
        Notification.objects.create(
            user=world.amina, kind="assignments.new", key=f"assignments.assignment:{number}", title="Ny", url="/"
        )


# A contact person in the first months: one more than others, for the list of the beginning (amina).
@pytest.mark.parametrize("many", [1, 5])
@pytest.mark.parametrize(("who", "budget"), [("amina", 12), ("david", 15)])
def test_start_asks_the_database_as_little_for_one_as_for_many(
    client, world, login, django_assert_max_num_queries, who, budget, many
):
    fill(world, many)
    login(client, getattr(world, who)).get(START)
    with django_assert_max_num_queries(budget):
        client.get(START)


@pytest.mark.parametrize(("who", "budget"), [("amina", 14), ("david", 17)])
def test_start_with_a_hundred_of_everything_counts_threads_in_two_more(
    client, world, login, django_assert_max_num_queries, who, budget
):
    fill(world, 100)
    login(client, getattr(world, who)).get(START)
    with django_assert_max_num_queries(budget):
        client.get(START)


def test_extranet_is_kept_by_no_cache(client, world, login):
    doors = client.get(reverse("journey:start"))
    inside = login(client, world.bo).get(reverse("journey:start"))

    assert [answer["Cache-Control"] for answer in (doors, inside)] == ["private, no-store"] * 2


def test_notice_of_a_kind_that_is_no_more_harms_nothing(client, world, login):
    NotificationFactory(user=world.bo, kind="forum.gone", title="Minns du?")
    assert "Minns du?" in login(client, world.bo).get(START).content.decode()
