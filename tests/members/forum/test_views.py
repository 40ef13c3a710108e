"""The forum's pages."""

import re
import uuid

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test import override_settings
from django.urls import reverse

from members.forum import services
from members.forum.models import Category, Follow, Post, Thread
from members.forum.queries import POSTS_PER_PAGE, THREADS_PER_PAGE
from members.notifications.models import Notification
from portal.core.models import OutboxMessage
from tests.factories.forum import CategoryFactory, FollowFactory, PostFactory, ReadMarkFactory, ThreadFactory
from tests.factories.notifications import NotificationFactory
from tests.factories.organisations import MembershipFactory


@pytest.fixture
def category(world):
    return CategoryFactory(network=world.network, name="Lägesbild", slug="lagesbild")


@pytest.fixture
def thread(world, category):
    """Bo's thread with two posts."""
    thread = ThreadFactory(network=world.network, category=category, title="Hur gör ni?", author=world.bo)
    PostFactory(thread=thread, source="En **fråga**.")
    PostFactory(thread=thread, author=world.cecilia, author_organisation="Norrviks kommun", source="Ett svar.")
    return thread


def titles(response):
    return re.findall(r'<h3><a href="[^"]+">([^<]+)</a></h3>', response.content.decode())


def at(name, thread, number=None):
    return reverse(f"forum:{name}", args=[thread.pk] if number is None else [thread.pk, number])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


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


# Reading


def test_thread_shows_who_wrote_what(client, world, login, thread):
    page = login(client, world.amina).get(thread.get_absolute_url()).content.decode()
    assert "En <strong>fråga</strong>." in page
    assert "Norrviks kommun" in page
    assert 'id="inlagg-2"' in page


def test_thread_of_erased_people_names_the_organisation(client, world, login, thread):
    Post.objects.update(author=None)
    page = login(client, world.amina).get(thread.get_absolute_url()).content.decode()
    assert "Tidigare deltagare" in page


def test_thread_without_posts_says_so(client, world, login):
    thread = ThreadFactory(network=world.network)
    login(client, world.amina)
    assert "Ingen har skrivit här än" in client.get(thread.get_absolute_url()).content.decode()
    assert client.get(at("first_unread", thread)).url == thread.get_absolute_url()


def test_reading_marks_as_read_and_reads_the_notice(client, world, login, thread):
    NotificationFactory(user=world.amina, key=f"forum.thread:{thread.pk}")
    login(client, world.amina).get(thread.get_absolute_url())
    assert not Thread.objects.with_reading(world.amina).get(pk=thread.pk).is_unread
    assert not Notification.objects.unread().exists()


def test_thread_is_paged_by_number(client, world, login, thread):
    PostFactory.create_batch(POSTS_PER_PAGE * 2, thread=thread)
    login(client, world.amina)
    first = client.get(thread.get_absolute_url())
    assert [post.number for post in first.context["page_obj"]] == list(range(1, POSTS_PER_PAGE + 1))
    assert first.context["form"] is None
    assert at("reply", thread) in first.content.decode()
    last = client.get(thread.get_absolute_url(), {"sida": "3"})
    assert [post.number for post in last.context["page_obj"]] == [41, 42]
    assert last.context["form"] is not None


def test_opening_an_early_page_leaves_the_rest_unread(client, world, login, thread):
    PostFactory.create_batch(POSTS_PER_PAGE, thread=thread)
    login(client, world.amina).get(thread.get_absolute_url())
    response = client.get(thread.get_absolute_url())
    assert response.context["first_new"] == POSTS_PER_PAGE + 1
    assert client.get(at("first_unread", thread)).url == f"{thread.get_absolute_url()}?sida=2#inlagg-21"


def test_first_unread_of_a_read_thread_is_its_last_post(client, world, login, thread):
    login(client, world.amina).get(thread.get_absolute_url())
    assert client.get(at("first_unread", thread)).url == f"{thread.get_absolute_url()}#inlagg-2"


