"""Networks, memberships, invitations and the register in Wagtail admin."""

import datetime

import pytest
from django.urls import reverse

from members.audit.models import Record
from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership, Network, Organisation
from tests.factories.organisations import InvitationFactory
from tests.members.organisations.conftest import confirmed

NETWORK, MEMBERSHIP, INVITATION, ORGANISATION = (
    f"wagtailsnippets_organisations_{name}" for name in ("network", "membership", "invitation", "organisation")
)


def address(namespace, name, *args):
    return reverse(f"{namespace}:{name}", args=args)


def page(client, *where, **query):
    return client.get(address(*where), query).content.decode()


def fields_of(network, **changes):
    return {
        "name": network.name,
        "name_en": network.name_en,
        "description": "Om nätverket",
        "description_en": "",
        "registration_opens_date": network.registration_opens_date,
        "last_registration_date": network.last_registration_date,
        "first_meeting_at": network.first_meeting_at.strftime("%Y-%m-%d %H:%M"),
        "closes_at": "",
        **changes,
    }


def test_coordinator_sees_the_own_networks_only(client, world, login):
    login(client, world.henrik)
    shown = page(client, NETWORK, "list")
    assert world.other.name in shown
    assert world.network.name not in shown
    assert "Bo Castsson" not in page(client, MEMBERSHIP, "list")
    assert "Gunilla Castsson" in page(client, MEMBERSHIP, "list")


def test_administrator_sees_all(client, world, login):
    login(client, world.fredrik)
    shown = page(client, NETWORK, "list")
    assert [row.name for row in Network.objects.all() if row.name not in shown] == []
    assert "Gunilla Castsson" in page(client, MEMBERSHIP, "list", q="gunilla")


def test_participant_in_one_network_who_runs_another_sees_the_latters_people(client, world, login):
    Membership.objects.create(user=world.henrik, organisation=world.lindasa, network=world.network, role=Role.MEMBER)
    login(client, world.henrik)
    assert "Bo Castsson" not in page(client, MEMBERSHIP, "list")


def test_coordinator_keeps_dates_and_texts(client, world, login):
    login(client, world.david)
    edit = address(NETWORK, "edit", world.network.pk)
    assert 'name="price_per_person_ore"' not in client.get(edit).content.decode()
    answer = client.post(edit, fields_of(world.network, slug="annat", price_per_person_ore=1))
    assert answer.status_code == 302, answer.context["form"].errors
    world.network.refresh_from_db()
    assert (world.network.description, world.network.slug, world.network.price_per_person_ore) == (
        "Om nätverket",
        "lokal-lagesbild",
        800_000,
    )
    record = Record.objects.get(action="organisations.change_network")
    assert "description" in record.fields
    assert record.network_id == str(world.network.pk)


def test_last_day_before_the_opening_is_told_in_words(client, world, login):
    before = world.network.registration_opens_date - datetime.timedelta(days=1)
    answer = login(client, world.david).post(
        address(NETWORK, "edit", world.network.pk), fields_of(world.network, last_registration_date=before)
    )
    errors = str(answer.context["form"].errors)
    assert "Sista dagen ligger före dagen då anmälan öppnar." in errors
    assert "Begränsningen" not in errors


def test_finished_network_is_for_reading(client, world, login):
    login(client, world.david)
    assert client.get(address(NETWORK, "inspect", world.archive.pk)).status_code == 200
    assert client.post(address(NETWORK, "edit", world.archive.pk), fields_of(world.archive)).status_code == 302
    world.archive.refresh_from_db()
    assert world.archive.description == ""


def test_administrator_makes_a_network(client, world, login):
    login(client, world.fredrik)
    given = fields_of(world.network, name="Nästa", slug="nasta", price_per_person_ore="9 000", capacity="")
    answer = client.post(address(NETWORK, "add"), given)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Network.objects.get(slug="nasta").price_per_person_ore == 900_000


def test_network_does_not_take_another_pages_address(client, world, login):
    login(client, world.fredrik)
    given = fields_of(world.network, slug="meddela-mig", price_per_person_ore="9 000", capacity="")
    answer = client.post(address(NETWORK, "add"), given)
    assert answer.context["form"].errors["slug"] == ["Adressen är upptagen. Välj en annan."]
    assert not Network.objects.filter(slug="meddela-mig").exists()


def test_administrator_reads_and_writes_the_price_in_kronor(client, world, login):
    login(client, world.fredrik)
    edit = address(NETWORK, "edit", world.network.pk)
    same = {"slug": world.network.slug, "capacity": ""}
    assert 'name="price_per_person_ore" value="8000"' in client.get(edit).text

    for typed, ore in [("8500", 850_000), ("8 500,50", 850_050), ("0", 0)]:
        client.post(edit, fields_of(world.network, price_per_person_ore=typed, **same))
        world.network.refresh_from_db()
        assert world.network.price_per_person_ore == ore

    for typed in ["8500,505", "-1", "åtta tusen", "", "nan", "1e400"]:
        answer = client.post(edit, fields_of(world.network, price_per_person_ore=typed, **same))
        assert answer.context["form"].errors["price_per_person_ore"], typed
    world.network.refresh_from_db()
    assert world.network.price_per_person_ore == 0


# Memberships


