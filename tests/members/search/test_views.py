"""Searching the extranet."""

import pytest
from django.urls import reverse

from members.forum import services
from portal.core.textsearch import containing, excerpt, words_in
from tests.factories.forum import PostFactory, ThreadFactory
from tests.factories.meetings import MaterialFactory, MeetingFactory

INDEX = reverse("search:index")


def found(client, query, **more):
    return client.get(INDEX, {"q": query, **more}).content.decode()


def test_search_before_one_has_searched(client, world, login):
    page = login(client, world.amina).get(INDEX).content.decode()
    assert "Inget hittades" not in page
    assert "Sök på den öppna webbplatsen" in page


def test_search_without_hits_says_so(client, world, login):
    assert "Inget hittades för ”xyzzy”" in found(login(client, world.amina), "xyzzy")


@pytest.mark.parametrize("query", ["åtgärdsplan", "ÅTGÄRDSPLAN", "Gärd", "åtgärdsplan skolan"])
def test_search_finds_words_whatever_their_case(client, world, login, query):
    PostFactory(thread__network=world.network, thread__title="Fråga", source="Vår Åtgärdsplan för skolan är klar.")
    page = found(login(client, world.amina), query)
    assert "<mark>" in page
    assert "Fråga" in page


def test_search_asks_for_every_word(client, world, login):
    PostFactory(thread__network=world.network, source="Skolan är med.")
    assert "Inget hittades" in found(login(client, world.amina), "skolan polisen")


def test_search_finds_threads_by_title(client, world, login):
    thread = ThreadFactory(network=world.network, title="Äntligen en överenskommelse")
    page = found(login(client, world.amina), "överens")
    assert thread.get_absolute_url() in page


def test_search_shows_nothing_of_other_networks_or_removed(client, world, login):
    PostFactory(thread__network=world.other, thread__title="Hemlig skärgård", source="Skärgårdens skola")
    post = PostFactory(thread__network=world.network, thread__author=world.bo, source="Borttagen skola")
    services.remove_post(post=post, by=world.bo)
    thread = PostFactory(thread__network=world.network, thread__title="Skola bort", source="Skola").thread
    services.remove_thread(thread=thread, by=world.david)
    MeetingFactory(network=world.other, title="Träff om skola")
    MeetingFactory(network=world.network, title="Utkast om skola", live=False)
    page = found(login(client, world.amina), "skola")
    for secret in ("Hemlig", "Borttagen", "Skola bort", "Träff om skola", "Utkast"):
        assert secret not in page
    assert "Inget hittades" in found(client, "skärgård")


def test_search_finds_meetings_and_materials(client, world, login):
    meeting = MeetingFactory(network=world.network, title="Träff i Önnestad", venue="Åhus")
    MaterialFactory(meeting=meeting, title="Bilder om samverkan")
    login(client, world.amina)
    assert "Träff i Önnestad" in found(client, "önnestad")
    assert "Träff i Önnestad" in found(client, "åhus")
    page = found(client, "samverkan")
    assert "Bilder om samverkan" in page
    assert meeting.get_absolute_url() in page


def test_search_finds_people_of_ones_networks(client, world, login):
    page = found(login(client, world.amina), "cecilia norrvik")
    assert "Cecilia Castsson" in page
    for gone in ("gunilla", "johan"):
        assert "Inget hittades" in found(client, gone)


def test_search_shows_five_of_a_kind_and_leads_to_the_rest(client, world, login):
    for number in range(7):
        PostFactory(thread__network=world.network, thread__title=f"T{number}", source="samverkan")
    login(client, world.amina)
    page = found(client, "samverkan")
    assert page.count("<h3>") == 5
    assert "Fler träffar i Forum" in page
    page = found(client, "samverkan", i="forum")
    assert page.count("<h3>") == 7
    assert "Sök i allt" in page


def test_search_in_one_source_has_an_end(client, world, login):
    thread = ThreadFactory(network=world.network)
    PostFactory.create_batch(51, thread=thread, source="samverkan")
    page = found(login(client, world.amina), "samverkan", i="forum")
    assert "Det finns fler träffar." in page


@pytest.mark.parametrize("query", ["x" * 300, "  ", "\0"])
def test_search_for_what_is_no_word_finds_nothing(client, world, login, query):
    page = found(login(client, world.amina), query)
    assert "<h3>" not in page


def test_search_in_an_unknown_source_shows_the_empty_page(client, world, login):
    assert "Sök på den öppna webbplatsen" in found(login(client, world.amina), "hej", i="nowhere")


@pytest.mark.parametrize("query", ["(", "a.c", "[", "\\", "%", "_", "^$", "*"])
def test_search_takes_every_sign_as_itself(client, world, login, query):
    PostFactory(thread__network=world.network, source="abc")
    assert "Inget hittades" in found(login(client, world.amina), query)


def test_search_shows_markup_as_text(client, world, login):
    script = "<script>alert(1)</script>"
    PostFactory(thread__network=world.network, thread__title=script, source=f"{script} & samverkan")
    login(client, world.amina)
    for query in (script, "samverkan"):
        assert script not in found(client, query)


@pytest.mark.parametrize("rows", [1, 30])
def test_search_costs_the_same_for_1_and_30(client, world, login, rows, django_assert_num_queries):
    for number in range(rows):
        PostFactory(thread__network=world.network, thread__title=f"Samverkan {number}", source="samverkan")
        MaterialFactory(meeting__network=world.network, meeting__number=number + 1, title="Samverkan")
    login(client, world.amina)
    with django_assert_num_queries(11):
        found(client, "samverkan")


def test_excerpt_shows_the_part_with_the_words():
    text = "början " * 40 + "Här är <b>ordet</b> vi söker " + "slutet " * 40
    shown = excerpt(text, ["ORDET", "söker"])
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "Här är &lt;b&gt;<mark>ordet</mark>&lt;/b&gt; vi <mark>söker</mark> slutet" in shown


def test_excerpt_without_the_words_is_the_beginning():
    assert excerpt("kort text", ["annat"]) == "kort text"
    assert excerpt("x" * 500, ["x"]).endswith(" …")
    assert excerpt("kort", []) == "kort"


def test_words_are_at_most_eight():
    assert words_in(" a  b\0\n") == ["a", "b"]
    assert len(words_in("x " * 20)) == 8
    assert not containing([], "title")
