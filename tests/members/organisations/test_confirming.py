"""Once a year people are asked whether what they tell is still right, and contact persons who takes part."""

import datetime

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import User
from members.audit.models import Record
from members.notifications import services as notifications
from members.organisations import services
from members.organisations.models import Membership
from portal.core.models import OutboxMessage
from tests.members.organisations.conftest import DIRECTORY

START, LOOK_OVER, CONFIRM, ACCOUNT = (
    reverse(name)
    for name in ("journey:start", "organisations:look_over", "organisations:confirm_details", "accounts:account")
)
KIND = "members/organisations/email/confirm"
QUESTION = "Stämmer det fortfarande?"


def days_ago(days):
    return timezone.now() - datetime.timedelta(days=days)


def told_long_ago(person, days=366):
    User.objects.filter(pk=person.pk).update(created_at=days_ago(days))


def here_since(person, days):
    Membership.objects.filter(user=person).update(from_date=days_ago(days).date())


def own_membership(person):
    return Membership.objects.get(user=person)


def text_of(answer):
    return answer.content.decode()


def mails():
    return OutboxMessage.objects.filter(kind=KIND)


# What one tells of oneself


@pytest.mark.parametrize(("days", "asked"), [(364, False), (366, True)])
def test_person_is_asked_a_year_after_the_last_time(client, world, login, days, asked):
    told_long_ago(world.bo, days)
    assert (QUESTION in text_of(login(client, world.bo).get(START))) == asked


def test_question_shows_what_stands_there_and_is_over_with_one_press(client, world, login):
    User.objects.filter(pk=world.bo.pk).update(
        confirmed_at=days_ago(400), title="Säkerhetsstrateg", can_help_with="lägesbild, enkäter"
    )
    page = text_of(login(client, world.bo).get(START))
    for shown in ("Säkerhetsstrateg", "lägesbild, enkäter", ACCOUNT):
        assert shown in page
    page = text_of(client.post(CONFIRM, follow=True))
    assert "Tack. Vi frågar igen om ett år." in page
    assert QUESTION not in page
    assert Record.objects.get(action="accounts.confirm_details").actor_id == str(world.bo.pk)
    assert "Bekräftade i" in text_of(client.get(ACCOUNT))


@pytest.mark.parametrize("title", ["", "Ny roll"])
def test_saving_ones_details_answers_it_too(client, world, login, title):
    told_long_ago(world.bo)
    audiences = {f"{field}_audience": "network" for field in ("name", "email", "title", "phone", "topics")}
    login(client, world.bo).post(ACCOUNT, {"name": world.bo.name, "title": title, "language": "sv", **audiences})
    assert QUESTION not in text_of(client.get(START))
    assert Record.objects.filter(action="accounts.confirm_details").exists() == (not title)


def test_what_the_administrator_changes_confirms_nothing(world):
    from members.accounts import services as accounts

    told_long_ago(world.bo)
    accounts.change_details(account=world.bo, by=world.fredrik, title="Chef")
    assert world.fresh("bo").is_to_confirm


def test_finished_network_asks_for_nothing(client, world, login):
    told_long_ago(world.ida)
    assert QUESTION not in text_of(login(client, world.ida).get(START))
    assert services.remind_to_confirm() == 0


# Those whom one leads


def test_contact_person_looks_over_the_colleagues(client, world, login):
    here_since(world.amina, 400)
    here_since(world.bo, 400)
    assert "1 kollega har stått i listan" in text_of(login(client, world.amina).get(START))
    page = text_of(client.get(LOOK_OVER))
    confirm = reverse("organisations:confirm_membership", args=[own_membership(world.bo).pk])
    assert confirm in page
    assert reverse("organisations:end_membership", args=[own_membership(world.bo).pk]) in page
    assert "Cecilia" not in page
    page = text_of(client.post(confirm, follow=True))
    assert "Bo Castsson deltar fortfarande." in page
    assert confirm not in page
    assert "bekräftad i" in page
    record = Record.objects.get(action="organisations.confirm_membership")
    assert (record.actor_id, record.object_id) == (str(world.amina.pk), str(own_membership(world.bo).pk))
    assert "kollega har stått" not in text_of(client.get(START))


