"""The directory, and what contact persons and coordinators do from it."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.organisations import services
from members.organisations.access import NETWORK_KEY
from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership
from tests.factories.accounts import TotpDeviceFactory, UserFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory, OrganisationFactory
from tests.members.organisations.conftest import DIRECTORY, confirmed

INVITE = reverse("organisations:invite")


def membership_of(person, network):
    return Membership.objects.get(user=person, network=network)


def page_of(client, **query):
    return client.get(DIRECTORY, query).content.decode().split("<main")[1]


def test_directory_shows_organisations_with_their_people(client, world, login):
    world.bo.title = "Säkerhetsstrateg"
    world.bo.phone = "08-123 45"
    world.bo.save()
    page = page_of(login(client, world.cecilia))
    assert page.index("Lindåsa kommun") < page.index("Amina") < page.index("Bo Cast") < page.index("Norrviks kommun")
    for shown in ("Säkerhetsstrateg", "08-123 45", "mailto:bo@cast.example", "David Castsson"):
        assert shown in page
    assert page.count("Kontaktperson") == 1
    assert "2 organisationer och 4 personer deltar." in page


def test_directory_holds_nobody_of_other_networks_and_nobody_who_left(client, world, login):
    page = page_of(login(client, world.cecilia))
    for stranger in ("Gunilla", "Henrik", "Ida", "Johan", "Fjärdholmen", "Älvnäs"):
        assert stranger not in page


@pytest.mark.parametrize(
    ("words", "found", "gone"),
    [
        ("LINDÅSA", ["Amina", "Bo Cast"], ["Cecilia"]),
        ("cecilia", ["Cecilia", "Norrviks kommun"], ["Amina", "Lindåsa"]),
        ("bo lindåsa", ["Bo Cast"], ["Amina", "Cecilia"]),
        ("david", ["David"], ["Amina", "Cecilia"]),
    ],
)
def test_search_finds_by_organisation_and_by_person(client, world, login, words, found, gone):
    page = page_of(login(client, world.bo), q=words)
    assert [name for name in found if name not in page] == []
    assert [name for name in gone if name in page] == []


def test_search_without_a_hit_says_so(client, world, login):
    assert "Ingen organisation eller person stämmer" in page_of(login(client, world.bo), q="xyzzy")


def test_empty_directory_says_what_will_stand_there(client, world, login):
    alone = MembershipFactory(user=TotpDeviceFactory().user, role=Role.COORDINATOR).user
    assert "Ingen deltar än" in page_of(login(client, alone))


def test_contact_person_of_two_roles_is_shown_once(client, world, login):
    MembershipFactory(user=world.amina, organisation=world.lindasa, network=world.network, role=Role.MEMBER)
    page = page_of(login(client, world.bo))
    assert page.count("mailto:amina@cast.example") == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_directory_asks_the_same_number_of_questions_for_few_and_for_many(
    client, world, login, rows, django_assert_num_queries
):
    for _number in range(rows):
        organisation = OrganisationFactory()
        MembershipFactory.create_batch(rows, organisation=organisation, network=world.network)
        InvitationFactory(organisation=organisation, network=world.network)
        gone = MembershipFactory(organisation=organisation, network=world.network)
        services.end_membership(membership=gone, by=world.david)
    login(client, world.bo)
    with django_assert_num_queries(6):  # session, person, app, memberships, bell; directory
        client.get(DIRECTORY)
    login(client, world.david)
    with django_assert_num_queries(8):  # also invitations and endings
        client.get(DIRECTORY)


def test_page_of_the_extranet_costs_five_questions_before_its_own(client, world, login, django_assert_num_queries):
    login(client, world.bo)
    with django_assert_num_queries(5):  # session, person, app, memberships; the bell
        client.get(reverse("organisations:choose_network"))


# Inviting


def test_contact_person_invites_to_the_own_organisation(client, world, login, commits, mailoutbox):
    login(client, world.amina)
    assert 'name="organisation"' not in client.get(INVITE).content.decode()
    with commits():
        answer = client.post(
            INVITE, {"email": "Ny@Lindasa.Example", "name": "Nora", "role": "member", "organisation": world.norrvik.pk}
        )
    assert answer["Location"] == DIRECTORY
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.organisation, invitation.network, invitation.role, invitation.invited_by) == (
        "ny@lindasa.example",
        world.lindasa,
        world.network,
        Role.MEMBER,
        world.amina,
    )
    assert mailoutbox[0].to == ["ny@lindasa.example"]
    assert mailoutbox[0].reply_to == ["amina@cast.example"]
    page = page_of(client)
    assert "Inbjudan är skickad till ny@lindasa.example." in page
    assert "Nora, ny@lindasa.example" in page


def test_coordinator_invites_to_any_organisation(client, world, login):
    login(client, world.david)
    page = client.get(INVITE).content.decode()
    assert page.index("Deltar i nätverket") < page.index("Lindåsa kommun") < page.index("Andra organisationer")
    confirmed(client)
    client.post(INVITE, {"email": "ny@alvnas.example", "role": "contact_person", "organisation": world.alvnas.pk})
    invitation = Invitation.objects.get()
    assert (invitation.organisation, invitation.role) == (world.alvnas, Role.CONTACT_PERSON)


def test_invitation_is_to_the_network_that_the_form_was_opened_in(client, world, login):
    MembershipFactory(user=world.david, organisation=world.skr, network=world.other, role=Role.COORDINATOR)
    login(client, world.david).post(reverse("organisations:choose_network"), {"network": world.other.pk})
    sent = {"email": "ny@alvnas.example", "role": Role.MEMBER, "organisation": world.alvnas.pk}
    client.post(INVITE, {**sent, "network": world.network.pk})
    assert Invitation.objects.get().network == world.network


@pytest.mark.parametrize("role", ["coordinator", "editor", "administrator"])
def test_nobody_invites_to_more_than_participation(client, world, login, role):
    login(client, world.amina)
    assert client.post(INVITE, {"email": "ny@lindasa.example", "role": role}).status_code == 200
    assert not Invitation.objects.exists()


def test_inviting_a_colleague_who_is_there_is_told(client, world, login):
    login(client, world.amina)
    answer = client.post(INVITE, {"email": world.bo.email, "role": "member"})
    assert "Den här personen deltar redan" in answer.content.decode()


def test_participant_who_is_invited_as_contact_person_becomes_one(client, world, invited, login):
    _invitation, link = invited(world.cecilia.email, role=Role.CONTACT_PERSON)
    client.post(link)
    login(client, world.cecilia)
    client.post(link)
    current = Membership.objects.current().get(user=world.cecilia)
    assert (current.role, current.from_date) == (Role.CONTACT_PERSON, timezone.localdate())
    assert Membership.objects.filter(user=world.cecilia).count() == 2


def test_contact_person_invited_as_participant_stays_one(world):
    same = services.create_membership(
        user=world.amina, organisation=world.lindasa, network=world.network, role=Role.MEMBER, by=world.david
    )
    assert same.role == Role.CONTACT_PERSON


def test_same_role_twice_is_one_membership(world):
    given = {"user": world.david, "organisation": world.skr, "network": world.network, "role": Role.COORDINATOR}
    services.create_membership(**given, by=world.fredrik)
    assert Membership.objects.filter(user=world.david, network=world.network).count() == 1


def test_form_sent_twice_makes_one_mail(client, world, login, commits, mailoutbox):
    login(client, world.amina)
    with commits():
        for _time in range(2):
            client.post(INVITE, {"email": "ny@lindasa.example", "role": "member"})
    assert (Invitation.objects.count(), len(mailoutbox)) == (1, 1)


def test_invitation_is_sent_again(client, world, login, commits, mailoutbox):
    invitation = InvitationFactory(
        organisation=world.lindasa, network=world.network, expires_at=timezone.now() - datetime.timedelta(days=1)
    )
    login(client, world.amina)
    assert "Har gått ut" in page_of(client)
    with commits():
        client.post(reverse("organisations:renew_invitation", args=[invitation.pk]))
    assert len(mailoutbox) == 1
    assert "Har gått ut" not in page_of(client)


def test_invitation_is_withdrawn(client, world, login):
    invitation = InvitationFactory(organisation=world.lindasa, network=world.network)
    login(client, world.amina)
    url = reverse("organisations:withdraw_invitation", args=[invitation.pk])
    client.post(url)
    client.post(url)
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
    assert Record.objects.filter(action="organisations.withdraw_invitation").count() == 1
    answer = client.post(reverse("organisations:renew_invitation", args=[invitation.pk]), follow=True)
    assert "Inbjudan är redan använd eller återtagen." in answer.content.decode()


def test_contact_person_sees_only_the_own_organisations_invitations(client, world, login):
    other = InvitationFactory(organisation=world.norrvik, network=world.network, email="annan@norrvik.example")
    login(client, world.amina)
    assert "annan@norrvik.example" not in page_of(client)
    assert client.post(reverse("organisations:withdraw_invitation", args=[other.pk])).status_code == 404


def test_contact_person_leaves_the_invitation_of_a_coordinator_alone(client, world, login, commits):
    other = InvitationFactory(
        organisation=world.lindasa, network=world.network, email="ny@lindasa.example", role=Role.COORDINATOR
    )
    login(client, world.amina)
    assert other.email not in page_of(client)
    assert client.post(reverse("organisations:withdraw_invitation", args=[other.pk])).status_code == 403
    with commits():
        client.post(reverse("organisations:invite"), {"email": other.email, "role": Role.MEMBER})
    roles = Invitation.objects.filter(email=other.email).order_by("pk").values_list("role", flat=True)
    assert list(roles) == [Role.COORDINATOR, Role.MEMBER]


# Ending


def test_contact_person_ends_a_colleagues_membership_at_once(
    client, world, login, commits, mailoutbox, django_user_model
):
    from django.test import Client

    colleague = login(Client(), world.bo)
    assert colleague.get(DIRECTORY).status_code == 200
    login(client, world.amina)
    url = reverse("organisations:end_membership", args=[membership_of(world.bo, world.network).pk])
    assert url in page_of(client)
    assert "Avsluta deltagandet för Bo Castsson?" in client.get(url).content.decode()
    assert colleague.get(DIRECTORY).status_code == 200
    with commits():
        answer = client.post(url, follow=True)
    assert "Bo Castsson deltar inte längre." in answer.content.decode()
    assert colleague.get(DIRECTORY).url.startswith("/logga-in/")
    assert mailoutbox[0].to == ["bo@cast.example"]
    assert Record.objects.get(action="organisations.end_membership").actor_id == str(world.amina.pk)


def test_ending_is_taken_back(client, world, login):
    membership = membership_of(world.bo, world.network)
    services.end_membership(membership=membership, by=world.amina)
    login(client, world.amina)
    assert "Nyligen avslutade" in page_of(client)
    answer = client.post(reverse("organisations:restore_membership", args=[membership.pk]), follow=True)
    assert "Bo Castsson deltar igen." in answer.content.decode()
    assert world.fresh("bo").holds_role(Role.MEMBER, network_id=world.network.pk)


def test_ending_of_long_ago_is_not_taken_back(client, world, login):
    membership = membership_of(world.bo, world.network)
    services.end_membership(membership=membership, by=world.amina)
    Membership.objects.filter(pk=membership.pk).update(ended_at=timezone.now() - datetime.timedelta(days=31))
    login(client, world.amina)
    answer = client.post(reverse("organisations:restore_membership", args=[membership.pk]), follow=True)
    assert "Bjud in personen på nytt." in answer.content.decode()
    assert not world.fresh("bo").current_memberships


def test_ending_twice_tells_once(world, commits, mailoutbox):
    membership = membership_of(world.bo, world.network)
    with commits():
        services.end_membership(membership=membership, by=world.amina)
        services.end_membership(membership=membership, by=world.david)
    assert len(mailoutbox) == 1


def test_taking_back_what_goes_on_changes_nothing(world):
    membership = membership_of(world.bo, world.network)
    services.restore_membership(membership=membership, by=world.amina)
    services.end_membership(membership=membership, by=world.amina)
    newer = services.create_membership(
        user=world.bo, organisation=world.lindasa, network=world.network, role=Role.MEMBER, by=world.amina
    )
    services.restore_membership(membership=membership, by=world.amina)
    assert Membership.objects.current().get(user=world.bo) == newer


def test_membership_that_would_begin_later_ends_on_its_first_day(world):
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    membership = MembershipFactory(network=world.network, from_date=tomorrow)
    ended = services.end_membership(membership=membership, by=world.david)
    assert ended.to_date == tomorrow
    assert ended not in Membership.objects.current()


def test_person_ended_twice_is_listed_once(client, world, login):
    for _time in range(2):
        row = services.create_membership(
            user=world.johan, organisation=world.norrvik, network=world.network, role=Role.MEMBER, by=world.david
        )
        services.end_membership(membership=row, by=world.david)
    assert page_of(login(client, world.david)).count("Låt delta igen") == 1


def test_nobody_ends_their_own_membership_or_a_coordinators(client, world, login):
    login(client, world.amina)
    for person in (world.amina, world.david):
        url = reverse("organisations:end_membership", args=[membership_of(person, world.network).pk])
        assert client.post(url).status_code == 403
        assert url not in page_of(client)


# Choosing a network


def test_person_in_two_networks_turns_to_the_other(client, world, login):
    login(client, world.david)
    assert "Älvnäs" not in page_of(client)
    page = client.get(reverse("organisations:choose_network")).content.decode()
    assert world.archive.name in page
    client.post(reverse("organisations:choose_network"), {"network": world.archive.pk})
    assert "Älvnäs" in page_of(client)


@pytest.mark.parametrize("number", ["0", "x", ""])
def test_network_of_others_cannot_be_chosen(client, world, login, number):
    login(client, world.david)
    answer = client.post(reverse("organisations:choose_network"), {"network": number or world.other.pk})
    assert answer.status_code == 200
    assert NETWORK_KEY not in client.session


def test_thing_of_the_other_network_turns_the_page_there(client, world, login):
    MembershipFactory(user=world.david, organisation=world.skr, network=world.other, role=Role.COORDINATOR)
    colleague = MembershipFactory(user=UserFactory(), organisation=world.fjardholmen, network=world.other)
    login(client, world.david)
    client.post(reverse("organisations:choose_network"), {"network": world.network.pk})
    client.get(reverse("organisations:end_membership", args=[colleague.pk]))
    assert client.session[NETWORK_KEY] == world.other.pk
