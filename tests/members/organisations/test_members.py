"""A member's page, and their picture: what each reader may see of them."""

import pytest
from django.core.files.storage import storages
from django.urls import reverse

from members.accounts.models import User
from members.organisations.enums import Role
from members.organisations.models import Membership
from members.organisations.search import search_people
from portal.core.access import may
from tests.factories.accounts import PortraitFactory
from tests.factories.forum import CategoryFactory, PostFactory, ThreadFactory
from tests.factories.organisations import MembershipFactory
from tests.members.organisations.conftest import DIRECTORY


def page_of(world, name, network=None):
    """The address of somebody's page in the network."""
    row = Membership.objects.get(user=world.people[name], network=network or world.network)
    return reverse("organisations:member", args=[row.pk])


def address_of(portrait, size="liten"):
    return reverse("organisations:portrait", args=[portrait.uuid, size])


def text_of(answer):
    return answer.content.decode()


def tell(person, **fields):
    User.objects.filter(pk=person.pk).update(**fields)


# The page


def test_page_shows_what_the_member_tells_and_how_to_reach_them(client, world, login):
    tell(world.bo, title="Fritidschef", phone="08-123 45 (växel)", can_help_with="fritidsgårdar, lägesbild")
    page = text_of(login(client, world.cecilia).get(page_of(world, "bo")))
    assert "<title>Bo Castsson – " in page
    for shown in (
        "Fritidschef",
        "Lindåsa kommun",
        'href="mailto:bo@cast.example"',
        'href="tel:0812345"',
        f"{DIRECTORY}?q=fritidsg%C3%A5rdar",
        reverse("forum:start"),
        ">BC<",
    ):
        assert shown in page
    assert "Avsluta deltagandet" not in page


def test_list_and_search_lead_to_the_page(client, world, login):
    address = page_of(world, "bo")
    assert address in text_of(login(client, world.cecilia).get(DIRECTORY))
    assert [hit.url for hit in search_people(user=world.fresh("cecilia"), words=["bo"], limit=5)] == [address]


def test_hidden_name_is_told_by_nothing_on_the_page(client, world, login):
    tell(world.bo, name_audience="organisation", email_audience="organisation", portrait_audience="network")
    portrait = PortraitFactory(user=world.bo)
    PostFactory(thread=ThreadFactory(network=world.network, title="Bos tråd"), author=world.bo)
    MembershipFactory(user=world.bo, network=world.network, organisation=world.norrvik, role=Role.MEMBER)
    tell(world.cecilia, name="Cecilia Castsson")
    Membership.objects.filter(user=world.cecilia).update(organisation=world.mellanslatt)
    row = Membership.objects.get(user=world.bo, organisation=world.lindasa)
    login(client, world.cecilia)
    for address in (reverse("organisations:member", args=[row.pk]), DIRECTORY):
        page = text_of(client.get(address))
        assert "Deltagare utan namn" in page
        for hidden in ("Bo Cast", "bo@cast", str(portrait.uuid), "Bos tråd", "Norrviks kommun, ", ">BC<"):
            assert hidden not in page
    assert client.get(address_of(portrait)).status_code == 404


def test_name_that_one_network_hides_is_not_told_by_the_page_of_another(client, world, login):
    """Bo shows his name to his organisation alone: Gunilla is a colleague in the other network and none in this one."""
    MembershipFactory(user=world.bo, network=world.other, organisation=world.fjardholmen)
    MembershipFactory(user=world.gunilla, network=world.network, organisation=world.norrvik)
    tell(world.bo, name_audience="organisation")
    login(client, world.gunilla)
    page = text_of(client.get(page_of(world, "bo")))
    assert page_of(world, "bo", world.other) not in page
    assert page_of(world, "bo") not in text_of(client.get(page_of(world, "bo", world.other))).split("<main")[1]


def test_page_leads_to_the_members_other_networks_that_the_reader_is_in(client, world, login):
    MembershipFactory(user=world.bo, network=world.other, organisation=world.fjardholmen)
    there = page_of(world, "bo", world.other)
    assert there not in text_of(login(client, world.cecilia).get(page_of(world, "bo")))
    MembershipFactory(user=world.cecilia, network=world.other, organisation=world.fjardholmen)
    assert there in text_of(login(client, world.cecilia).get(page_of(world, "bo")))