def test_contact_person_confirms_all_at_once(client, world, login):
    for person in (world.amina, world.bo):
        here_since(person, 400)
    client = login(client, world.amina)
    client.post(LOOK_OVER, {"network": world.network.pk, "for_organisation": world.lindasa.pk})
    assert own_membership(world.bo).confirmed_at is not None
    assert own_membership(world.amina).confirmed_at is None


def test_whoever_leads_nobody_is_told_so(client, world, login):
    Membership.objects.filter(user=world.bo).delete()
    assert "Du är den enda som deltar för organisationen" in text_of(login(client, world.amina).get(LOOK_OVER))


def test_new_contact_person_is_not_asked_of_others_yet(client, world, login):
    here_since(world.bo, 400)
    assert "kollega har stått" not in text_of(login(client, world.amina).get(START))


def test_membership_that_has_ended_is_not_confirmed(world):
    membership = own_membership(world.bo)
    services.end_membership(membership=membership, by=world.amina)
    services.confirm_memberships(memberships=[membership], by=world.amina)
    assert own_membership(world.bo).confirmed_at is None


def test_contact_person_sees_in_the_list_when_colleagues_confirmed(client, world, login):
    User.objects.filter(name__in=[world.bo.name, world.cecilia.name]).update(confirmed_at=days_ago(1))
    assert text_of(login(client, world.amina).get(DIRECTORY)).count("Bekräftade sina uppgifter i") == 1
    assert "Bekräftade sina" not in text_of(login(client, world.cecilia).get(DIRECTORY))


# By mail, once a year


def test_mail_is_sent_once_a_year(world):
    told_long_ago(world.bo)
    call_command("send_due")
    call_command("send_due")
    assert [mail.to for mail in mails()] == [world.bo.email]
    assert "gå också igenom" not in mails().get().text.lower()
    User.objects.filter(pk=world.bo.pk).update(reminded_at=days_ago(366))
    assert services.remind_to_confirm() == 1


def test_mail_asks_contact_persons_of_their_colleagues(world):
    here_since(world.bo, 400)
    here_since(world.cecilia, 400)
    assert services.remind_to_confirm() == 1
    mail = mails().get()
    assert (mail.to, "Du är kontaktperson för Lindåsa kommun." in mail.text) == (world.amina.email, True)
    assert "Det är ett år sedan" not in mail.text


def test_mail_is_not_sent_to_who_wants_none(world):
    told_long_ago(world.bo)
    notifications.choose_mail(choices={"organisations.confirm": False}, by=world.bo)
    assert services.remind_to_confirm() == 0
    assert not mails().exists()


@pytest.mark.parametrize("name", ["eva", "johan", "gunilla"])
def test_mail_is_for_those_who_take_part(world, name):
    told_long_ago(world.people[name])
    assert services.remind_to_confirm() == (name == "gunilla")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mail_is_written_in_both_languages(world, language):
    for person in (world.amina, world.bo):
        told_long_ago(person)
        here_since(person, 400)
    User.objects.update(language=language)
    services.remind_to_confirm()
    mail = mails().get(to=world.amina.email)
    assert (mail.language, ("/en/deltagare/" in mail.text)) == (language, language == "en")


@pytest.mark.parametrize("rows", [1, 3])
def test_asking_costs_the_same_for_few_and_for_many(client, world, login, rows, django_assert_num_queries):
    from tests.factories.organisations import MembershipFactory

    MembershipFactory.create_batch(rows, organisation=world.lindasa, network=world.network)
    login(client, world.amina)
    with django_assert_num_queries(7):  # session, person, app, memberships, bell; colleagues, which to confirm
        client.get(LOOK_OVER)


@pytest.mark.parametrize("rows", [1, 3])
def test_looking_for_whom_to_remind_costs_three_questions(world, rows, django_assert_num_queries):
    from tests.factories.organisations import MembershipFactory

    for number in range(rows):
        MembershipFactory(network=world.network, role=["member", "contact_person"][number % 2])
    with django_assert_num_queries(3):  # people, contact persons, their colleagues
        assert services.remind_to_confirm() == 0