def test_administrator_makes_a_membership(client, world, login):
    confirmed(login(client, world.fredrik))
    given = {
        "user": world.johan.pk,
        "organisation": world.skr.pk,
        "network": world.network.pk,
        "role": "coordinator",
    }
    answer = client.post(address(MEMBERSHIP, "add"), given)
    assert answer.status_code == 302, answer.context["form"].errors
    assert world.fresh("johan").holds_role(Role.COORDINATOR, network_id=world.network.pk)
    assert world.fresh("johan").has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize(
    ("role", "with_network", "words"),
    [
        ("editor", True, "hör inte till något nätverk"),
        ("member", False, "Välj ett nätverk."),
    ],
)
def test_role_and_network_have_to_fit(client, world, login, role, with_network, words):
    confirmed(login(client, world.fredrik))
    given = {
        "user": world.johan.pk,
        "organisation": world.skr.pk,
        "network": world.network.pk if with_network else "",
        "role": role,
    }
    assert words in client.post(address(MEMBERSHIP, "add"), given).content.decode()
    given["email"] = "ny@norrvik.example"
    assert words in client.post(address(INVITATION, "add"), given).content.decode()
    assert not Invitation.objects.exists()


def test_coordinator_ends_a_membership(client, world, login):
    login(client, world.david)
    membership = Membership.objects.get(user=world.bo)
    end = address(MEMBERSHIP, "end", membership.pk)
    assert end in page(client, MEMBERSHIP, "list")
    assert "Vill du avsluta deltagandet för Bo Castsson?" in client.get(end).content.decode()
    assert client.post(end)["Location"] == address(MEMBERSHIP, "list")
    membership.refresh_from_db()
    assert membership.ended_at is not None
    assert end not in page(client, MEMBERSHIP, "list")


def test_membership_is_never_edited_or_deleted(client, world, login):
    membership = Membership.objects.get(user=world.bo)
    for person in (world.david, world.fredrik):
        login(client, person)
        for name in ("edit", "delete"):
            client.post(address(MEMBERSHIP, name, membership.pk), {"role": "coordinator"})
    assert Membership.objects.get(pk=membership.pk).role == Role.MEMBER


# Invitations


def test_coordinator_invites_to_participation_only(client, world, login, mailoutbox):
    login(client, world.david)
    given = {"email": "ny@norrvik.example", "name": "", "organisation": world.norrvik.pk, "network": world.network.pk}
    client.post(address(INVITATION, "add"), {**given, "role": "coordinator"})
    assert not Invitation.objects.exists()
    client.post(address(INVITATION, "add"), {**given, "network": world.other.pk, "role": "member"})
    assert not Invitation.objects.exists()
    client.post(address(INVITATION, "add"), {**given, "role": "member"})
    assert Invitation.objects.get().invited_by == world.david


def test_administrator_invites_an_editor(client, world, login):
    confirmed(login(client, world.fredrik))
    given = {"email": "red@skr.example", "name": "Red", "organisation": world.skr.pk, "network": "", "role": "editor"}
    answer = client.post(address(INVITATION, "add"), given)
    assert answer.status_code == 302, answer.context["form"].errors
    assert Invitation.objects.get().role == Role.EDITOR


def test_somebody_who_takes_part_is_not_invited(client, world, login):
    login(client, world.david)
    given = {"email": world.bo.email, "organisation": world.lindasa.pk, "network": world.network.pk, "role": "member"}
    assert "deltar redan" in client.post(address(INVITATION, "add"), given).content.decode()


def test_something_else_than_an_address_is_refused(client, world, login):
    login(client, world.david)
    given = {"email": "x", "organisation": world.lindasa.pk, "network": world.network.pk, "role": "member"}
    client.post(address(INVITATION, "add"), given)
    assert not Invitation.objects.exists()


def test_invitation_is_sent_again_and_withdrawn(client, world, login):
    invitation = InvitationFactory(organisation=world.norrvik, network=world.network)
    login(client, world.david)
    assert "Väntar på svar" in page(client, INVITATION, "list")
    for name in ("renew", "withdraw"):
        question = address(INVITATION, name, invitation.pk)
        assert question in page(client, INVITATION, "list")
        assert client.get(question).status_code == 200
        client.post(question)
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is not None
    assert "Återtagen" in page(client, INVITATION, "list")
    answer = client.post(address(INVITATION, "renew", invitation.pk), follow=True)
    assert "redan använd eller återtagen" in answer.content.decode()


# The register


def test_administrator_keeps_the_register(client, world, login):
    login(client, world.fredrik)
    given = {"name": "Nykommun", "kind": "municipality", "code": "", "county_code": "01", "organisation_number": ""}
    answer = client.post(address(ORGANISATION, "add"), given)
    assert answer.status_code == 302, answer.context["form"].errors
    made = Organisation.objects.get(name="Nykommun")
    client.post(address(ORGANISATION, "edit", made.pk), {**given, "name": "Nyköping"})
    made.refresh_from_db()
    assert made.name == "Nyköping"
    assert Record.objects.filter(action="organisations.change_organisation").count() == 2


def test_coordinator_does_not_reach_the_register(client, world, login):
    login(client, world.david)
    assert client.post(address(ORGANISATION, "edit", world.norrvik.pk), {"name": "X"}).status_code in (302, 404)
    world.norrvik.refresh_from_db()
    assert world.norrvik.name == "Norrviks kommun"


@pytest.mark.parametrize("namespace", [NETWORK, MEMBERSHIP, INVITATION, ORGANISATION])
def test_listing_asks_the_same_number_of_questions_for_few_and_for_many(
    client, world, login, namespace, django_assert_max_num_queries
):
    login(client, world.fredrik)
    client.get(address(namespace, "list"))
    InvitationFactory.create_batch(3)
    with django_assert_max_num_queries(25):
        client.get(address(namespace, "list"))
