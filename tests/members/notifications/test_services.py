"""Telling people, and what they choose."""

import pytest
from django.db import IntegrityError, transaction

from members.audit.models import Record
from members.notifications import registry, services
from members.notifications.models import Notification, Preference
from tests.factories.forum import PostFactory
from tests.factories.notifications import NotificationFactory


@pytest.fixture
def thread(world):
    return PostFactory(thread__network=world.network, thread__title="Hur gör ni?").thread


def tell(thread, users, **fields):
    told = {
        "users": users,
        "kind": "forum.reply",
        "key": registry.key_of(thread),
        "title": thread.title,
        "url": f"/en/deltagare/forum/trad/{thread.pk}/",
        "network": thread.network,
    }
    return services.notify(**told | fields)


def test_notify_tells_each_person_once(world, thread):
    assert tell(thread, [world.amina, world.bo, world.amina]) == [world.amina, world.bo]
    notice = Notification.objects.get(user=world.amina)
    assert (notice.title, notice.count, notice.read_at) == ("Hur gör ni?", 1, None)
    assert notice.url == f"/deltagare/forum/trad/{thread.pk}/"
    assert notice.network_id == world.network.pk


def test_notify_does_not_tell_whoever_did_it(world, thread):
    assert tell(thread, [world.amina], by=world.amina) == []
    assert not Notification.objects.exists()


def test_notify_tells_only_those_who_may_see(world, thread):
    assert tell(thread, [world.amina, world.gunilla, world.johan]) == [world.amina]


def test_notify_does_not_tell_closed_accounts(world, thread):
    world.amina.is_active = False
    assert tell(thread, [world.amina]) == []


def test_notify_again_renews_what_is_unread(world, thread):
    tell(thread, [world.amina])
    first = Notification.objects.get()
    tell(thread, [world.amina, world.bo], title="Nytt namn")
    renewed = Notification.objects.get(user=world.amina)
    assert (renewed.pk, renewed.count, renewed.title) == (first.pk, 2, "Nytt namn")
    assert renewed.created_at > first.created_at
    assert Notification.objects.get(user=world.bo).count == 1


def test_notify_again_after_reading_is_a_new_notice(world, thread):
    tell(thread, [world.amina])
    services.mark_all_read(by=world.amina)
    tell(thread, [world.amina])
    assert Notification.objects.count() == 2
    assert Notification.objects.unread().get().count == 1


def test_notify_mails_those_who_want_it(world, thread):
    Preference.objects.create(user=world.bo, kind="forum.reply", email=False)
    Preference.objects.create(user=world.cecilia, kind="forum.reply", email=True)
    mailed = []
    tell(thread, [world.amina, world.bo, world.cecilia], email=mailed.append)
    assert mailed == [world.amina, world.cecilia]


def test_notify_of_an_unknown_kind_is_refused(world, thread):
    with pytest.raises(LookupError, match="forum.shout"):
        tell(thread, [world.amina], kind="forum.shout")


def test_kind_is_registered_once():
    kind = registry.kind_named("forum.reply")
    registry.register("forum.reply", label=kind.label, news=kind.news, may_see=kind.may_see)
    with pytest.raises(ValueError, match="registered twice"):
        registry.register("forum.reply", label="x", may_see=lambda user, key: True)
    assert registry.kind_named("forum.reply") == kind


def test_key_holds_what_it_is_about(thread):
    key = registry.key_of(thread)
    assert key == f"forum.thread:{thread.pk}"
    assert registry.pk_in(key) == thread.pk


def test_mark_read_is_ones_own(world):
    mine, theirs = (NotificationFactory(user=who, key="forum.thread:1") for who in (world.amina, world.bo))
    assert services.mark_read(keys=["forum.thread:1"], by=world.amina) == 1
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert mine.read_at is not None
    assert theirs.read_at is None


def test_forget_takes_the_notices_of_all(world):
    NotificationFactory(user=world.amina, key="forum.thread:1")
    kept = NotificationFactory(user=world.amina, key="forum.thread:2")
    services.forget(key="forum.thread:1", by=world.david)
    services.forget(key="forum.thread:1", by=world.david)
    assert Notification.objects.get() == kept
    assert Record.objects.filter(action="notifications.forget").count() == 1


def test_choose_mail_can_be_changed(world):
    services.choose_mail(choices={"forum.reply": False}, by=world.amina)
    services.choose_mail(choices={"forum.reply": True}, by=world.amina)
    assert Preference.objects.get().email is True
    assert Record.objects.latest("pk").fields == ["forum.reply"]


def test_one_unread_notice_per_person_and_key(world):
    NotificationFactory(user=world.amina, key="forum.thread:1")
    with pytest.raises(IntegrityError), transaction.atomic():
        NotificationFactory(user=world.amina, key="forum.thread:1")


def test_one_preference_per_person_and_kind(world):
    Preference.objects.create(user=world.amina, kind="forum.reply")
    with pytest.raises(IntegrityError), transaction.atomic():
        Preference.objects.create(user=world.amina, kind="forum.reply")


def test_things_are_shown_by_name(world):
    notice = NotificationFactory(user=world.amina, title="Hej")
    choice = Preference.objects.create(user=world.amina, kind="forum.reply")
    assert [str(notice), str(choice)] == ["Hej", f"{world.amina.pk}:forum.reply"]
