"""The next network from the last: what was planned is copied as drafts with its dates moved, people never are."""

import datetime

import pytest
from django.utils import timezone

from home.models import InvitationPage
from members.assignments.models import Assignment, Submission
from members.audit.models import Record
from members.forum.models import Category, Thread
from members.meetings.models import Material, Meeting
from members.organisations.enums import Role
from members.organisations.models import Membership, Network
from portal.ops import next_network
from tests.factories.assignments import AssignmentFactory, QuestionFactory, SubmissionFactory
from tests.factories.forum import CategoryFactory
from tests.factories.home import InvitationMeetingFactory, InvitationPageFactory, public_site
from tests.factories.meetings import AgendaItemFactory, MaterialFactory, MeetingFactory

NEW_DAY = datetime.date(2030, 4, 4)  # a Thursday; the first meeting was on a Tuesday


def stockholm(*parts):
    return timezone.make_aware(datetime.datetime(*parts))


@pytest.fixture
def last(world):
    """The archive, filled: an invitation in two languages, meetings on either side of a clock change, work, talk."""
    network = world.archive
    site = public_site()
    page = InvitationPageFactory(parent=site.invitations, network=network)
    InvitationMeetingFactory(page=page)
    InvitationMeetingFactory(page=page, number=2, date=None, starts=None, ends=None, when_text="våren 2017")
    InvitationPage.objects.get(pk=page.pk).save_revision().publish()
    site.translate(page, title="Preventive work")
    first = MeetingFactory(
        network=network, number=1, starts_at=stockholm(2016, 12, 6, 10), ends_at=stockholm(2016, 12, 6, 16)
    )
    AgendaItemFactory(meeting=first, title="Inledning")
    MeetingFactory(network=network, number=2, starts_at=stockholm(2017, 4, 4, 10), ends_at=stockholm(2017, 4, 4, 16))
    MaterialFactory(meeting=first)
    work = AssignmentFactory(
        network=network,
        before_meeting=first,
        opens_at=stockholm(2016, 11, 1, 8),
        due_at=stockholm(2016, 12, 1, 12),
        cut_off_at=stockholm(2016, 12, 5, 12),
    )
    QuestionFactory(assignment=work, text="Vad vet ni?")
    SubmissionFactory(assignment=work, organisation=world.alvnas)
    CategoryFactory(network=network, name="Frågor", slug="fragor")
    return network


def start(last, by, **changes):
    values = {"name": "Nästa", "name_en": "Next", "slug": "nasta", "first_day": NEW_DAY, **changes}
    return next_network.start_next_network(last=last, by=by, **values)


def test_dates_move_whole_weeks_and_keep_weekday_and_hour(last, world):
    made = start(last, world.david)
    assert timezone.localtime(made.first_meeting_at) == stockholm(2030, 4, 2, 10)
    weeks = (datetime.date(2030, 4, 2) - datetime.date(2016, 12, 6)) // datetime.timedelta(weeks=1)
    assert made.last_registration_date == datetime.date(2016, 11, 15) + datetime.timedelta(weeks=weeks)
    meetings = [timezone.localtime(row.starts_at) for row in made.meetings.order_by("number")]
    assert [(moment.weekday(), moment.hour) for moment in meetings] == [(1, 10), (1, 10)]
    assert [moment.date() for moment in meetings] == [datetime.date(2030, 4, 2), datetime.date(2030, 7, 30)]
    work = made.assignments.get()
    assert timezone.localtime(work.due_at) == stockholm(2030, 3, 28, 12)
    assert work.before_meeting == made.meetings.get(number=1)
    assert made.archived_at is None


def test_what_is_planned_is_copied_as_drafts(last, world):
    made = start(last, world.david)
    assert list(made.meetings.values_list("live", flat=True)) == [False, False]
    assert made.meetings.get(number=1).agenda_items.get().title == "Inledning"
    assert made.meetings.get(number=1).latest_revision.content["agenda_items"][0]["title"] == "Inledning"
    assert [question.text for question in made.assignments.get().questions.all()] == ["Vad vet ni?"]
    assert not made.assignments.get().live
    assert made.categories.get(slug="fragor").name == "Frågor"


