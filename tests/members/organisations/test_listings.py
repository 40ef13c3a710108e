"""Filters, actions on several rows and exports of organisations, participants and invitations in Wagtail admin."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from members.audit.models import Record
from members.organisations.enums import OrganisationKind
from members.organisations.models import Invitation, Membership
from tests.conftest import confirm
from tests.factories.accounts import UserFactory
from tests.factories.organisations import InvitationFactory, MembershipFactory, OrganisationFactory


def listing(model):
    return reverse(f"wagtailsnippets_organisations_{model}:list")


def bulk(model, action, *ids):
    url = reverse("wagtail_bulk_action", args=["organisations", model, action])
    return url + "?" + "&".join(f"id={pk}" for pk in ids)


def shown(client, model, **query):
    return {str(row) for row in client.get(listing(model), query).context["object_list"]}


def cells(answer):
    content = b"".join(answer.streaming_content)
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def david(client, login, world):
    return login(client, world.david)


@pytest.fixture
def fredrik(client, login, world):
    return login(client, world.fredrik)


def test_memberships_are_filtered_by_day_and_kind(david, world):
    MembershipFactory(
        user=UserFactory(name="Lisa Senare"),
        organisation=world.mellanslatt,
        network=world.network,
        from_date=timezone.localdate() + timedelta(days=3),
    )
    assert "Johan Castsson · Norrviks kommun" in shown(david, "membership", held="ended")
    assert shown(david, "membership", held="later") == {"Lisa Senare · Region Mellanslätt"}
    assert shown(david, "membership", kind="region") == {"Lisa Senare · Region Mellanslätt"}
    assert "Lisa Senare · Region Mellanslätt" not in shown(david, "membership", held="current")


def test_gotland_is_found_as_municipality_and_as_region(fredrik, world):
    OrganisationFactory(name="Region Gotland", code="0980", county_code="09")
    assert shown(fredrik, "organisation", kind="region") == {"Region Gotland", "Region Mellanslätt"}
    assert "Region Gotland" in shown(fredrik, "organisation", kind="municipality")


def test_organisations_are_filtered_by_network_and_existence(fredrik, world):
    OrganisationFactory(
        name="Gamla landstinget",
        kind=OrganisationKind.COUNTY_COUNCIL,
        to_date=timezone.localdate() - timedelta(days=1),
    )
    assert shown(fredrik, "organisation", existing="no") == {"Gamla landstinget"}
    assert "Gamla landstinget" not in shown(fredrik, "organisation", existing="yes")
    assert shown(fredrik, "organisation", network=world.network.pk) == {"Lindåsa kommun", "Norrviks kommun"}


@pytest.mark.parametrize("state", ["open", "expired", "used", "withdrawn"])
def test_invitations_are_filtered_by_state(david, world, state):
    now = timezone.now()
    place = {"organisation": world.lindasa, "network": world.network}
    InvitationFactory(email="open@x.example", **place)
    InvitationFactory(email="expired@x.example", expires_at=now - timedelta(days=1), **place)
    InvitationFactory(email="used@x.example", used_at=now, **place)
    InvitationFactory(email="withdrawn@x.example", withdrawn_at=now, **place)
    assert shown(david, "invitation", state=state) == {f"{state}@x.example"}


def test_export_asks_for_a_code_first_and_comes_back(david):
    address = listing("membership") + "?export=csv&held=current"
    answer = david.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("accounts:confirm") + "?next=")
    assert "export%3Dcsv" in answer["Location"]
    assert not Record.objects.filter(action="organisations.export_membership").exists()


def test_export_holds_the_own_networks_alone_and_is_recorded(david, world):
    rows = cells(confirm(david).get(listing("membership"), {"export": "csv", "held": "current"}))
    assert rows[0][:5] == ["Namn", "E-postadress", "Roll i organisationen", "Telefon", "Organisation"]
    assert ["Amina Castsson", "amina@cast.example"] in [row[:2] for row in rows]
    assert "Gunilla Castsson" not in [row[0] for row in rows]
    record = Record.objects.get(action="organisations.export_membership")
    assert (record.actor_id, "user.email" in record.fields) == (str(world.david.pk), True)


@pytest.mark.parametrize("model", ["membership", "invitation", "organisation"])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_exports_start_no_formula(fredrik, world, model, kind):
    organisation = OrganisationFactory(name="=1+1")
    MembershipFactory(user=UserFactory(name="@Sum"), organisation=organisation, network=world.network)
    InvitationFactory(name="-2", organisation=organisation, network=world.network)
    answer = confirm(fredrik).get(listing(model), {"export": kind})
    if kind == "csv":
        found = [cell for row in cells(answer) for cell in row]
        assert "'=1+1" in found
        assert [cell for cell in found if cell.startswith(("=", "@", "-"))] == []
        return
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    found = [cell for row in sheet.iter_rows() for cell in row]
    assert "=1+1" in [cell.value for cell in found]
    assert {cell.data_type for cell in found if cell.value == "=1+1"} == {"s"}


def test_several_memberships_are_ended_and_each_is_told(david, world, commits, mailoutbox):
    rows = Membership.objects.filter(network=world.network, user__in=[world.bo, world.cecilia])
    own = Membership.objects.get(user=world.david, network=world.network)
    confirm(david)
    address = bulk("membership", "end", own.pk, *rows.values_list("pk", flat=True))
    page = david.get(address).content.decode()
    assert "Vill du avsluta de här deltagandena?" in page
    assert "De här kan du inte ändra." in page
    with commits():
        assert david.post(address).status_code == 302
    assert {row.ended_at is not None for row in rows.all()} == {True}
    own.refresh_from_db()
    assert own.ended_at is None
    assert {mail.to[0] for mail in mailoutbox} == {"bo@cast.example", "cecilia@cast.example"}
    with commits():
        david.post(address)
    assert len(mailoutbox) == 2


ACTIONS = [("membership", "end"), ("invitation", "renew"), ("invitation", "withdraw")]


@pytest.mark.parametrize(("model", "action"), ACTIONS)
def test_actions_know_nothing_of_another_network(david, world, model, action):
    confirm(david)
    foreign = {
        "membership": Membership.objects.get(user=world.gunilla).pk,
        "invitation": InvitationFactory(organisation=world.fjardholmen, network=world.other).pk,
    }[model]
    for answer in (david.get(bulk(model, action, foreign)), david.post(bulk(model, action, foreign))):
        assert answer.status_code == 404
    assert not Membership.objects.get(user=world.gunilla).ended_at
    assert not Invitation.objects.exclude(withdrawn_at=None).exists()


def test_several_invitations_are_sent_again_and_withdrawn(david, world, commits, mailoutbox):
    long_ago = timezone.now() - timedelta(days=20)
    place = {"organisation": world.lindasa, "network": world.network, "expires_at": long_ago}
    rows = [InvitationFactory(**place) for _number in range(2)]
    rows.append(InvitationFactory(used_at=long_ago, **place))
    ids = [row.pk for row in rows]
    assert "Vill du skicka nya länkar" in david.get(bulk("invitation", "renew", *ids)).content.decode()
    with commits():
        david.post(bulk("invitation", "renew", *ids))
    assert len(mailoutbox) == 2
    david.post(bulk("invitation", "withdraw", *ids))
    assert Invitation.objects.exclude(withdrawn_at=None).count() == 2


@pytest.mark.parametrize("model", ["membership", "organisation", "invitation"])
def test_listing_takes_as_many_queries_for_many(fredrik, world, model):
    def count():
        with CaptureQueriesContext(connection) as caught:
            fredrik.get(listing(model))
        return len(caught)

    OrganisationFactory(parent=world.lindasa)
    InvitationFactory(organisation=world.lindasa, network=world.network)
    count()
    before = count()
    for _number in range(3):
        organisation = OrganisationFactory(parent=world.lindasa)
        InvitationFactory(organisation=organisation, network=world.network)
        MembershipFactory(organisation=organisation, network=world.network)
    assert count() == before
