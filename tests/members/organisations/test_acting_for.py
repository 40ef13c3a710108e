"""A person in two organisations of one network acts for the one that they have chosen, and for no other."""

import pytest
from django.urls import reverse

from members.assignments.models import Submission
from members.forum.models import Post, Thread
from members.needs.models import Inventory
from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core.models import OutboxMessage
from tests.factories.assignments import AssignmentFactory
from tests.factories.forum import ThreadFactory
from tests.factories.organisations import MembershipFactory

CHOOSE, WRITE = reverse("organisations:choose_network"), reverse("needs:write")
START, INVITE = reverse("journey:start"), reverse("organisations:invite")


@pytest.fixture
def second(world):
    """Amina leads Lindåsa's part, and takes part for Norrvik too."""
    return MembershipFactory(user=world.amina, organisation=world.norrvik, network=world.network)


@pytest.fixture
def amina(client, world, login, second):
    return login(client, world.amina)


def act_for(client, world, organisation):
    answer = client.post(CHOOSE, {"network": f"{world.network.pk}-{organisation.pk}"})
    assert answer.status_code == 302


def header(client):
    html = client.get(START).content.decode()
    return html.split("organisation: </span>")[1].split("<svg")[0] if "organisation: </span>" in html else ""


def sent(page, **changes):
    """What the browser would send of the page's form."""
    form = page.context["form"]
    values = {form[name].html_name: form[name].value() for name in form.fields}
    html = page.content.decode()
    value = html.split('name="for_organisation" value="')[1].split('"')[0]
    return {name: value for name, value in values.items() if value is not None} | {"for_organisation": value} | changes


def test_choice_is_kept_and_shown(amina, world):
    for organisation in (world.norrvik, world.lindasa):
        act_for(amina, world, organisation)
        assert f"{world.network.name} · {organisation.name}" in header(amina)
        assert amina.get(START).context["request"].organisation == organisation
    assert "Norrviks kommun" in amina.get(CHOOSE).content.decode()


@pytest.mark.parametrize("place", ["{network}-0", "{network}-{other}", "{network}-x", "-", "x-{own}"])
def test_organisation_of_others_cannot_be_chosen(amina, world, place):
    act_for(amina, world, world.lindasa)
    place = place.format(network=world.network.pk, other=world.bjorkhaga.pk, own=world.norrvik.pk)
    assert amina.post(CHOOSE, {"network": place}).status_code == 200
    assert amina.get(START).context["request"].organisation == world.lindasa


def test_inventory_is_written_for_the_chosen_one(amina, world):
    act_for(amina, world, world.norrvik)
    assert amina.post(WRITE, sent(amina.get(WRITE), situation="Norrviks läge")).status_code == 302
    assert Inventory.objects.get(organisation=world.norrvik).situation == "Norrviks läge"
    assert not Inventory.objects.filter(organisation=world.lindasa).exists()
    act_for(amina, world, world.lindasa)
    assert "Norrviks läge" not in amina.get(WRITE).content.decode()


def test_form_opened_for_one_is_saved_for_that_one(amina, world):
    act_for(amina, world, world.lindasa)
    typed = sent(amina.get(WRITE), situation="Lindåsas läge")
    act_for(amina, world, world.norrvik)
    assert amina.post(WRITE, typed).status_code == 302
    assert Inventory.objects.get().organisation == world.lindasa


def test_form_of_an_organisation_that_one_has_left_is_refused(amina, world, second):
    act_for(amina, world, world.norrvik)
    typed = sent(amina.get(WRITE), situation="För sent")
    services.end_membership(membership=second, by=world.david)
    assert amina.post(WRITE, typed).status_code == 404
    assert not Inventory.objects.exists()


def test_answer_is_the_one_that_the_form_was_opened_for(amina, world):
    assignment = AssignmentFactory(network=world.network)
    address = reverse("assignments:answer", args=[assignment.pk])
    act_for(amina, world, world.lindasa)
    typed = sent(amina.get(address), step="save")
    act_for(amina, world, world.norrvik)
    assert amina.post(address, typed).status_code == 302
    assert Submission.objects.get().organisation == world.lindasa


def test_posts_carry_the_name_of_the_chosen_one(amina, world):
    thread = ThreadFactory(network=world.network, category__network=world.network)
    for organisation in (world.norrvik, world.lindasa):
        act_for(amina, world, organisation)
        page = amina.get(reverse("forum:reply", args=[thread.pk]))
        assert amina.post(reverse("forum:reply", args=[thread.pk]), sent(page, source="Svar")).status_code == 302
        assert Post.objects.latest("pk").author_organisation == organisation.name
        page = amina.get(reverse("forum:start"))
        typed = sent(page, title="Ny", source="Text", category=thread.category_id)
        assert amina.post(reverse("forum:start"), typed).status_code == 302
        assert Thread.objects.latest("pk").author_organisation == organisation.name


def test_role_follows_the_organisation(amina, world):
    act_for(amina, world, world.lindasa)
    assert amina.get(INVITE).status_code == 200
    act_for(amina, world, world.norrvik)
    assert amina.get(INVITE).status_code == 403


def test_own_thing_of_the_other_organisation_turns_the_page_there(amina, world):
    inventory = Inventory.objects.create(network=world.network, organisation=world.lindasa)
    act_for(amina, world, world.norrvik)
    page = amina.get(reverse("needs:inventory", args=[inventory.pk]))
    assert page.context["request"].organisation == world.lindasa


def test_coordinator_who_takes_part_too_reads_as_coordinator(client, world, login):
    MembershipFactory(user=world.david, organisation=world.norrvik, network=world.network)
    inventory = Inventory.objects.create(network=world.network, organisation=world.norrvik)
    login(client, world.david)
    act_for(client, world, world.skr)
    page = client.get(reverse("needs:inventory", args=[inventory.pk]))
    assert page.context["request"].membership.role == Role.COORDINATOR


def test_end_of_one_of_two_takes_it_out_of_the_chooser(amina, world, second):
    act_for(amina, world, world.norrvik)
    services.end_membership(membership=second, by=world.david)
    page = amina.get(START)
    assert (page.status_code, page.context["request"].organisation) == (200, world.lindasa)
    assert header(amina) == ""
    mail = OutboxMessage.objects.get(to=world.amina.email).text
    assert f"Du deltar inte längre för Norrviks kommun i nätverket {world.network.name}." in mail
    assert "kommer inte åt" not in mail


def test_end_of_the_last_ends_the_session(amina, world):
    for membership in Membership.objects.filter(user=world.amina):
        services.end_membership(membership=membership, by=world.david)
    assert amina.get(START).url.startswith(reverse("accounts:login"))


def test_choice_costs_no_question(amina, world, django_assert_num_queries):
    act_for(amina, world, world.norrvik)
    with django_assert_num_queries(5):  # session, person, app, memberships; the bell
        amina.get(CHOOSE)