def test_new_posts_are_marked_off(client, world, login, thread):
    ReadMarkFactory(user=world.amina, thread=thread, number=1)
    assert "Nya inlägg" in login(client, world.amina).get(thread.get_absolute_url()).content.decode()
    assert "Nya inlägg" not in client.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("posts", [1, 100])
def test_thread_costs_the_same_for_one_post_and_a_hundred(
    client, world, login, category, posts, django_assert_num_queries
):
    thread = ThreadFactory(network=world.network, category=category, author=world.bo)
    PostFactory.create_batch(posts, thread=thread)
    login(client, world.amina)
    with django_assert_num_queries(9):
        client.get(thread.get_absolute_url())
    with django_assert_num_queries(7 if posts == 1 else 9):
        client.get(thread.get_absolute_url(), {"sida": "5"})


def test_post_has_a_stable_address(client, world, login, thread):
    PostFactory.create_batch(POSTS_PER_PAGE, thread=thread)
    login(client, world.amina)
    assert client.get(at("post", thread, 22)).url == f"{thread.get_absolute_url()}?sida=2#inlagg-22"
    assert client.get(at("post", thread, 23)).status_code == 404


def test_locked_thread_says_why_one_cannot_answer(client, world, login, thread):
    Thread.objects.update(is_locked=True)
    page = login(client, world.amina).get(thread.get_absolute_url()).content.decode()
    assert "Tråden är låst" in page
    assert "Svara i tråden" not in page


def test_archived_thread_says_why_one_cannot_answer(client, world, login):
    thread = PostFactory(thread__network=world.archive).thread
    page = login(client, world.ida).get(thread.get_absolute_url()).content.decode()
    assert "Nätverket är avslutat, så tråden är bara till för läsning." in page
    assert "Citera" not in page


def test_removed_thread_tells_the_coordinator(client, world, login, thread):
    services.remove_thread(thread=thread, by=world.david)
    page = login(client, world.david).get(thread.get_absolute_url()).content.decode()
    assert "Tråden är borttagen" in page
    assert at("restore_thread", thread) in page
    assert "Publicera svaret" not in page


# Answering


def test_reply_leads_to_the_new_post(client, world, login, thread):
    sent = {"source": "Mitt svar", "submission_key": str(uuid.uuid4())}
    response = login(client, world.amina).post(at("reply", thread), sent)
    assert response.url == f"{thread.get_absolute_url()}#inlagg-3"
    assert client.post(at("reply", thread), sent).url == response.url
    assert thread.posts.count() == 3
    assert f'data-sent="{sent["submission_key"]}"' in client.get(thread.get_absolute_url()).content.decode()


@pytest.mark.parametrize("posts", [1, 100])
@override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
def test_reply_costs_the_same_for_1_and_100(client, world, login, category, posts, django_assert_num_queries):
    """The two of the savepoint are a transaction's begin and commit elsewhere; telling others is the worker's."""
    thread = ThreadFactory(network=world.network, category=category, author=world.bo)
    PostFactory.create_batch(posts, thread=thread)
    login(client, world.amina)
    with django_assert_num_queries(16):
        client.post(at("reply", thread), {"source": "Mitt svar", "submission_key": str(uuid.uuid4())})


def test_reply_with_errors_keeps_the_text(client, world, login, thread):
    page = login(client, world.amina).post(at("reply", thread), {"source": "Mitt svar"}).content.decode()
    assert "Mitt svar" in page
    assert "Det här behöver rättas" in page


def test_reply_to_a_thread_locked_meanwhile_keeps_the_text(client, world, login, thread):
    """The coordinator locks it after the rule was asked; the service asks again under the lock."""

    def lock_first(execute, sql, *rest):
        if sql.startswith("SAVEPOINT") and not Thread.objects.filter(is_locked=True).exists():
            Thread.objects.update(is_locked=True)
        return execute(sql, *rest)

    sent = {"source": "Mitt svar", "submission_key": str(uuid.uuid4())}
    login(client, world.amina)
    with connection.execute_wrapper(lock_first):
        page = client.post(at("reply", thread), sent).content.decode()
    assert "Tråden låstes medan du skrev." in page
    assert "Mitt svar" in page


