"""Changing, removing, following and moderating."""

import re

import pytest
from django.urls import reverse

from members.forum import services
from members.forum.models import Follow, Post, Thread
from portal.core.models import OutboxMessage
from tests.factories.forum import CategoryFactory, FollowFactory, PostFactory
from tests.members.forum.conftest import at, said

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
