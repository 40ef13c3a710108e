"""Telling those who follow a thread."""

import datetime
import re

import pytest
import time_machine
from django.test import Client, override_settings
from django.utils import timezone

from members.accounts.services import change_details
from members.forum import services
from members.forum.enums import Sensitivity
from members.forum.models import Post
from members.forum.services.telling import tell_of_post
from members.notifications.models import Notification, Preference
from members.organisations.services import end_membership
from portal.core import outbox
from portal.core.models import OutboxMessage
from tests.factories.forum import CategoryFactory, FollowFactory, ReadMarkFactory

LATER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def thread(world):
    """Bo's thread, which Amina follows."""
    category = CategoryFactory(network=world.network)
    thread = services.start_thread(category=category, title="Hur gör ni?", source="En fråga.", by=world.bo)
    FollowFactory(user=world.amina, thread=thread)
    return thread


def told():
    return sorted(OutboxMessage.objects.values_list("to", flat=True))


def mail_of(thread, person, sensitivity, *, source="Vi **ringde** dem.", by=None, language="sv"):
    thread.category.sensitivity = sensitivity
    thread.category.save()
    person.language = language
    person.save()
    services.reply(thread=thread, source=source, by=by)
    return OutboxMessage.objects.get(to=person.email)


def test_reply_is_told_to_those_who_follow_but_not_to_its_author(world, thread):
    services.reply(thread=thread, source="Ett svar.", by=world.bo)
    assert told() == [world.amina.email]
    notice = Notification.objects.get()
    assert (notice.user, notice.kind, notice.title) == (world.amina, "forum.reply", "Hur gör ni?")
    assert notice.url == f"/deltagare/forum/trad/{thread.pk}/inlagg/2/"
    assert notice.network_id == world.network.pk


def test_start_thread_tells_nobody(world, thread):
    assert told() == []


@pytest.mark.parametrize("change", ["membership ends", "account closes", "post goes"])
def test_mail_that_waited_is_not_delivered_to_whoever_may_not_read_it_any_more(world, thread, mailoutbox, change):
    post = services.reply(thread=thread, source="Ett svar.", by=world.bo)
    if change == "membership ends":
        end_membership(membership=world.amina.memberships.get(), by=world.david)
    elif change == "account closes":
        change_details(account=world.amina, by=world.fredrik, is_active=False)
    else:
        services.remove_post(post=post, by=world.bo)
    outbox.deliver_due()
    assert "Nytt svar: Hur gör ni?" not in [mail.subject for mail in mailoutbox]
    assert not OutboxMessage.objects.filter(kind="members/forum/email/reply").exists()


def test_second_telling_does_nothing(world, thread):
    post = services.reply(thread=thread, source="Ett svar.", by=world.bo)
    tell_of_post.enqueue(post.pk)
    assert services.tell_due() == 0
    assert told() == [world.amina.email]


def test_new_reply_renews_the_notice_and_mails_again(world, thread):
    services.reply(thread=thread, source="Ett svar.", by=world.bo)
    services.reply(thread=thread, source="Ett till.", by=world.bo)
    notice = Notification.objects.get(user=world.amina)
    assert (notice.count, notice.url) == (2, f"/deltagare/forum/trad/{thread.pk}/inlagg/3/")
    assert told() == [world.amina.email] * 2


def test_muted_left_read_and_closed_are_not_told(world, thread):
    FollowFactory(user=world.cecilia, thread=thread, is_muted=True)
    FollowFactory(user=world.johan, thread=thread)
    FollowFactory(user=world.gunilla, thread=thread)
    world.klara.is_active = False
    world.klara.save()
    FollowFactory(user=world.klara, thread=thread)
    FollowFactory(user=world.david, thread=thread)
    ReadMarkFactory(user=world.david, thread=thread, number=2)
    services.reply(thread=thread, source="Ett svar.", by=world.bo)
    assert told() == [world.amina.email]
    assert Notification.objects.get().user == world.amina