def test_quote_fills_the_box(client, world, login, thread):
    response = login(client, world.amina).get(at("reply", thread), {"citera": "2"})
    text = response.context["form"].initial["source"]
    link = at("post", thread, 2)
    assert text == f"> [Cecilia Castsson]({link}) skrev:\n>\n> Ett svar.\n\n"


def test_quote_of_an_erased_person_names_nobody(client, world, login, thread):
    Post.objects.update(author=None)
    response = login(client, world.amina).get(at("reply", thread), {"citera": "1"})
    assert response.context["form"].initial["source"].startswith("> [Tidigare deltagare](")


@pytest.mark.parametrize("number", ["99", "x", "-1", "²", "9" * 30, ""])
def test_quote_of_nothing_is_empty(client, world, login, thread, number):
    response = login(client, world.amina).get(at("reply", thread), {"citera": number})
    assert response.context["form"].initial["source"] == ""


def test_removed_post_cannot_be_quoted(client, world, login, thread):
    services.remove_post(post=thread.posts.get(number=2), by=world.cecilia)
    response = login(client, world.amina).get(at("reply", thread), {"citera": "2"})
    assert response.context["form"].initial["source"] == ""


# Changing and removing


def test_edit_own_post(client, world, login, thread):
    login(client, world.bo)
    assert "En **fråga**." in client.get(at("edit_post", thread, 1)).content.decode()
    response = client.post(at("edit_post", thread, 1), {"source": "En annan fråga."})
    assert response.url == f"{thread.get_absolute_url()}#inlagg-1"
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "En annan fråga." in page
    assert "ändrat" in page


def test_text_changed_in_two_windows_is_not_written_over_unseen(client, world, login, thread):
    login(client, world.bo)
    opened = client.get(at("edit_post", thread, 1)).context["form"]["opened"].value()
    client.post(at("edit_post", thread, 1), {"source": "Från telefonen.", "opened": opened})
    conflict = client.post(at("edit_post", thread, 1), {"source": "Från datorn.", "opened": opened})
    page = conflict.content.decode()
    assert (conflict.status_code, thread.posts.get(number=1).source) == (409, "Från telefonen.")
    assert "Från datorn." in page
    assert "Från telefonen." in page
    again = {"source": "Från båda.", "opened": conflict.context["form"]["opened"].value()}
    assert client.post(at("edit_post", thread, 1), again).status_code == 302
    assert thread.posts.get(number=1).source == "Från båda."


def test_edit_with_errors_shows_the_form(client, world, login, thread):
    page = login(client, world.bo).post(at("edit_post", thread, 1), {"source": " "}).content.decode()
    assert "Det här behöver rättas" in page


def test_remove_own_post_and_regret_it(client, world, login, thread):
    login(client, world.bo)
    assert "Ta bort inlägget?" in client.get(at("remove_post", thread, 1)).content.decode()
    response = client.post(at("remove_post", thread, 1))
    assert response.url == f"{thread.get_absolute_url()}#inlagg-1"
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "Inlägget är borttaget." in page
    assert "En <strong>fråga" not in page
    assert at("restore_post", thread, 1) in page
    client.post(at("restore_post", thread, 1))
    assert "En <strong>fråga" in client.get(thread.get_absolute_url()).content.decode()


def test_coordinator_removes_and_it_says_who(client, world, login, thread):
    login(client, world.david).post(at("remove_post", thread, 1))
    login(client, world.bo)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "Inlägget är borttaget av nätverksledaren." in page
    assert at("restore_post", thread, 1) not in page


