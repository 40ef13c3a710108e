"""The pages of notices."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import reverse

from members.notifications.models import Notification, Preference
from tests.factories.notifications import NotificationFactory

INDEX = reverse("notifications:index")


def test_index_lists_ones_own_the_newest_first(client, world, login):
    NotificationFactory(user=world.amina, title="Först", count=3)
    NotificationFactory(user=world.amina, title="Sedan")
    NotificationFactory(user=world.bo, title="Bos")
    page = login(client, world.amina).get(INDEX).content.decode()
    assert page.index("Sedan") < page.index("Först")
    assert "3 nya svar i tråden" in page
    assert "Nytt svar i tråden" in page
    assert "Bos" not in page
    assert "Markera alla som lästa" in page


def test_index_without_notices_says_so(client, world, login):
    page = login(client, world.amina).get(INDEX).content.decode()
    assert "Inget nytt" in page
    assert "Markera alla som lästa" not in page


def test_notice_of_a_network_that_was_left_is_out_of_sight(client, world, login):
    NotificationFactory(user=world.johan, title="Hemligt", network_id=world.network.pk)
    assert "Hemligt" not in login(client, world.johan).get(INDEX).content.decode()


def test_notice_of_a_kind_that_is_no_more_is_still_shown(client, world, login):
    NotificationFactory(user=world.amina, title="Gammal", kind="forum.shout")
    assert "Gammal" in login(client, world.amina).get(INDEX).content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_notice_leads_on_in_the_readers_language_and_is_read(client, world, login, prefix):
    notice = NotificationFactory(user=world.amina, url="/deltagare/forum/trad/7/")
    response = login(client, world.amina).get(f"{prefix}{INDEX}{notice.pk}/")
    assert response.url == f"{prefix}/deltagare/forum/trad/7/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_mark_all_read(client, world, login):
    NotificationFactory.create_batch(2, user=world.amina)
    response = login(client, world.amina).post(reverse("notifications:mark_all_read"))
    assert response.url == INDEX
    assert not Notification.objects.unread().exists()


def test_settings_offer_every_kind_and_keep_the_choice(client, world, login):
    url = reverse("notifications:settings")
    login(client, world.amina)
    page = client.get(url).content.decode()
    assert "Svar i trådar som du följer" in page
    assert client.post(url, {}).url == url
    assert not Preference.objects.get(user=world.amina, kind="forum.reply").email
    client.post(url, {"mail": ["forum.reply"]})
    assert Preference.objects.get(user=world.amina, kind="forum.reply").email


def test_settings_refuse_an_unknown_kind(client, world, login):
    response = login(client, world.amina).post(reverse("notifications:settings"), {"mail": ["forum.shout"]})
    assert response.status_code == 200
    assert not Preference.objects.exists()


@pytest.mark.parametrize("rows", [1, 100])
def test_index_costs_the_same_for_1_and_100(client, world, login, rows, django_assert_num_queries):
    NotificationFactory.create_batch(rows, user=world.amina)
    login(client, world.amina)
    with django_assert_num_queries(6):
        client.get(INDEX)


def count_in(user, **context):
    request = RequestFactory().get("/")
    if user is not None:
        request.user = user
    template = Template("{% load notices %}{% unread_notices as count %}{{ count }}{% unread_notices %}")
    return template.render(Context({"request": request, **context}))


def test_unread_notices_are_counted_once_a_request(world, django_assert_num_queries):
    NotificationFactory.create_batch(3, user=world.amina)
    amina = world.fresh("amina")
    with django_assert_num_queries(2):
        assert count_in(amina) == "33"


def test_unread_notices_of_a_stranger_are_none(world, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert count_in(world.fresh("anonymous")) == "00"
        assert count_in(None) == "00"
        assert count_in(None, request=None) == "00"