def test_no_mail_for_whoever_declined_it(world, thread):
    Preference.objects.create(user=world.amina, kind="forum.reply", email=False)
    services.reply(thread=thread, source="Ett svar.", by=world.bo)
    assert told() == []
    assert Notification.objects.get().user == world.amina


def test_nothing_is_lost_when_no_worker_takes_the_task(world, thread):
    with override_settings(TASKS=LATER):
        post = services.reply(thread=thread, source="Ett svar.", by=world.bo)
        assert told() == []
        assert services.tell_due() == 0
        with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6)):
            assert services.tell_due() == 1
            assert services.tell_due() == 0
    assert told() == [world.amina.email]
    assert not Post.objects.get(pk=post.pk).is_to_be_told


def test_post_removed_before_it_was_told_is_told_to_nobody(world, thread):
    with override_settings(TASKS=LATER):
        post = services.reply(thread=thread, source="Ett svar.", by=world.bo)
    services.remove_post(post=post, by=world.bo)
    tell_of_post.enqueue(post.pk)
    assert told() == []


def test_mail_of_open_category_quotes_the_post(world, thread):
    mail = mail_of(thread, world.amina, Sensitivity.OPEN, by=world.bo, source="Se [sidan](/deltagare/).")
    assert mail.subject == "Nytt svar: Hur gör ni?"
    assert "Bo Castsson, Lindåsa kommun, har skrivit i tråden ”Hur gör ni?”." in mail.text
    assert "Se [sidan](/deltagare/)." in mail.text
    assert 'Se <a href="http://testserver/deltagare/"' in mail.html
    assert "http://testserver/sluta-folja/" in mail.text
    assert mail.reply_to == world.david.email


def test_mail_of_network_category_says_who_and_where(world, thread):
    mail = mail_of(thread, world.amina, Sensitivity.NETWORK, by=world.bo)
    assert mail.subject == "Nytt svar: Hur gör ni?"
    assert "Bo Castsson" in mail.html
    assert "ringde" not in mail.text + mail.html


def test_mail_of_sensitive_category_says_only_that_something_is_new(world, thread):
    mail = mail_of(thread, world.amina, Sensitivity.SENSITIVE, by=world.bo)
    assert mail.subject == "Något nytt i forumet"
    for word in ("ringde", "Bo Castsson", "Lindåsa", "Hur gör ni"):
        assert word not in mail.subject + mail.text + mail.html
    assert f"http://testserver/deltagare/forum/trad/{thread.pk}/inlagg/2/" in mail.text


def test_mail_program_mutes_the_thread_in_one_step(world, thread):
    headers = mail_of(thread, world.amina, Sensitivity.OPEN, by=world.bo, language="en").headers
    address = re.fullmatch(r"<http://testserver(/en/\S+)>", headers["List-Unsubscribe"])[1]
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})
    assert thread.follows.get(user=world.amina).is_muted


@pytest.mark.parametrize("sensitivity", Sensitivity.values)
def test_mail_in_english_leads_to_english_pages(world, thread, sensitivity):
    mail = mail_of(thread, world.amina, sensitivity, by=world.bo, language="en")
    assert mail.language == "en"
    assert f"http://testserver/en/deltagare/forum/trad/{thread.pk}/inlagg/2/" in mail.text
    assert "http://testserver/en/sluta-folja/" in mail.html


def test_mail_is_answered_to_the_portal_where_nobody_coordinates(world, thread):
    world.david.memberships.update(to_date=timezone.localdate() - datetime.timedelta(days=1))
    assert mail_of(thread, world.amina, Sensitivity.NETWORK, by=world.bo).reply_to == ""


def test_title_cannot_forge_a_header_or_markup(world):
    category = CategoryFactory(network=world.network, sensitivity=Sensitivity.OPEN)
    title = "Hej <b>då</b> & 'så'"
    thread = services.start_thread(category=category, title=title, source="x", by=world.bo)
    services.reply(thread=thread, source="<script>alert(1)</script>", by=world.amina)
    mail = OutboxMessage.objects.get()
    assert mail.subject == f"Nytt svar: {title}"
    assert title in mail.text
    assert "<b>" not in mail.html
    assert "<script" not in mail.html