def test_page_shows_what_the_member_wrote_last_in_this_network(client, world, login):
    category = CategoryFactory(network=world.network)
    for title in ("Första", "Andra"):
        PostFactory(thread=ThreadFactory(network=world.network, category=category, title=title), author=world.bo)
    PostFactory(thread=ThreadFactory(network=world.network, category=category, title="Aminas"), author=world.amina)
    PostFactory(thread=ThreadFactory(network=world.other, title="Någon annanstans"), author=world.bo)
    page = text_of(login(client, world.cecilia).get(page_of(world, "bo")))
    assert page.index("Andra") < page.index("Första")
    for other in ("Aminas", "Någon annanstans"):
        assert other not in page


def test_those_who_look_after_the_member_find_what_to_do(client, world, login):
    page = text_of(login(client, world.amina).get(page_of(world, "bo")))
    for what in ("end_membership", "hand_over", "vouch"):
        assert reverse(f"organisations:{what}", args=[Membership.objects.get(user=world.bo).pk]) in page


def test_own_page_leads_to_what_one_tells(client, world, login):
    page = text_of(login(client, world.bo).get(page_of(world, "bo")))
    assert "Ändra det som står om dig" in page
    assert "Fråga med e-post" not in page


def test_archive_asks_nobody_to_write(client, world, login):
    page = text_of(login(client, world.ida).get(page_of(world, "david", world.archive)))
    assert "Nätverksledare" in page
    assert "Fråga i forumet" not in page


def test_page_in_english(client, world, login):
    page = text_of(login(client, world.cecilia).get(f"/en{page_of(world, 'bo')}"))
    assert "Ask by e-mail" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_the_same_for_few_and_for_many(client, world, login, rows, django_assert_num_queries):
    category = CategoryFactory(network=world.network)
    for _number in range(rows):
        PostFactory(thread=ThreadFactory(network=world.network, category=category), author=world.bo)
    login(client, world.cecilia)
    address = page_of(world, "bo")
    with django_assert_num_queries(8):  # session, person, app, memberships, bell; membership, others, posts
        client.get(address)


# The picture

NEAR = {"amina", "bo", "david", "fredrik"}
SEES = {"network": NEAR | {"cecilia", "klara"}, "organisation": NEAR, "nobody": {"bo", "fredrik"}}


@pytest.mark.parametrize("audience", ["network", "organisation", "nobody"])
def test_picture_is_seen_by_those_whom_the_member_has_chosen(client, world, login, audience):
    portrait = PortraitFactory(user=world.bo)
    tell(world.bo, portrait_audience=audience)
    row = Membership.objects.select_related("user").get(user=world.bo)
    everybody = {name: world.fresh(name) for name in world.people}
    allowed = {n for n, person in everybody.items() if may(person, "organisations.see_portrait_membership", row)}
    assert allowed == SEES[audience]
    for name in set(everybody) - {"klara"}:
        answer = login(client, world.people[name]).get(address_of(portrait))
        assert (answer.status_code == 200) == (name in allowed), name


def test_picture_is_private_and_kept_by_no_cache(client, world, login):
    portrait = PortraitFactory(user=world.bo)
    small, large = (login(client, world.bo).get(address_of(portrait, size)) for size in ("liten", "stor"))
    assert (small["Content-Type"], small["Cache-Control"]) == ("image/jpeg", "private, no-store")
    assert (small["X-Content-Type-Options"], small["Cross-Origin-Resource-Policy"]) == ("nosniff", "same-origin")
    assert "sandbox" in small["Content-Security-Policy"]
    assert len(b"".join(small.streaming_content)) < len(b"".join(large.streaming_content))


def test_own_picture_is_seen_without_any_network(client, world, login):
    portrait = PortraitFactory(user=world.johan)
    assert login(client, world.johan).get(address_of(portrait)).status_code == 200
    assert login(client, world.cecilia).get(address_of(portrait)).status_code == 404


def test_picture_whose_file_is_gone_is_not_there(client, world, login):
    portrait = PortraitFactory(user=world.bo)
    storages["private"].delete(portrait.small.name)
    assert login(client, world.bo).get(address_of(portrait)).status_code == 404


def test_list_shows_pictures_for_no_question_more(client, world, login, django_assert_num_queries):
    for person in (world.amina, world.bo, world.cecilia):
        tell(person, portrait_audience="network")
    portraits = [PortraitFactory(user=person) for person in (world.amina, world.bo, world.cecilia)]
    login(client, world.cecilia)
    with django_assert_num_queries(6):  # as many as without
        page = text_of(client.get(DIRECTORY))
    assert [address_of(portrait) in page for portrait in portraits] == [True] * 3
    assert ">KC<" in page