def test_invitation_is_a_draft_in_both_languages_that_belong_together(last, world):
    made = start(last, world.david)
    swedish, english = InvitationPage.objects.filter(network=made).order_by("-locale__language_code")
    assert (swedish.title, english.title) == ("Nästa", "Next")
    assert (swedish.slug, english.slug) == ("nasta", "nasta")
    assert (swedish.live, english.live) == (False, False)
    assert swedish.translation_key == english.translation_key
    assert swedish.translation_key != InvitationPage.objects.filter(network=last).first().translation_key
    draft = swedish.get_latest_revision_as_object()
    assert [row.date for row in draft.meetings.all()] == [datetime.date(2030, 4, 2), None]
    assert draft.background == "<p>Kongressen beslutade.</p>"
    draft.full_clean()


def test_people_and_answers_stay_where_they_were(last, world):
    before = (Submission.objects.count(), Material.objects.count(), Thread.objects.count())
    made = start(last, world.david)
    assert [(row.user, row.role) for row in Membership.objects.filter(network=made)] == [
        (world.david, Role.COORDINATOR)
    ]
    assert (Submission.objects.count(), Material.objects.count(), Thread.objects.count()) == before


def test_last_network_is_left_as_it_was(last, world):
    before = [list(model.objects.filter(network=last).values()) for model in (Meeting, Assignment, Category)]
    start(last, world.david)
    after = [list(model.objects.filter(network=last).values()) for model in (Meeting, Assignment, Category)]
    assert before == after


def test_start_is_recorded(last, world):
    made = start(last, world.david)
    entry = Record.objects.get(action="ops.start_next_network")
    assert (entry.actor_id, entry.object_id) == (str(world.david.pk), str(made.pk))


def test_administrator_starts_without_taking_part(last, world):
    made = start(last, world.fredrik)
    assert not Membership.objects.filter(network=made).exists()


def test_nothing_is_made_if_something_fails(last, world, monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(next_network, "_invitations", fail)
    with pytest.raises(RuntimeError):
        start(last, world.david)
    assert not Network.objects.filter(slug="nasta").exists()


# In Wagtail admin

FORM = {"name": "Nästa", "name_en": "Next", "slug": "nasta", "first_day": "2030-04-04"}


def test_coordinator_sees_what_would_be_made_before_it_is(client, login, last, world):
    login(client, world.david)
    assert "Förebyggande arbete" in client.get("/admin/nasta-natverk/").content.decode()
    address = f"/admin/nasta-natverk/{last.pk}/"
    assert client.get(address).status_code == 200
    html = client.post(address, FORM).content.decode()
    assert "tisdag 2 april 2030" in html
    assert "våren 2017" in html
    assert "Uppgift: " in html
    assert not Network.objects.filter(slug="nasta").exists()
    response = client.post(address, {**FORM, "confirm": "1"}, follow=True)
    assert "Nätverket är startat" in response.content.decode()
    again = client.post(address, {**FORM, "confirm": "1"})
    assert "Adressen är upptagen" in again.content.decode()
    assert Network.objects.filter(slug="nasta").count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"first_day": "2020-01-01"}, "Välj en dag som kommer."),
        ({"slug": "skargard"}, "Adressen är upptagen. Välj en annan."),
        ({"slug": "meddela-mig"}, "Adressen är upptagen. Välj en annan."),
    ],
)
def test_form_says_what_is_wrong(client, login, last, world, changes, message):
    login(client, world.david)
    html = client.post(f"/admin/nasta-natverk/{last.pk}/", {**FORM, **changes}).content.decode()
    assert message in html


def test_menu_leads_there_for_those_who_may(client, login, world):
    login(client, world.david)
    assert "nasta-natverk/" in client.get("/admin/").content.decode()
