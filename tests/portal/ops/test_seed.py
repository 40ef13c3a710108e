"""The demonstration: filled once, moved with the day, left alone where somebody has edited it."""

import io
import json
import re
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from casestudies.models import Adaptation, ExamplePage, Tip
from home.models import ContactPage, InvitationPage, NetworkPage, NewsPage, PortalSettings, StandardPage
from members.accounts.models import TotpDevice, User
from members.assignments.models import Assignment, Submission
from members.forum.models import Post, Thread
from members.meetings.models import Material, Meeting
from members.organisations.enums import RegistrationState, Role
from members.organisations.models import Membership, Network, Organisation
from members.organisations.services import find_drift
from members.registration.models import Application
from portal.core.enums import DeliveryState
from portal.core.models import OutboxMessage
from portal.ops.models import SeededRow
from portal.ops.seed.content.networks import third


def run(command, *arguments):
    printed = io.StringIO()
    call_command(command, *arguments, stdout=printed)
    return printed.getvalue()


def counts():
    models = (Page, User, Organisation, Network, Membership, Meeting, Material, Assignment, Submission, Thread, Post)
    return {model.__name__: model.objects.count() for model in models}


# What it makes


def test_seed_shows_what_readers_send_to_the_library(seeded):
    assert sorted(Adaptation.objects.values_list("state", flat=True)) == ["published"] * 3 + ["waiting"]
    assert Tip.objects.get().page.missing == ["need", "lesson", "contact_role", "contact_email"]


def test_seed_gives_two_networks_a_page_with_approved_paragraphs(seeded):
    for language in ("sv", "en"):
        pages = NetworkPage.objects.live().filter(locale__language_code=language)
        assert [page.paragraphs.exclude(approved_date=None).count() for page in pages.order_by("path")] == [2, 1]


def test_seed_makes_the_public_site_in_both_languages(seeded):
    for language in ("sv", "en"):
        assert ExamplePage.objects.live().filter(locale__language_code=language).count() == 10
        assert InvitationPage.objects.live().filter(locale__language_code=language).count() == 2
        assert NewsPage.objects.live().filter(locale__language_code=language).count() == 4
        assert StandardPage.objects.live().filter(locale__language_code=language).count() == 4
        assert ContactPage.objects.live().filter(locale__language_code=language).count() == 1


def test_seed_pairs_each_published_page_with_its_translation(seeded):
    for page in Page.objects.live().filter(locale__language_code="sv", depth__gt=1):
        assert page.get_translations().count() == 1, page.title


def test_seed_carries_the_founding_facts(seeded):
    invitation = InvitationPage.objects.get(locale__language_code="sv", network__slug="forebyggande-arbete")
    network = invitation.network
    meetings = list(invitation.meetings.all())
    assert network.registration_state == RegistrationState.CLOSED
    assert network.last_registration_date.isoformat() == "2016-11-15"
    assert network.price_per_person_kronor == 8000
    assert len(meetings) == 5
    assert (meetings[0].date.isoformat(), meetings[0].starts.hour, meetings[0].ends.hour) == ("2016-12-06", 10, 16)
    assert meetings[0].place == "Stockholm"
    assert [meeting.date for meeting in meetings[1:]] == [None] * 4
    assert list(invitation.contacts.values_list("name", "email", "phone")) == [
        ("Malin Svanberg", "malin.svanberg@skl.se", "08-452 71 43"),
        ("Greta Berg", "greta.berg@skl.se", "08-452 79 58"),
    ]
    assert not invitation.is_demonstration
    assert PortalSettings.objects.get().invitation_network == network


def test_seed_gives_nobody_of_the_founding_invitation_an_account(seeded):
    assert not User.objects.filter(name__in=["Malin Svanberg", "Greta Berg"]).exists()
    assert not User.objects.exclude(email__endswith=".example").exists()


def test_seed_marks_what_is_invented(seeded):
    assert not ExamplePage.objects.filter(is_demonstration=False).exists()
    assert not User.objects.filter(is_demonstration=False).exists()
    assert not Meeting.objects.filter(is_demonstration=False).exists()
    assert not Membership.objects.filter(organisation__is_demonstration=False).exists()
    assert Organisation.objects.in_register().exclude(kind="district").filter(to_date=None).count() == 310


def test_seed_makes_a_finished_network_of_five_meetings(seeded):
    network = Network.objects.get(slug="forebyggande-arbete")
    starts = list(network.meetings.order_by("number").values_list("starts_at", flat=True))
    assert network.is_archived
    assert len(starts) == 5
    assert timezone.localtime(starts[0]).strftime("%Y-%m-%d %H:%M") == "2016-12-06 10:00"
    assert timezone.localtime(starts[-1]).strftime("%Y-%m") == "2018-04"
    assert Material.objects.filter(meeting__network=network).count() == 12
    assert network.assignments.count() == 4
    assert Submission.objects.filter(assignment__network=network).count() == 11
    assert network.threads.filter(is_locked=True).count() == network.threads.count() == 13


def test_seed_makes_a_running_network_where_all_can_be_tried(seeded):
    network = Network.objects.get(slug="lokal-lagesbild")
    lindasa = Submission.objects.filter(assignment__network=network, organisation__name="Lindåsa kommun")
    assert network.registration_state == RegistrationState.OPEN
    assert Meeting.objects.filter(network=network).past().count() == 1
    assert Meeting.objects.filter(network=network).upcoming().count() == 2
    assert set(lindasa.values_list("state", flat=True)) == {"draft", "returned", "done"}
    assert Assignment.objects.filter(network=network, live=False).count() == 1
    assert Application.objects.filter(network=network).count() == 9


