"""Writing in the forum."""

import datetime
import uuid

import pytest
import time_machine
from django.db import IntegrityError, transaction

from members.audit.models import Record
from members.forum import services
from members.forum.enums import Following, Shelf
from members.forum.models import Category, Follow, Post, ReadMark, Thread
from members.notifications.models import Notification
from tests.factories.forum import CategoryFactory, FollowFactory, PostFactory, ReadMarkFactory, ThreadFactory
from tests.factories.notifications import NotificationFactory


def actions():
    return list(Record.objects.filter(action__startswith="forum.").order_by("pk").values_list("action", flat=True))


@pytest.fixture
def thread(world):
    """Bo's thread with one post."""
    category = CategoryFactory(network=world.network, name="Allmänt")
    return services.start_thread(category=category, title="Hur gör ni?", source="En **fråga**.", by=world.bo)


def test_start_thread_writes_the_first_post_and_follows_it(world, thread):
    post = thread.posts.get()
    assert (post.number, post.author, post.author_organisation) == (1, world.bo, "Lindåsa kommun")
    assert post.html == "<p>En <strong>fråga</strong>.</p>\n"
    assert (thread.post_count, thread.last_number, thread.last_author) == (1, 1, world.bo)
    assert Follow.objects.get(thread=thread).user == world.bo
    assert ReadMark.objects.get(thread=thread).number == 1
    assert actions() == ["forum.start_thread"]


def test_start_thread_sent_twice_gives_one_thread(world):
    category = CategoryFactory(network=world.network)
    key = uuid.uuid4()
    sent = {"category": category, "title": "Fråga", "source": "Text", "by": world.bo, "submission_key": key}
    assert services.start_thread(**sent) == services.start_thread(**sent)
    assert Thread.objects.count() == 1


def test_start_thread_that_cannot_be_stored_says_so(world):
    category = CategoryFactory(network=world.network)
    with pytest.raises(IntegrityError):
        services.start_thread(category=category, title=None, source="Text", by=world.bo)


def test_reply_takes_the_next_number(world, thread):
    numbers = [services.reply(thread=thread, source="Svar", by=world.cecilia).number for _ in range(3)]
    assert numbers == [2, 3, 4]
    thread.refresh_from_db()
    assert (thread.post_count, thread.last_number, thread.last_author) == (4, 4, world.cecilia)
    assert ReadMark.objects.get(user=world.cecilia).number == 4
    assert actions()[-1] == "forum.reply"


def test_reply_sent_twice_gives_one_post(world, thread):
    key = uuid.uuid4()
    first = services.reply(thread=thread, source="Svar", by=world.cecilia, submission_key=key)
    again = services.reply(thread=thread, source="Svar", by=world.cecilia, submission_key=key)
    assert first == again
    assert thread.posts.count() == 2


def test_two_people_may_send_the_same_key(world, thread):
    key = uuid.uuid4()
    services.reply(thread=thread, source="Svar", by=world.cecilia, submission_key=key)
    services.reply(thread=thread, source="Svar", by=world.amina, submission_key=key)
    assert thread.posts.count() == 3


def test_reply_in_locked_thread_is_refused_but_to_the_coordinator(world):
    thread = ThreadFactory(network=world.network, is_locked=True)
    with pytest.raises(services.ThreadIsLocked):
        services.reply(thread=thread, source="Svar", by=world.cecilia)
    assert services.reply(thread=thread, source="Låst nu", by=world.david).author_organisation == "SKR"


def test_reply_leaves_a_muted_thread_muted(world, thread):
    FollowFactory(user=world.cecilia, thread=thread, is_muted=True)
    services.reply(thread=thread, source="Svar", by=world.cecilia)
    assert Follow.objects.get(user=world.cecilia).is_muted


def test_reply_by_somebody_without_organisation_there_has_none(world, thread):
    assert services.reply(thread=thread, source="Svar", by=world.henrik).author_organisation == ""


