"""What awaits whom on the admin's first page."""

import datetime

import pytest
from django.utils import timezone

from casestudies.enums import AdaptationState
from casestudies.models import Adaptation, Tip
from home.models import AccessibilityMessage
from home.queries.dashboard import awaiting
from tests.factories.casestudies import ExamplePageFactory
from tests.factories.home import NewsPageFactory, StandardPageFactory


@pytest.fixture
def start(client, world, site, login):
    """`start(person)`: the admin's first page as that person sees it."""
    return lambda person: login(client, world.fresh(person)).get("/admin/").text


def titles(user):
    return [group.title for group in awaiting(user)]


def test_administrator_reads_what_somebody_told_of_a_barrier_and_an_editor_does_not(start, world):
    AccessibilityMessage.objects.create(text="Knappen gick inte att nå", language="sv")
    AccessibilityMessage.objects.create(text="Redan lagat", language="sv", is_handled=True)

    html = start("fredrik")
    assert "Knappen gick inte att nå" in html
    assert "Redan lagat" not in html
    assert "Knappen gick inte att nå" not in start("eva")


def test_editor_sees_what_readers_have_sent(start, site):
    example = ExamplePageFactory(parent=site.examples)
    Adaptation.objects.create(example=example, organisation_name="Lindåsa kommun", what_changed="Allt.")
    Adaptation.objects.create(
        example=example, organisation_name="Norrviks kommun", what_changed="Allt.", state=AdaptationState.PUBLISHED
    )
    draft = ExamplePageFactory(parent=site.examples, title="Utkastet", live=False)
    Tip.objects.create(done="Något", organisation_name="Storsunds kommun", why="Bra", page=draft)

    html = start("eva")

    assert "Lindåsa kommun" in html
    assert "Norrviks kommun" not in html
    assert f'href="/admin/pages/{draft.pk}/edit/">Storsunds kommun</a>' in html


def test_coordinator_is_shown_nothing_of_the_sites(start, site, world):
    NewsPageFactory(parent=site.news, title="Bara på svenska")
    AccessibilityMessage.objects.create(text="Knappen", language="sv")

    html = start("david")

    assert "Det här väntar på dig" not in html
    assert "Bara på svenska" not in html
    assert awaiting(world.fresh("david")) == []


def test_page_without_english_is_named_until_it_has_one(site, world):
    page = NewsPageFactory(parent=site.news, title="Ny bok")
    eva = world.fresh("eva")
    missing = {row[0] for group in awaiting(eva) if group.title == "Saknar engelska" for row in group.rows}
    assert "Ny bok" in missing

    site.translate(page, title="New book")

    missing = {row[0] for group in awaiting(eva) if group.title == "Saknar engelska" for row in group.rows}
    assert "Ny bok" not in missing


def test_english_that_the_swedish_has_overtaken_is_named(site, world):
    page = NewsPageFactory(parent=site.news, title="Ny bok")
    english = site.translate(page, title="New book")
    eva = world.fresh("eva")
    assert "Svenskan är nyare än engelskan" not in titles(eva)

    page.title = "Ny, rättad bok"
    page.save_revision().publish()

    (group,) = [group for group in awaiting(eva) if group.title == "Svenskan är nyare än engelskan"]
    assert [row[:2] for row in group.rows] == [("Ny, rättad bok", f"/admin/pages/{english.pk}/edit/")]


def test_example_is_due_for_review_before_its_year_is_over(site, world):
    today = timezone.localdate()
    for title, days in [("Färskt", 10), ("Snart", 350), ("Gammalt", 800)]:
        ExamplePageFactory(parent=site.examples, title=title, reviewed_date=today - datetime.timedelta(days=days))

    (group,) = [group for group in awaiting(world.fresh("eva")) if group.title == "Dags att se över"]

    assert {row[0] for row in group.rows} == {"Snart", "Gammalt"}


def test_editor_is_shown_their_own_drafts_alone(site, world):
    eva, fredrik = world.fresh("eva"), world.fresh("fredrik")
    page = StandardPageFactory(parent=site.home, title="Om")
    page.title = "Om oss"
    page.save_revision(user=eva)

    assert "Dina utkast" in titles(eva)
    assert "Dina utkast" not in titles(fredrik)


@pytest.mark.parametrize("rows", [1, 12])
def test_panel_costs_the_same_for_one_row_and_many(site, world, django_assert_num_queries, rows):
    awaiting(world.fresh("eva"))
    for number in range(rows):
        ExamplePageFactory(parent=site.examples, title=f"Exempel {number}")
    eva = world.fresh("eva")
    with django_assert_num_queries(15):
        awaiting(eva)