def test_seed_keeps_the_third_network_to_itself(seeded):
    network = Network.objects.get(slug="trygga-motesplatser")
    other_words = [
        *Meeting.objects.exclude(network=network).values_list("title", flat=True),
        *Thread.objects.exclude(network=network).values_list("title", flat=True),
        *Post.objects.exclude(thread__network=network).values_list("source", flat=True),
    ]
    assert not any(third.MARKER in words for words in other_words)
    assert all(third.MARKER in meeting.title for meeting in network.meetings.all())
    henrik = User.objects.get(email__startswith="henrik.")
    assert {membership.network for membership in henrik.current_memberships} == {network}


def test_seed_lets_the_right_people_into_wagtail_admin(seeded):
    let_in = [user.email.split(".")[0] for user in User.objects.all() if user.has_perm("wagtailadmin.access_admin")]
    assert sorted(let_in) == ["david", "eva", "fredrik", "henrik"]
    assert not find_drift()


def test_seed_leaves_no_mail_waiting(seeded):
    assert not OutboxMessage.objects.exclude(state=DeliveryState.SENT).exists()


def test_seed_writes_of_no_person_at_risk(seeded):
    texts = [
        *Post.objects.values_list("source", flat=True),
        *ExamplePage.objects.values_list("done", flat=True),
    ]
    assert not any(re.search(r"\d{6}[-+ ]?\d{4}", text) for text in texts), "looks like a personal identity number"


# When it may run


def test_seed_of_a_filled_database_changes_nothing(seeded):
    before = counts()
    assert "not empty" in run("seed")
    assert counts() == before


# The day that follows


def meeting_of_lindasa():
    return Meeting.objects.get(network__slug="lokal-lagesbild", number=2)


def test_seed_moves_dates_to_this_week(seeded, time_machine):
    before, old = meeting_of_lindasa().starts_at, Meeting.objects.get(number=1, network__archived_at__isnull=False)
    time_machine.move_to(timezone.now() + timedelta(days=140))
    run("seed", "--move")
    after = meeting_of_lindasa().starts_at
    assert timezone.localtime(after).date() - timezone.localtime(before).date() == timedelta(days=140)
    # The clock on the wall is what people go by, on both sides of March.
    assert timezone.localtime(after).time() == timezone.localtime(before).time()
    assert Network.objects.get(slug="lokal-lagesbild").registration_state == RegistrationState.OPEN
    assert Meeting.objects.get(pk=old.pk).starts_at == old.starts_at


def test_meetings_fall_on_working_days(seeded):
    assert all(timezone.localtime(meeting.starts_at).weekday() < 5 for meeting in Meeting.objects.all())


def test_seed_moves_dates_again_and_again(seeded, time_machine):
    first = meeting_of_lindasa().starts_at
    for _week in range(2):
        time_machine.move_to(timezone.now() + timedelta(days=7))
        run("seed", "--move")
    assert timezone.localtime(meeting_of_lindasa().starts_at).date() == timezone.localtime(first).date() + timedelta(14)


def test_seed_leaves_an_edited_row_where_it_is(seeded, time_machine):
    meeting = meeting_of_lindasa()
    meeting.venue = "Flyttad till biblioteket"
    meeting.save()
    time_machine.move_to(timezone.now() + timedelta(days=7))
    assert "1 have been edited" in run("seed", "--move")
    assert meeting_of_lindasa().starts_at == meeting.starts_at


def test_seed_survives_a_removed_row(seeded, time_machine):
    Application.objects.filter(state="submitted").delete()
    time_machine.move_to(timezone.now() + timedelta(days=7))
    assert "6 have been edited" in run("seed", "--move")


def test_seed_moved_twice_in_a_week_moves_once(seeded):
    assert "Moved 0 rows" in run("seed", "--move")
    assert SeededRow.objects.count() > 50


# Who can log in


def test_accounts_lists_what_it_takes_to_log_in(seeded):
    accounts = {account["email"]: account for account in json.loads(run("accounts"))}
    amina = accounts["amina.haddad@lindasa.example"]
    assert len(accounts) == 19
    assert amina["roles"] == ["contact_person"]
    assert amina["organisation"] == "Lindåsa kommun"
    assert amina["totp_secret"] == TotpDevice.objects.get(user__email=amina["email"]).secret
    assert User.objects.get(email=amina["email"]).check_password(amina["password"])
    assert accounts["klara.ohlund@norrvik.example"]["totp_secret"] is None
    assert accounts["johan.stenport@norrvik.example"]["roles"] == []


def test_accounts_tells_no_password_that_somebody_has_changed(seeded):
    bo = User.objects.get(email="bo.sandelin@lindasa.example")
    bo.set_password("ett-eget-losenord-24")
    bo.save()
    accounts = {account["email"]: account for account in json.loads(run("accounts"))}
    assert accounts[bo.email]["password"] is None


def test_each_role_has_an_account(seeded):
    assert set(Membership.objects.current().values_list("role", flat=True)) == set(Role)


def test_secrets_are_new_in_each_database(seeded):
    secrets = {device.secret for device in TotpDevice.objects.all()}
    assert len(secrets) == TotpDevice.objects.count() == 18