def test_edit_post_shows_that_it_was_changed(world, thread):
    post = services.edit_post(post=thread.posts.get(), source="Ny *text*", by=world.bo)
    assert post.html == "<p>Ny <em>text</em></p>\n"
    assert post.edited_at is not None
    record = Record.objects.latest("pk")
    assert (record.action, record.fields) == ("forum.edit_post", ["source"])


def test_edit_post_with_the_same_text_changes_nothing(world, thread):
    post = services.edit_post(post=thread.posts.get(), source="En **fråga**.", by=world.bo)
    assert post.edited_at is None
    assert actions() == ["forum.start_thread"]


def test_remove_post_keeps_its_place(world, thread):
    services.reply(thread=thread, source="Svar", by=world.cecilia)
    post = services.remove_post(post=thread.posts.get(number=1), by=world.bo)
    services.remove_post(post=post, by=world.bo)
    thread.refresh_from_db()
    assert (thread.post_count, thread.last_number) == (1, 2)
    assert (post.is_removed, post.deleted_by) == (True, world.bo)
    assert actions().count("forum.remove_post") == 1


def test_restore_post_within_an_hour(world, thread):
    post = services.remove_post(post=thread.posts.get(), by=world.bo)
    post = services.restore_post(post=post, by=world.bo)
    services.restore_post(post=post, by=world.bo)
    thread.refresh_from_db()
    assert (post.is_removed, thread.post_count) == (False, 1)
    assert actions().count("forum.restore_post") == 1


def test_restore_post_after_an_hour_is_refused(world, thread):
    post = services.remove_post(post=thread.posts.get(), by=world.bo)
    with (
        time_machine.travel(post.deleted_at + datetime.timedelta(minutes=61)),
        pytest.raises(services.TooLateToRestore),
    ):
        services.restore_post(post=post, by=world.bo)


def test_restore_post_that_somebody_else_removed_is_refused(world, thread):
    post = services.remove_post(post=thread.posts.get(), by=world.david)
    with pytest.raises(services.TooLateToRestore):
        services.restore_post(post=post, by=world.bo)


def test_open_thread_for_makes_its_shelf_once(world):
    one = services.open_thread_for(network=world.network, title="Träff 1", by=world.david, shelf=Shelf.MEETINGS)
    two = services.open_thread_for(network=world.network, title="Träff 2", by=None, shelf=Shelf.MEETINGS)
    assert one.category == two.category == Category.objects.get()
    assert (one.category.name, one.category.slug) == ("Träffar", "traffar")
    assert (one.last_number, two.author, two.author_organisation) == (0, None, "")
    assert actions() == ["forum.open_shelf", "forum.open_thread", "forum.open_thread"]


def test_open_thread_for_with_text_has_a_first_post(world):
    thread = services.open_thread_for(
        network=world.network, title="Uppgift 1", by=world.david, shelf=Shelf.ASSIGNMENTS, source="Fråga här."
    )
    assert thread.posts.get().source == "Fråga här."


def test_rename_thread(world, thread):
    services.rename_thread(thread=thread, title="Hur gör ni?", by=world.david)
    assert actions() == ["forum.start_thread"]
    assert services.rename_thread(thread=thread, title="Nytt namn", by=world.david).title == "Nytt namn"
    assert actions()[-1] == "forum.rename_thread"


def test_moderate_thread_records_what_changed(world, thread):
    category = CategoryFactory(network=world.network)
    thread = services.moderate_thread(
        thread=thread, title=thread.title, category=category, is_pinned=True, is_locked=False, by=world.david
    )
    assert (thread.category, thread.is_pinned) == (category, True)
    assert Record.objects.latest("pk").fields == ["category", "is_pinned"]
    services.moderate_thread(
        thread=thread, title=thread.title, category=category, is_pinned=True, is_locked=False, by=world.david
    )
    assert actions().count("forum.moderate_thread") == 1


def test_moderate_thread_never_moves_it_to_another_network(world, thread):
    with pytest.raises(ValueError, match="another network"):
        services.moderate_thread(
            thread=thread,
            title=thread.title,
            category=CategoryFactory(network=world.other),
            is_pinned=False,
            is_locked=False,
            by=world.david,
        )


