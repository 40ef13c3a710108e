"""What a person sees of networks and organisations, and the predicates that other apps build on."""

import pytest
from django.contrib.auth.models import AnonymousUser

from members.organisations.access import organisation_ids_of
from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership, Network, Organisation
from members.organisations.rules import (
    is_coordinator,
    is_in_network,
    is_logged_in,
    is_of_organisation,
    is_participation,
    leads_organisation,
    network_is_running,
    network_of,
)
from members.organisations.search import search_people
from tests.factories.organisations import InvitationFactory, MembershipFactory

NOBODY = AnonymousUser()


def test_stranger_sees_nothing(world):
    InvitationFactory(network=world.network)
    for model in (Organisation, Network, Membership, Invitation):
        assert not model.objects.visible_to(NOBODY).exists(), model
    assert organisation_ids_of(NOBODY) == set()


def test_networks_are_those_one_is_in(world):
    assert list(Network.objects.visible_to(world.bo)) == [world.network]
    assert set(Network.objects.visible_to(world.david)) == {world.network, world.archive}
    assert Network.objects.visible_to(world.fredrik).count() == 3
    assert set(Network.objects.coordinated_by(world.david)) == {world.network, world.archive}
    assert not Network.objects.coordinated_by(world.bo).exists()
    assert set(Network.objects.running()) == {world.network, world.other}


def test_memberships_are_those_of_ones_networks_and_ones_own(world):
    people = {row.user for row in Membership.objects.visible_to(world.gunilla)}
    assert people == {world.gunilla, world.henrik}
    assert {row.user for row in Membership.objects.visible_to(world.johan)} == {world.johan}
    assert Membership.objects.visible_to(world.fredrik).count() == Membership.objects.count()
    assert {row.user for row in Membership.objects.with_portal_role()} == {world.eva, world.fredrik}
    assert organisation_ids_of(world.bo) == {world.lindasa.pk}


def test_invitations_are_for_those_who_send_them(world):
    invitation = InvitationFactory(network=world.network, organisation=world.lindasa)
    seeing = [name for name in world.people if invitation in Invitation.objects.visible_to(world.people[name])]
    assert seeing == ["amina", "david", "fredrik"]


def test_predicates_answer_for_a_thing_and_for_none(world):
    membership = Membership.objects.get(user=world.bo)
    assert is_in_network(world.cecilia, membership)
    assert not is_in_network(world.gunilla, membership)
    assert not is_in_network(world.bo, None)
    assert is_coordinator(world.david, membership)
    assert is_coordinator(world.david, world.network)
    assert not is_coordinator(world.henrik, membership)
    assert is_coordinator(world.henrik, None)
    assert is_of_organisation(world.amina, membership)
    assert not is_of_organisation(world.cecilia, membership)
    assert leads_organisation(world.amina, membership)
    assert not leads_organisation(world.bo, membership)
    assert not leads_organisation(NOBODY, membership)
    assert network_is_running(world.bo, membership)
    assert network_is_running(world.bo, None)
    assert not network_is_running(world.ida, world.archive)
    assert not network_is_running(world.eva, Membership.objects.get(user=world.eva))
    assert is_participation(world.amina, None)
    assert is_logged_in(world.bo)
    assert not is_logged_in(NOBODY)


def test_network_of_a_thing_is_found(world):
    assert network_of(world.network) == world.network
    assert network_of(Membership.objects.get(user=world.bo)) == world.network
    assert network_of(world.lindasa) is None


@pytest.mark.parametrize(("words", "found"), [("bo cast", ["Bo Castsson"]), ("gunilla", [])])
def test_search_finds_people_of_ones_networks(world, words, found):
    assert [hit.title for hit in search_people(user=world.amina, words=words, limit=5)] == found


def test_roles_are_held_today_and_in_their_network(world):
    assert world.amina.holds_role(Role.CONTACT_PERSON)
    assert not world.amina.holds_role(Role.CONTACT_PERSON, network_id=world.other.pk)
    assert not world.fresh("johan").holds_role(Role.MEMBER)


def test_memberships_are_asked_for_once(world, django_assert_num_queries):
    bo = world.fresh("bo")
    with django_assert_num_queries(1):
        assert bo.holds_role(Role.MEMBER)
        assert [row.network.name for row in bo.current_memberships] == [world.network.name]
    MembershipFactory(user=bo, network=world.other)
    bo.forget_memberships()
    assert len(bo.current_memberships) == 2