def test_restore_too_late_says_so(client, world, login, thread):
    post = services.remove_post(post=thread.posts.get(number=1), by=world.bo)
    Post.objects.filter(pk=post.pk).update(deleted_at=post.created_at.replace(year=2020))
    response = login(client, world.bo).post(at("restore_post", thread, 1))
    assert said(response) == ["Det har gått för lång tid: inlägget kan inte återställas."]
    assert Post.objects.get(pk=post.pk).is_removed


# Following and moderating


@pytest.mark.parametrize(("muted", "shown"), [(False, "Du följer tråden"), (True, "Tråden är tyst")])
def test_thread_says_how_it_is_followed(client, world, login, thread, muted, shown):
    FollowFactory(user=world.amina, thread=thread, is_muted=muted)
    assert shown in login(client, world.amina).get(thread.get_absolute_url()).content.decode()


def test_mails_link_mutes_by_post_only_and_without_login(client, world, thread):
    FollowFactory(user=world.amina, thread=thread)
    services.reply(thread=thread, source="Ett svar.", by=world.bo)
    link = re.search(r"http://testserver(/sluta-folja/\S+)", OutboxMessage.objects.get(to=world.amina.email).text)[1]
    page = client.get(link).content.decode()
    assert "Vill du inte ha fler mejl om tråden?" in page
    assert thread.title not in page
    assert not Follow.objects.get(user=world.amina).is_muted
    response = client.post(link)
    assert Follow.objects.get(user=world.amina).is_muted
    assert "Du får inga fler mejl om tråden" in client.get(response.url).content.decode()


def test_forged_link_to_mute_is_not_found(client, world):
    assert client.post(reverse("forum_mail:mute", args=["x:y:z"])).status_code == 404


def test_follow_page_keeps_the_choice(client, world, login, thread):
    login(client, world.amina)
    assert client.get(at("follow", thread)).context["form"].initial["following"] == "normal"
    client.post(at("follow", thread), {"following": "follow"})
    assert client.get(at("follow", thread)).context["form"].initial["following"] == "follow"


def test_follow_without_a_choice_asks_again(client, world, login, thread):
    assert "Det här behöver rättas" in login(client, world.amina).post(at("follow", thread)).content.decode()


def test_moderate(client, world, login, thread, category):
    login(client, world.david)
    assert "Hantera tråden" in client.get(at("moderate", thread)).content.decode()
    sent = {"title": "Bättre rubrik", "category": category.pk, "is_locked": "on"}
    assert client.post(at("moderate", thread), sent).url == thread.get_absolute_url()
    thread.refresh_from_db()
    assert (thread.title, thread.is_locked, thread.is_pinned) == ("Bättre rubrik", True, False)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "Låst" in page


def test_moderate_offers_no_other_networks_categories(client, world, login, thread):
    elsewhere = CategoryFactory(network=world.other)
    response = login(client, world.david).post(at("moderate", thread), {"title": "x", "category": elsewhere.pk})
    assert "category" in response.context["form"].errors


def test_remove_and_restore_thread(client, world, login, thread):
    login(client, world.david)
    assert "Ta bort tråden?" in client.get(at("remove_thread", thread)).content.decode()
    assert client.post(at("remove_thread", thread)).url == thread.get_absolute_url()
    assert Thread.objects.get().is_removed
    client.post(at("restore_thread", thread))
    assert not Thread.objects.get().is_removed


def test_mark_read_marks_all_of_the_network(client, world, login, thread):
    login(client, world.amina).post(reverse("forum:mark_read"))
    assert "oläst" not in client.get(reverse("forum:index")).content.decode()


def test_pages_are_in_english_under_en(client, world, login, thread):
    page, answer = f"/en{thread.get_absolute_url()}", f"/en{at('reply', thread)}"
    response = login(client, world.amina).get(page)
    assert response.status_code == 200
    assert answer in response.content.decode()


def test_thread_turns_the_page_to_its_network(client, world, login):
    """David sees the running network until he opens something of the archive."""
    thread = PostFactory(thread__network=world.archive).thread
    login(client, world.david).get(thread.get_absolute_url())
    assert world.archive.name in client.get(reverse("forum:index")).content.decode()
