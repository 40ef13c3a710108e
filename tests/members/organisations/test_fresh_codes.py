"""Whoever takes or gives a role shows a code first; what was typed before it is there afterwards."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from members.organisations.enums import Role
from members.organisations.models import Invitation, Membership
from members.organisations.services import end_membership
from tests.conftest import confirm
from tests.factories.organisations import MembershipFactory

CONFIRM = reverse("accounts:confirm")
INVITE = reverse("organisations:invite")
ADD = reverse("wagtailsnippets_organisations_invitation:add")


def in_admin(membership):
    return reverse("wagtailsnippets_organisations_membership:end", args=[membership.pk])


def in_directory(membership):
    return reverse("organisations:end_membership", args=[membership.pk])


def of(person, **place):
    return Membership.objects.current().get(user=person, **place)


@pytest.fixture
def david(client, login, world):
    return login(client, world.david)


@pytest.mark.parametrize("name", ["david", "eva"])
def test_role_is_not_ended_from_an_open_screen(client, login, world, name):
    membership = Membership.objects.current().filter(user=world.people[name]).order_by("pk").first()
    login(client, world.fredrik)
    for answer in (client.get(in_admin(membership)), client.post(in_admin(membership))):
        assert answer["Location"].startswith(CONFIRM)
    membership.refresh_from_db()
    assert membership.ended_at is None


def test_contact_person_is_not_ended_from_an_open_screen(david, world):
    for address in (in_admin, in_directory):
        assert david.post(address(of(world.amina)))["Location"].startswith(CONFIRM)
    assert of(world.amina).ended_at is None
    confirm(david).post(in_directory(of(world.amina)))
    assert not Membership.objects.current().filter(user=world.amina).exists()


def test_contact_person_is_not_put_back_from_an_open_screen(client, login, world):
    row = of(world.amina)
    end_membership(membership=row, by=world.david)
    back = reverse("organisations:restore_membership", args=[row.pk])
    login(client, world.david)
    assert client.post(back)["Location"].startswith(CONFIRM)
    assert not Membership.objects.current().filter(user=world.amina).exists()
    confirm(client).post(back)
    assert of(world.amina) == row


def test_plain_participation_is_ended_without_a_code(client, login, world):
    login(client, world.amina)
    client.post(in_directory(of(world.bo)))
    assert not Membership.objects.current().filter(user=world.bo).exists()


def test_several_are_not_ended_from_an_open_screen(david, world):
    bulk = reverse("wagtail_bulk_action", args=["organisations", "membership", "end"])
    address = f"{bulk}?id={of(world.bo).pk}"
    for answer in (david.get(address), david.post(address)):
        assert answer["Location"].startswith(CONFIRM)
    assert of(world.bo)


def test_participant_is_invited_without_a_code(client, login, world):
    login(client, world.amina)
    client.post(INVITE, {"email": "ny@lindasa.example", "name": "", "role": Role.MEMBER})
    assert Invitation.objects.get().role == Role.MEMBER


def test_contact_person_is_invited_after_a_code_and_nothing_typed_is_lost(client, login, world):
    login(client, world.amina)
    data = {"email": "ny@lindasa.example", "name": "Nils Ny", "role": Role.CONTACT_PERSON}
    assert client.post(INVITE, data)["Location"].startswith(CONFIRM)
    assert not Invitation.objects.exists()
    page = confirm(client).get(INVITE)
    assert page.context["form"]["email"].value() == "ny@lindasa.example"
    assert 'value="Nils Ny"' in page.text
    assert page.context["form"]["role"].value() == Role.CONTACT_PERSON
    client.post(INVITE, data)
    assert Invitation.objects.get().role == Role.CONTACT_PERSON
    assert "Nils Ny" not in client.get(INVITE).text


def test_coordinator_in_the_admin_is_asked_for_the_role_and_keeps_the_form(david, world):
    data = {"email": "ny@norrvik.example", "name": "", "organisation": world.norrvik.pk, "network": world.network.pk}
    assert david.post(ADD, data | {"role": Role.CONTACT_PERSON})["Location"].startswith(CONFIRM)
    assert not Invitation.objects.exists()
    shown = confirm(david).get(ADD).context["form"]
    assert (shown["email"].value(), str(shown["organisation"].value())) == ("ny@norrvik.example", str(world.norrvik.pk))
    david.post(ADD, data | {"role": Role.CONTACT_PERSON})
    assert Invitation.objects.get().role == Role.CONTACT_PERSON


def test_administrators_form_that_grew_old_is_kept(client, login, world):
    login(client, world.fredrik)
    data = {"email": "ny@redaktion.example", "name": "Nils Ny", "organisation": world.lindasa.pk, "role": Role.EDITOR}
    assert client.post(ADD, data)["Location"].startswith(CONFIRM)
    assert 'value="Nils Ny"' in confirm(client).get(ADD).text


def test_file_is_read_in_after_a_code(david, world):
    upload, write = reverse("organisations_import:upload"), reverse("organisations_import:confirm")
    file = SimpleUploadedFile("deltagare.xlsx", b"PK")
    assert david.get(upload)["Location"].startswith(CONFIRM)
    assert david.post(upload, {"network": world.network.pk, "file": file})["Location"].startswith(CONFIRM)
    assert david.post(write, {"network": world.network.pk, "table": "x"})["Location"] == upload


def test_second_contact_person_may_be_ended_by_the_first_after_a_code(client, login, world):
    MembershipFactory(user=world.cecilia, organisation=world.lindasa, network=world.network, role=Role.CONTACT_PERSON)
    row = of(world.cecilia, role=Role.CONTACT_PERSON)
    confirm(login(client, world.amina))
    assert client.get(in_directory(row)).status_code == 200
