"""The record in Wagtail admin."""

import pytest
from django.urls import NoReverseMatch, reverse

from members.audit.models import Check, Record
from members.audit.services import record, verify
from tests.factories.accounts import UserFactory

LIST = reverse("audit_record:index")


def shown(client, **query):
    return client.get(LIST, query).content.decode()


def test_administrator_reads_and_searches_the_record(client, world, login):
    record(action="forum.lock_thread", by=world.david, network=world.network, fields=["is_locked"])
    record(action="meetings.cancel_meeting", by=world.henrik)
    login(client, world.fredrik)
    page = shown(client)
    for words in ("forum.lock_thread", "meetings.cancel_meeting", "David Castsson", "is_locked"):
        assert words in page
    found = shown(client, q="lock_thread")
    assert "forum.lock_thread" in found
    assert "meetings.cancel_meeting" not in found
    found = shown(client, actor_id=world.henrik.pk)
    assert "meetings.cancel_meeting" in found
    assert "forum.lock_thread" not in found
    assert "forum.lock_thread" in shown(client, action="LOCK")


def test_record_outlives_the_person(client, world, login):
    gone = UserFactory()
    record(action="forum.lock_thread", by=gone)
    label = f"#{gone.pk}"
    gone.delete()
    login(client, world.fredrik)
    assert label in shown(client)


@pytest.mark.parametrize("name", ["david", "eva", "henrik"])
def test_record_is_closed_to_others(client, world, login, name):
    login(client, world.people[name])
    assert client.get(LIST)["Location"] == reverse("wagtailadmin_home")


def test_record_has_a_list_and_nothing_else():
    for name in ("add", "edit", "delete", "history"):
        with pytest.raises(NoReverseMatch):
            reverse(f"audit_record:{name}", args=[1] if name != "add" else [])


def test_record_is_exported_after_one_more_code(client, world, login, confirmed):
    record(action="forum.lock_thread", by=world.david)
    login(client, world.fredrik)
    door = client.get(LIST, {"export": "csv"})
    assert door["Location"].startswith(reverse("accounts:confirm") + "?next=")
    assert not Record.objects.filter(action="audit.export").exists()
    confirmed(client)
    answer = client.get(LIST, {"export": "csv"})
    assert "forum.lock_thread" in b"".join(answer.streaming_content).decode()
    taken = Record.objects.get(action="audit.export")
    assert (taken.actor_id, taken.fields) == (str(world.fredrik.pk), ["audit_record:index", "csv"])


def test_export_tells_what_it_was_about_and_which_fields(client, world, login, confirmed):
    record(action="organisations.change_network", by=world.david, obj=world.network, fields=["name", "slug"])
    confirmed(login(client, world.fredrik))
    content = b"".join(client.get(LIST, {"export": "csv"}).streaming_content).decode()
    assert f"nätverk {world.network.pk}" in content
    assert '"name, slug"' in content


def test_looking_at_a_list_is_no_export(client, world, login):
    login(client, world.fredrik)
    client.get(LIST, {"export": "pdf"})
    shown(client)
    assert not Record.objects.filter(action="audit.export").exists()


def test_listing_says_whether_the_chain_is_whole(client, world, login):
    login(client, world.fredrik)
    assert "Kedjan är inte kontrollerad än." in shown(client)
    record(action="forum.lock_thread")
    verify()
    assert "Kedjan är hel" in shown(client)
    assert f"till och med länk {Record.objects.count()}." in shown(client)
    Check.objects.create(number=1, digest="", fault="link 1 is missing")
    assert "Kedjan är bruten." in shown(client)


@pytest.mark.parametrize("rows", [1, 3])
def test_listing_asks_the_same_number_of_questions(client, world, login, rows, django_assert_max_num_queries):
    for _number in range(rows):
        record(action="forum.lock_thread", by=world.david)
    login(client, world.fredrik)
    shown(client)
    with django_assert_max_num_queries(15):
        shown(client)


def test_record_is_found_by_whom_it_was_done_for(client, world, login):
    record(action="registration.register_on_behalf", by=world.david, on_behalf_of="Granbergs kommun")
    record(action="registration.apply")
    login(client, world.fredrik)

    for query in ({"q": "granberg"}, {"on_behalf_of": "GRANBERG"}):
        page = shown(client, **query)
        assert "Granbergs kommun" in page
        assert "registration.apply" not in page