def test_remove_thread_hides_it_from_all_but_coordinators(world, thread):
    NotificationFactory(user=world.amina, key=f"forum.thread:{thread.pk}", title=thread.title)
    services.remove_thread(thread=services.remove_thread(thread=thread, by=world.david), by=world.david)
    assert not Thread.objects.visible_to(world.bo)
    assert not Post.objects.visible_to(world.bo)
    assert Thread.objects.visible_to(world.david).get() == thread
    assert not Notification.objects.exists()
    assert actions().count("forum.remove_thread") == 1


def test_restore_thread(world, thread):
    services.remove_thread(thread=thread, by=world.david)
    services.restore_thread(thread=services.restore_thread(thread=thread, by=world.david), by=world.david)
    assert Thread.objects.visible_to(world.bo).get() == thread
    assert actions().count("forum.restore_thread") == 1


@pytest.mark.parametrize(
    ("following", "rows"), [(Following.FOLLOW, [False]), (Following.MUTE, [True]), (Following.NORMAL, [])]
)
def test_follow(world, thread, following, rows):
    FollowFactory(user=world.amina, thread=thread)
    services.follow(thread=thread, following=following, by=world.amina)
    assert list(Follow.objects.filter(user=world.amina).values_list("is_muted", flat=True)) == rows
    assert actions()[-1] == "forum.follow"


def reading(thread, person):
    return Thread.objects.with_reading(person).get(pk=thread.pk)


def test_mark_read_never_moves_backwards(world, thread):
    PostFactory.create_batch(4, thread=thread)
    services.mark_read(thread=reading(thread, world.amina), number=3, by=world.amina)
    services.mark_read(thread=reading(thread, world.amina), number=5, by=world.amina)
    services.mark_read(thread=reading(thread, world.amina), number=2, by=world.amina)
    assert reading(thread, world.amina).read_number == 5


def test_mark_read_reads_the_notice_too(world, thread):
    notice = NotificationFactory(user=world.amina, key=f"forum.thread:{thread.pk}")
    services.mark_read(thread=reading(thread, world.amina), number=1, by=world.amina)
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_mark_all_read(world, thread):
    other = PostFactory(thread__network=world.network).thread
    ReadMarkFactory(user=world.amina, thread=other, number=1)
    assert services.mark_all_read(threads=Thread.objects.all(), by=world.amina) == 1
    assert not reading(thread, world.amina).is_unread


def test_muted_thread_is_never_unread(world, thread):
    FollowFactory(user=world.amina, thread=thread, is_muted=True)
    found = reading(thread, world.amina)
    assert (found.is_unread, found.is_muted, found.is_followed) == (False, True, False)


def test_one_post_per_number(world, thread):
    with pytest.raises(IntegrityError), transaction.atomic():
        PostFactory(thread=thread, number=1)


def test_one_post_per_sending(world, thread):
    key = uuid.uuid4()
    PostFactory(thread=thread, author=world.bo, submission_key=key)
    with pytest.raises(IntegrityError), transaction.atomic():
        PostFactory(thread=thread, author=world.bo, submission_key=key)


def test_one_category_per_address_in_network(world):
    CategoryFactory(network=world.network, slug="fragor")
    CategoryFactory(network=world.other, slug="fragor")
    with pytest.raises(IntegrityError), transaction.atomic():
        CategoryFactory(network=world.network, slug="fragor")


def test_one_read_mark_and_one_follow_per_person_and_thread(world, thread):
    for factory in (ReadMarkFactory, FollowFactory):
        factory(user=world.amina, thread=thread)
        with pytest.raises(IntegrityError), transaction.atomic():
            factory(user=world.amina, thread=thread)


def test_things_are_shown_by_name(world, thread):
    post = thread.posts.get()
    shown = [str(thing) for thing in (thread.category, thread, post, ReadMark.objects.get(), Follow.objects.get())]
    mark = f"{world.bo.pk}:{thread.pk}"
    assert shown == ["Allmänt", "Hur gör ni?", "#1", mark, mark]
