"""A contact person makes a colleague contact person, beside or instead; what was stays in the history."""

import pytest
from django.urls import reverse

from members.audit.models import Record
from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core.models import OutboxMessage
from tests.members.organisations.conftest import confirmed


def of(person, world):
    return Membership.objects.current().get(user=person, network=world.network)


def address(world):
    return reverse("organisations:hand_over", args=[of(world.bo, world).pk])


@pytest.fixture
def amina(client, login, world):
    return confirmed(login(client, world.amina))


def test_contact_person_hands_over(amina, world, mailoutbox, django_capture_on_commit_callbacks):
    assert "Gör Bo Castsson till kontaktperson?" in amina.get(address(world)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = amina.post(address(world), {"stays": "no"}, follow=True)
    assert "Bo Castsson är nu kontaktperson." in answer.content.decode()
    assert (of(world.bo, world).role, of(world.amina, world).role) == (Role.CONTACT_PERSON, Role.MEMBER)
    history = Membership.objects.filter(organisation=world.lindasa, network=world.network).exclude(ended_at=None)
    assert {(row.user.name, row.role) for row in history} == {
        ("Amina Castsson", Role.CONTACT_PERSON),
        ("Bo Castsson", Role.MEMBER),
    }
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == (["bo@cast.example"], "Du är nu kontaktperson för Lindåsa kommun")
    assert Record.objects.filter(action="organisations.hand_over", actor_id=str(world.amina.pk)).count() == 1
    assert amina.get(reverse("organisations:invite")).status_code == 403


def test_two_are_better(amina, world):
    amina.post(address(world), {"stays": "yes"})
    assert (of(world.bo, world).role, of(world.amina, world).role) == (Role.CONTACT_PERSON, Role.CONTACT_PERSON)
    assert "Gör till kontaktperson" not in amina.get(reverse("organisations:directory")).content.decode()


def test_choice_is_asked_for(amina, world):
    assert amina.post(address(world), {}).status_code == 200
    assert of(world.bo, world).role == Role.MEMBER


def test_coordinator_has_nothing_to_hand_over(client, login, world):
    confirmed(login(client, world.david))
    assert "stays" not in client.get(address(world)).content.decode()
    client.post(address(world), {})
    assert (of(world.bo, world).role, of(world.david, world).role) == (Role.CONTACT_PERSON, Role.COORDINATOR)


def test_handing_over_twice_mails_once(world, mailoutbox, django_capture_on_commit_callbacks):
    membership = of(world.bo, world)
    with django_capture_on_commit_callbacks(execute=True):
        for _again in range(2):
            services.hand_over(membership=membership, by=world.amina, stays=False)
    assert len(mailoutbox) == 1
    assert of(world.amina, world).role == Role.MEMBER


def test_and_back_again_on_the_same_day(world):
    services.hand_over(membership=of(world.bo, world), by=world.amina, stays=False)
    services.hand_over(membership=of(world.amina, world), by=world.bo, stays=False)
    assert (of(world.bo, world).role, of(world.amina, world).role) == (Role.MEMBER, Role.CONTACT_PERSON)


def test_who_has_left_is_made_nothing(world):
    membership = of(world.bo, world)
    services.end_membership(membership=membership, by=world.amina)
    with pytest.raises(services.NoLongerTakesPart):
        services.hand_over(membership=membership, by=world.amina, stays=True)


def test_mail_speaks_the_readers_language(world):
    world.bo.language = "en"
    world.bo.save()
    services.hand_over(membership=of(world.bo, world), by=world.amina, stays=True)
    message = OutboxMessage.objects.get()
    assert (message.language, "/en/deltagare/deltagarlista/" in message.text) == ("en", True)


def test_open_screen_is_not_enough(client, login, world):
    login(client, world.amina)
    answer = client.post(address(world), {"stays": "yes"})
    assert answer["Location"].startswith(reverse("accounts:confirm"))
    assert of(world.bo, world).role == Role.MEMBER
