"""Reading a thread, and answering."""

import uuid

import pytest
from django.db import connection
from django.test import override_settings

from members.forum import services
from members.forum.models import Post, Thread
from members.forum.queries import POSTS_PER_PAGE
from members.notifications.models import Notification
from tests.factories.forum import PostFactory, ReadMarkFactory, ThreadFactory
from tests.factories.notifications import NotificationFactory
from tests.members.forum.conftest import at

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
