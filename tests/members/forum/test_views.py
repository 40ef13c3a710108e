"""The forum's lists, and starting a thread."""

import uuid

import pytest
from django.urls import reverse

from members.forum import services
from members.forum.models import Category, Post, Thread
from members.forum.queries import THREADS_PER_PAGE
from tests.factories.forum import CategoryFactory, FollowFactory, PostFactory, ReadMarkFactory, ThreadFactory
from tests.factories.organisations import MembershipFactory
from tests.members.forum.conftest import at, titles

# Lists


def test_index_shows_categories_with_what_is_unread(client, world, login, thread):
    ReadMarkFactory(
        user=world.amina,
        thread=PostFactory(thread__network=world.network, thread__category=thread.category).thread,
        number=1,
    )
    page = login(client, world.amina).get(reverse("forum:index")).content.decode()
    assert "2 trådar · <strong>1 oläst</strong>" in page
    assert "Ändra kategorierna" not in page


def test_index_of_an_empty_forum_invites_to_start(client, world, login):
    page = login(client, world.david).get(reverse("forum:index")).content.decode()
    assert "Inga trådar än" in page
    assert "Det finns inga kategorier än." in page
    assert reverse("wagtailsnippets_forum_category:list") in page


def test_index_of_an_archive_offers_nothing_to_write(client, world, login):
    page = login(client, world.ida).get(reverse("forum:index")).content.decode()
    assert reverse("forum:start") not in page
    assert "Nätverket är avslutat" in page


def test_index_shows_nothing_of_another_network(client, world, login, thread):
    assert "Hur gör ni?" not in login(client, world.gunilla).get(reverse("forum:index")).content.decode()


def test_list_has_pinned_threads_first_then_the_latest(client, world, login, category):
    for title, pinned in (("ett", False), ("två", True), ("tre", False)):
        PostFactory(
            thread__network=world.network, thread__category=category, thread__title=title, thread__is_pinned=pinned
        )
    response = login(client, world.amina).get(reverse("forum:category", args=["lagesbild"]))
    assert titles(response) == ["två", "tre", "ett"]


def test_list_is_paged_without_gaps_or_doubles(client, world, login, category):
    expected = []
    for number in range(THREADS_PER_PAGE * 2 + 5):
        thread = ThreadFactory(network=world.network, category=category, title=f"t{number}", is_pinned=number < 2)
        expected.append((thread.is_pinned, thread.pk, thread.title))
    Thread.objects.update(last_post_at=Thread.objects.first().last_post_at)
    login(client, world.amina)
    found, url = [], reverse("forum:threads")
    for _page in range(3):
        response = client.get(url)
        found += titles(response)
        older = response.context["page"].older
        url = f"{reverse('forum:threads')}?efter={older}"
    assert found == [title for _pinned, _pk, title in sorted(expected, reverse=True)]
    assert older == ""
    assert "De senaste trådarna" in response.content.decode()


def test_list_goes_on_from_a_page_of_pinned_threads(client, world, login, category):
    for number in range(THREADS_PER_PAGE + 2):
        ThreadFactory(network=world.network, category=category, title=f"t{number}", is_pinned=number > 0)
    login(client, world.amina)
    first = client.get(reverse("forum:threads"))
    second = client.get(reverse("forum:threads"), {"efter": first.context["page"].older})
    assert titles(second) == ["t1", "t0"]


@pytest.mark.parametrize("cursor", ["x", "1-2", "0-99999999999999999999999-1", "a-b-c"])
def test_list_with_a_broken_cursor_is_not_found(client, world, login, cursor):
    assert login(client, world.amina).get(reverse("forum:threads"), {"efter": cursor}).status_code == 404


def test_list_marks_what_is_new_locked_pinned_and_muted(client, world, login, thread):
    Thread.objects.update(is_pinned=True, is_locked=True)
    ReadMarkFactory(user=world.amina, thread=thread, number=1)
    page = login(client, world.amina).get(reverse("forum:category", args=["lagesbild"])).content.decode()
    for word in ("Oläst.", "Fäst", "Låst", at("first_unread", thread)):
        assert word in page
    FollowFactory(user=world.amina, thread=thread, is_muted=True)
    page = client.get(reverse("forum:category", args=["lagesbild"])).content.decode()
    assert "Oläst." not in page
    assert "Tyst" in page


def test_empty_category_says_so(client, world, login, category):
    assert (
        "Inga trådar än"
        in login(client, world.amina).get(reverse("forum:category", args=["lagesbild"])).content.decode()
    )


def test_removed_thread_is_in_nobodys_list(client, world, login, thread):
    services.remove_thread(thread=thread, by=world.david)
    assert titles(login(client, world.david).get(reverse("forum:threads"))) == []


@pytest.mark.parametrize("rows", [1, 100])
def test_list_costs_the_same_for_one_thread_and_a_hundred(
    client, world, login, category, rows, django_assert_num_queries
):
    for number in range(rows):
        thread = ThreadFactory(network=world.network, category=category, author=world.bo, is_pinned=number % 7 == 0)
        PostFactory(thread=thread)
        ReadMarkFactory(user=world.amina, thread=thread, number=number % 2)
    login(client, world.amina)
    client.get(reverse("forum:threads"))
    with django_assert_num_queries(6):
        client.get(reverse("forum:threads"))
    with django_assert_num_queries(8):
        client.get(reverse("forum:index"))


# Starting


def test_start_publishes_and_leads_to_the_thread(client, world, login, category):
    login(client, world.bo)
    assert "Publicera tråden" in client.get(reverse("forum:start"), {"kategori": "lagesbild"}).content.decode()
    sent = {"title": "Fråga", "category": category.pk, "source": "Text", "submission_key": str(uuid.uuid4())}
    response = client.post(reverse("forum:start"), sent)
    thread = Thread.objects.get()
    assert response.url == thread.get_absolute_url()
    assert client.post(reverse("forum:start"), sent).url == thread.get_absolute_url()
    assert Post.objects.count() == 1


def test_start_in_a_forum_without_categories_makes_one(client, world, login):
    sent = {"title": "Fråga", "source": "Text", "submission_key": str(uuid.uuid4())}
    login(client, world.bo).post(reverse("forum:start"), sent)
    assert Thread.objects.get().category == Category.objects.get(network=world.network, slug="allmant")


def test_start_stays_in_the_network_that_the_form_was_opened_in(client, world, login):
    MembershipFactory(user=world.bo, organisation=world.lindasa, network=world.other)
    login(client, world.bo).post(reverse("organisations:choose_network"), {"network": world.network.pk})
    shown = client.get(reverse("forum:start")).content.decode()
    client.post(reverse("organisations:choose_network"), {"network": world.other.pk})
    key = str(uuid.uuid4())
    client.post(
        reverse("forum:start"), {"title": "T", "source": "S", "submission_key": key, "network": world.network.pk}
    )

    assert f'name="network" value="{world.network.pk}"' in shown
    assert Thread.objects.get().network == world.network


def test_start_with_errors_keeps_the_text(client, world, login, category):
    response = login(client, world.bo).post(reverse("forum:start"), {"source": "Min långa text"})
    page = response.content.decode()
    assert "Min långa text" in page
    assert "Det här behöver rättas" in page


def test_start_in_another_networks_category_is_refused(client, world, login, category):
    elsewhere = CategoryFactory(network=world.other)
    sent = {"title": "Fråga", "category": elsewhere.pk, "source": "Text", "submission_key": str(uuid.uuid4())}
    assert login(client, world.bo).post(reverse("forum:start"), sent).status_code == 200
    assert not Thread.objects.exists()
