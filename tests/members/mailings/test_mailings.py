"""A coordinator writes to many: looked at first, sent once, kept in the archive, answered to a human."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation

from members.assignments.enums import SubmissionState
from members.audit.models import Record
from members.mailings import queries, services
from members.mailings.enums import Audience
from members.mailings.models import Mailing, MailingReceipt
from members.organisations.enums import Role
from members.organisations.models import Membership
from members.organisations.services import end_membership
from portal.core import outbox
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory, SubmissionFactory
from tests.factories.mailings import MailingFactory
from tests.factories.organisations import MembershipFactory

ARCHIVE, WRITE = reverse("mailings:archive"), reverse("mailings:write")
LETTER = {"audience": "all", "assignment": "", "subject": "Lokalen är bytt", "body": "Hej!\n\nSe https://x.example.",
          "subject_en": "New venue", "body_en": "Hello!"}  # fmt: skip


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def david(client, login, world):
    return login(client, world.david)


def send_address(mailing):
    return reverse("mailings:send", args=[mailing.pk])


def shown(mailing):
    """What the page that is looked at before sending holds of the letter and those who get it."""
    return services.mark_of_sending(mailing, queries.reach_of(mailing).rows)


def reached(mailing):
    return [row.user.name.split(" ")[0].lower() for row in queries.reach_of(mailing).rows]


def test_coordinator_writes_looks_and_sends(david, world, commits, mailoutbox):
    world.cecilia.language = "en"
    world.cecilia.save()
    answer = david.post(WRITE, {**LETTER, "network": world.network.pk})
    mailing = Mailing.objects.get()
    assert answer["Location"] == send_address(mailing)
    page = david.get(answer["Location"]).content.decode()
    assert "<strong>4 personer</strong>" in page
    assert "Amina Castsson, Lindåsa kommun" in page
    assert ("Lokalen är bytt" in page, "New venue" in page) == (True, True)
    assert not mailoutbox
    with commits():
        answer = david.post(send_address(mailing), {"seen": shown(mailing)}, follow=True)
    assert "Utskicket går till 4 personer." in answer.content.decode()
    sent = {mail.to[0]: mail for mail in mailoutbox}
    assert set(sent) == {f"{name}@cast.example" for name in ("amina", "bo", "cecilia", "klara")}
    assert sent["bo@cast.example"].subject == "Lokalen är bytt"
    assert sent["bo@cast.example"].reply_to == ["david@cast.example"]
    assert sent["cecilia@cast.example"].subject == "New venue"
    assert "Hello!" in sent["cecilia@cast.example"].body
    assert f"/en/deltagare/utskick/{mailing.pk}/" in sent["cecilia@cast.example"].body
    record = Record.objects.get(action="mailings.send")
    assert (record.actor_id, record.network_id) == (str(world.david.pk), str(world.network.pk))


def test_sending_twice_mails_once(david, world, commits, mailoutbox):
    mailing = MailingFactory(network=world.network)
    with commits():
        david.post(send_address(mailing), {"seen": shown(mailing)})
        answer = david.post(send_address(mailing), {"seen": shown(mailing)}, follow=True)
    assert "Utskicket är redan skickat." in answer.content.decode()
    assert (len(mailoutbox), Record.objects.filter(action="mailings.send").count()) == (4, 1)
    with pytest.raises(services.AlreadySent):
        services.send(mailing=mailing, reach=queries.reach_of, seen=shown(mailing), by=world.david)


def test_reach_that_has_changed_is_shown_again(david, world, mailoutbox):
    mailing = MailingFactory(network=world.network)
    earlier = shown(mailing)
    end_membership(membership=Membership.objects.get(user=world.bo), by=world.david)
    OutboxMessage.objects.all().delete()
    MembershipFactory(organisation=world.lindasa, network=world.network, role=Role.MEMBER)
    page = david.post(send_address(mailing), {"seen": earlier}).content.decode()
    assert "Texten eller mottagarna har ändrats sedan du tittade." in page
    mailing.refresh_from_db()
    assert not mailing.is_sent
    assert not OutboxMessage.objects.exists()


def test_letter_that_has_changed_is_shown_again(david, world):
    mailing = MailingFactory(network=world.network)
    earlier = shown(mailing)
    david.post(reverse("mailings:change", args=[mailing.pk]), {**LETTER, "opened": mailing.mark})
    page = david.post(send_address(mailing), {"seen": earlier}).content.decode()
    assert "Texten eller mottagarna har ändrats sedan du tittade." in page
    assert "Lokalen är bytt" in page
    mailing.refresh_from_db()
    assert (mailing.is_sent, OutboxMessage.objects.count()) == (False, 0)


def test_draft_changed_in_two_windows_keeps_both_texts(david, world):
    mailing = MailingFactory(network=world.network)
    change, opened = reverse("mailings:change", args=[mailing.pk]), mailing.mark
    david.post(change, {**LETTER, "opened": opened})
    mine = {**LETTER, "body": "Min egen text", "opened": opened}
    answer = david.post(change, mine)
    page = answer.content.decode()
    assert (answer.status_code, "Min egen text" in page, "Se <a href" in page) == (409, True, True)
    mailing.refresh_from_db()
    assert mailing.body == LETTER["body"]
    again = david.post(change, {**mine, "opened": answer.context["form"]["opened"].value()})
    assert again["Location"] == send_address(mailing)
    mailing.refresh_from_db()
    assert mailing.body == "Min egen text"


def test_draft_saved_twice_in_the_same_words_is_saved_once(david, world):
    mailing = MailingFactory(network=world.network)
    change, opened = reverse("mailings:change", args=[mailing.pk]), mailing.mark
    for _time in range(2):
        assert david.post(change, {**LETTER, "opened": opened}).status_code == 302
    assert Record.objects.filter(action="mailings.change").count() == 1


def test_new_draft_sent_twice_is_one(david, world):
    for _time in range(2):
        assert david.post(WRITE, {**LETTER, "network": world.network.pk}).status_code == 302
    assert (Mailing.objects.count(), Record.objects.filter(action="mailings.write").count()) == (1, 1)


def test_text_written_while_it_was_sent_may_become_another(david, world):
    mailing = MailingFactory(network=world.network)
    opened = mailing.mark
    services.send(mailing=mailing, reach=queries.reach_of, seen=shown(mailing), by=world.david)
    answer = david.post(reverse("mailings:change", args=[mailing.pk]), {**LETTER, "opened": opened})
    page = answer.content.decode()
    assert (answer.status_code, "Hello!" in page, f'action="{WRITE}"' in page) == (409, True, True)
    mailing.refresh_from_db()
    assert mailing.subject == "Inför nästa träff"


def test_contact_persons_alone(world):
    assert reached(MailingFactory(network=world.network, audience=Audience.CONTACT_PERSONS)) == ["amina"]


def test_those_who_have_not_answered(world):
    assignment = AssignmentFactory(network=world.network)
    mailing = MailingFactory(network=world.network, audience=Audience.UNANSWERED, assignment=assignment)
    SubmissionFactory(assignment=assignment, organisation=world.norrvik)
    assert reached(mailing) == ["amina", "bo", "cecilia", "klara"]
    SubmissionFactory(
        assignment=assignment,
        organisation=world.lindasa,
        state=SubmissionState.SUBMITTED,
        submitted_at=timezone.now(),
    )
    assert reached(mailing) == ["cecilia", "klara"]


def test_person_of_two_organisations_gets_one(world):
    MembershipFactory(user=world.bo, organisation=world.norrvik, network=world.network, role=Role.MEMBER)
    assert reached(MailingFactory(network=world.network)).count("bo") == 1


def test_closed_accounts_and_former_participants_get_none(world):
    world.bo.is_active = False
    world.bo.save()
    assert "bo" not in reached(MailingFactory(network=world.network))
    assert "johan" not in reached(MailingFactory(network=world.network))


def test_nobody_to_write_to_cannot_be_sent(david, world):
    Membership.objects.filter(network=world.network, role=Role.CONTACT_PERSON).update(role=Role.MEMBER)
    mailing = MailingFactory(network=world.network, audience=Audience.CONTACT_PERSONS)
    page = david.get(send_address(mailing)).content.decode()
    assert "Ingen skulle få det." in page
    with pytest.raises(services.HasChanged):
        services.send(mailing=mailing, reach=queries.reach_of, seen=shown(mailing), by=world.david)


def test_who_has_left_before_delivery_gets_nothing(world, mailoutbox):
    mailing = MailingFactory(network=world.network)
    services.send(mailing=mailing, reach=queries.reach_of, seen=shown(mailing), by=world.david)
    end_membership(membership=Membership.objects.get(user=world.bo), by=world.david)
    outbox.deliver_due()
    letters = [mail.to[0] for mail in mailoutbox if mail.subject == mailing.subject]
    assert sorted(letters) == ["amina@cast.example", "cecilia@cast.example", "klara@cast.example"]


def test_archive_shows_what_was_for_the_person(client, world, login):
    to_all = MailingFactory(network=world.network, subject="Till alla", sent_at=timezone.now())
    to_contacts = MailingFactory(
        network=world.network, subject="Till kontaktpersoner", audience=Audience.CONTACT_PERSONS, sent_at=timezone.now()
    )
    MailingReceipt.objects.create(mailing=to_contacts, user=world.amina, organisation=world.lindasa)
    MailingFactory(network=world.network, subject="Ett utkast")
    seen = {}
    for name in ("amina", "bo", "david", "gunilla"):
        page = login(client, world.people[name]).get(ARCHIVE).content.decode()
        seen[name] = [title for title in ("Till alla", "Till kontaktpersoner", "Ett utkast") if title in page]
    assert seen == {
        "amina": ["Till alla", "Till kontaktpersoner"],
        "bo": ["Till alla"],
        "david": ["Till alla", "Till kontaktpersoner", "Ett utkast"],
        "gunilla": [],
    }
    page = login(client, world.bo).get(to_all.get_absolute_url()).content.decode()
    assert "<p>Ta med er lägesbild.</p>" in page


def test_text_is_never_markup(david, world):
    mailing = MailingFactory(network=world.network, body="<script>alert(1)</script>", sent_at=timezone.now())
    assert "<script>alert" not in david.get(mailing.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"audience": "unanswered"}, "assignment"),
        ({"subject_en": ""}, "subject_en"),
        ({"body_en": ""}, "body_en"),
        ({"body": "Om 811228-9874"}, "body"),
        ({"subject": ""}, "subject"),
    ],
)
def test_what_cannot_be_sent_is_said_and_nothing_is_lost(david, world, change, field):
    answer = david.post(WRITE, {**LETTER, **change, "network": world.network.pk})
    assert list(answer.context["form"].errors) == [field]
    assert "Hello!" in answer.content.decode() or "body_en" in change
    assert not Mailing.objects.exists()


def test_assignment_of_another_network_is_not_offered(david, world):
    foreign = AssignmentFactory(network=world.other)
    data = {**LETTER, "audience": "unanswered", "assignment": foreign.pk, "network": world.network.pk}
    assert "assignment" in david.post(WRITE, data).context["form"].errors


def test_draft_is_changed_and_discarded(david, world):
    mailing = MailingFactory(network=world.network)
    change = reverse("mailings:change", args=[mailing.pk])
    assert "Inför nästa träff" in david.get(change).content.decode()
    david.post(change, {**LETTER, "opened": mailing.mark})
    mailing.refresh_from_db()
    assert mailing.subject == "Lokalen är bytt"
    david.post(reverse("mailings:discard", args=[mailing.pk]))
    assert not Mailing.objects.exists()
    assert set(Record.objects.values_list("action", flat=True)) >= {"mailings.change", "mailings.discard"}


def test_audience_and_english_are_held_by_the_database(world):
    for broken in ({"audience": Audience.UNANSWERED}, {"subject_en": "Half"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            MailingFactory(network=world.network, **broken)
    mailing = MailingFactory(network=world.network)
    MailingReceipt.objects.create(mailing=mailing, user=world.bo, organisation=world.lindasa)
    with pytest.raises(IntegrityError), transaction.atomic():
        MailingReceipt.objects.create(mailing=mailing, user=world.bo, organisation=world.norrvik)


def test_page_speaks_the_readers_language(world):
    mailing = MailingFactory(network=world.network, subject_en="Before the meeting", body_en="Hello")
    with translation.override("en"):
        assert (mailing.local_subject, mailing.local_body) == ("Before the meeting", "Hello")
        assert MailingFactory(network=world.network).local_subject == "Inför nästa träff"


def test_archive_takes_as_many_queries_for_many(david, world, django_assert_num_queries):
    MailingFactory(network=world.network, sent_at=timezone.now())
    david.get(ARCHIVE)
    with django_assert_num_queries(7):
        david.get(ARCHIVE)
    MailingFactory.create_batch(3, network=world.network, sent_at=timezone.now())
    with django_assert_num_queries(7):
        david.get(ARCHIVE)
