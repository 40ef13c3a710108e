"""The page of an example: what it shows, what it leaves out, and what it never tells."""

import datetime
import re

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from casestudies.enums import EvidenceStrength
from casestudies.models import ExampleDocument
from tests.factories.casestudies import (
    ActorFactory,
    EnvironmentFactory,
    ExamplePageFactory,
    PreventionLevelFactory,
    TargetGroupFactory,
)


@pytest.fixture
def words(db):
    """An environment and a level."""
    return {
        "right": EnvironmentFactory(name="Högerextremism", name_en="Far right", slug="hogerextremism"),
        "universal": PreventionLevelFactory(
            name="Universell", name_en="Universal", slug="universell", explanation="För alla.", explanation_en=""
        ),
    }


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_example_shows_what_is_filled_in(client, site, words):
    page = ExamplePageFactory(
        parent=site.examples,
        full=True,
        environments=[words["right"]],
        levels=[words["universal"]],
        target_groups=[TargetGroupFactory(name="Ungdomar")],
        actors=[ActorFactory(name="Skolan")],
    )
    html = read(client, page.url)
    for fact in (
        "Behovet", "Målet.", "Arbetet.", "Logiken.", "Resultatet.", "Misslyckandet.", "Lärdomen.", "Överförbarheten.",
        "Etiken.", "Rådet.", "Polisen", "En halv tjänst", "300 000 kr om året", "Lindåsa kommun", "Kommun",
        "15 000–49 999 invånare", "Stockholms län", "Högerextremism", "Ungdomar", "Skolan", "För alla.",
        'href="/goda-exempel/?niva=universell"', "Samordnare för förebyggande arbete", "15 januari 2026",
        "Socialchefen, 14 januari 2026", "Det här fungerade inte",
    ):  # fmt: skip
        assert fact in html, fact


def test_example_explains_how_strong_its_evidence_is(client, site):
    page = ExamplePageFactory(parent=site.examples, evidence=EvidenceStrength.DESCRIBED)
    html = read(client, page.url)
    assert "Beskriven logik" in html
    assert str(EvidenceStrength.DESCRIBED.meaning) in html


def test_example_leaves_out_what_is_empty(client, site):
    # What Wagtail's editor saves where nothing was written.
    page = ExamplePageFactory(parent=site.examples, goal='<p data-block-key="x1"></p>', ethics="<p> </p>")
    html = read(client, page.url)
    for heading in (
        "Målet", "Resultat", "Etik och integritet", "Hur säkert är det?", "Län", "Storlek", "Kostnad", "Dokument",
        "Senast granskat", "Godkänt av organisationen", "Så hänger det ihop", "Liknande exempel", "På den här sidan",
    ):  # fmt: skip
        assert f">{heading}<" not in html
    assert "påhittat" not in html


def test_demonstration_example_says_so_and_is_kept_from_search_engines(client, site):
    html = read(client, ExamplePageFactory(parent=site.examples, is_demonstration=True).url)
    assert "Exemplet är påhittat" in html
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("strength", list(EvidenceStrength))
def test_every_strength_of_evidence_has_a_meaning(strength):
    assert len(str(strength.meaning)) > 40


def test_example_tells_nobody_the_address_of_the_contact(client, site):
    page = ExamplePageFactory(parent=site.examples, full=True)
    html = read(client, page.url)
    for secret in ("forebyggande@lindasa.example", "0123"):
        assert secret not in html
        assert secret not in read(client, "/goda-exempel/")
        assert secret not in read(client, "/goda-exempel/atom.xml")
    assert titles(read(client, "/goda-exempel/?q=forebyggande@lindasa.example")) == []


def titles(html):
    return re.findall(r'<h3><a href="[^"]*">([^<]*)</a></h3>', html)


def test_example_shows_the_scale_of_evidence_with_its_own_step_marked(client, site):
    html = read(client, ExamplePageFactory(parent=site.examples, evidence=EvidenceStrength.MEASURED).url)
    assert html.count('class="is-reached"') == 3
    assert '<li class="is-reached" aria-current="step"><span>Uppmätt förändring</span></li>' in html
    assert "Steg 3 av 5" in html
    assert "Inget steg är ett bevis" in html


def test_example_draws_its_chain_and_says_the_same_in_text(client, site):
    page = ExamplePageFactory(
        parent=site.examples,
        logic_need="Oro försvinner",
        logic_activities="Ett nummer\n\nBesked inom en dag",
        logic_effects="<script>",
    )
    html = read(client, page.url)
    assert html.count('role="img" aria-label="Kedjan från behov till effekt"') == 2
    assert html.count('class="logic__box ') == 6
    assert "<li>Besked inom en dag</li>" in html
    assert ">Resultat</text>" not in html
    assert html.count("&lt;script&gt;") == 3


def test_chain_of_one_part_is_no_chain(client, site):
    html = read(client, ExamplePageFactory(parent=site.examples, logic_need="Oro försvinner").url)
    assert "Oro försvinner" not in html


def test_text_of_the_chain_is_broken_into_lines_that_fit(client, site):
    long = "Förebyggandesamordnarens uppdragsbeskrivning revideras av kommunstyrelsens arbetsutskott varje år"
    html = read(client, ExamplePageFactory(parent=site.examples, logic_need=long, logic_effects="Färre").url)
    lines = re.findall(r'class="logic__text"[^>]*>([^<]*)<', html)
    assert "Förebyggandesamordnarens" in lines
    assert max(map(len, lines)) <= 35
    drawings = re.findall(r'viewBox="-1 -1 (\d+) (\d+)"', html)
    assert [int(width) for width, _height in drawings] == [546, 322]


def test_example_says_that_its_review_is_old(client, site):
    page = ExamplePageFactory(parent=site.examples, reviewed_date=datetime.date(2024, 1, 15))
    with time_machine.travel(datetime.datetime(2026, 1, 10, 12)):
        assert "för mer än två år sedan" not in read(client, page.url)
    with time_machine.travel(datetime.datetime(2026, 1, 20, 12)):
        assert "granskades senast 15 januari 2024, för mer än två år sedan" in read(client, page.url)


def test_example_tells_how_to_refer_to_it_in_both_languages(client, site):
    page = ExamplePageFactory(
        parent=site.examples,
        title="Ett & två",
        slug="ett-tva",
        first_published_at=timezone.make_aware(datetime.datetime(2025, 12, 31, 23, 30)),
    )
    english = site.translate(page, title="One & two")
    assert "Lindåsa kommun. (2025). Ett &amp; två. Nätverksportalen. http://testserver/goda-exempel/ett-tva/" in read(
        client, page.url
    )
    assert "One &amp; two." in read(client, english.url)


def test_example_can_be_passed_on_by_the_readers_own_mail(client, site):
    html = read(client, ExamplePageFactory(parent=site.examples, title="Ett & två", slug="ett-tva").url)
    assert 'href="mailto:?subject=Ett%20gott%20exempel%3A%20Ett%20%26%20tv%C3%A5&amp;body=' in html
    assert "http%3A//testserver/goda-exempel/ett-tva/" in html


def test_long_example_has_a_table_of_contents(client, site):
    html = read(client, ExamplePageFactory(parent=site.examples, full=True).url)
    assert re.findall(r'<li><a href="#(\w+)">', html)[:4] == ["need", "goal", "done", "logic"]


def test_example_leads_to_those_that_share_most_with_it(client, site, words):
    other = EnvironmentFactory(slug="annat")
    page = ExamplePageFactory(
        parent=site.examples, environments=[words["right"], other], levels=[words["universal"]], title="Själv"
    )
    ExamplePageFactory(parent=site.examples, title="Inget gemensamt")
    ExamplePageFactory(parent=site.examples, title="Ett ord", levels=[words["universal"]])
    ExamplePageFactory(
        parent=site.examples, title="Tre ord", environments=[words["right"], other], levels=[words["universal"]]
    )
    ExamplePageFactory(parent=site.examples, title="Två ord", environments=[words["right"], other])
    ExamplePageFactory(parent=site.examples, title="Utkast", environments=[words["right"], other], live=False)
    hidden = ExamplePageFactory(parent=site.examples, title="Dolt", environments=[words["right"], other])
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert titles(read(client, page.url)) == ["Tre ord", "Två ord", "Ett ord"]


def test_example_lists_documents_with_kind_and_size(client, site):
    page = ExamplePageFactory(parent=site.examples)
    file = ContentFile(b"%PDF-", name="handbok.pdf")
    document = Document.objects.create(title="Handboken", file=file, file_size=2048)
    ExampleDocument.objects.create(page=page, document=document)
    html = read(client, page.url)
    assert "PDF, 2,0\xa0kB" in html


# What an editor may not do


def test_unfinished_example_is_not_published_whichever_way_it_comes(client, world, site, login):
    login(client, world.eva)
    draft = ExamplePageFactory(
        parent=site.examples, title="Halvfärdigt", live=False, lesson='<p data-block-key="a"></p>'
    )
    draft.save_revision()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={draft.pk}"
    response = client.post(address, {}, follow=True)
    assert "”Halvfärdigt” kan inte publiceras än. Det här saknas: viktigaste lärdomen." in response.content.decode()
    draft.refresh_from_db()
    assert not draft.live


def test_unfinished_example_is_not_published_by_a_review(client, world, site, login):
    login(client, world.eva)
    draft = ExamplePageFactory(parent=site.examples, title="Halvfärdigt", live=False, need="")
    draft.save_revision(clean=False)
    draft.get_workflow().start(draft, world.fredrik)
    task = draft.current_workflow_state.current_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", task.pk])
    response = client.post(approve, {"comment": ""}, follow=True)
    assert "kan inte publiceras än" in response.content.decode()
    draft.refresh_from_db()
    assert (draft.live, draft.workflow_in_progress) == (False, True)


@pytest.mark.parametrize(
    ("text", "problem"),
    [("\n".join("abcdef"), "Skriv högst 5 rader."), ("x" * 101, "Skriv högst 100 tecken på varje rad.")],
)
def test_chain_that_does_not_fit_its_box_is_refused(site, text, problem):
    from django.core.exceptions import ValidationError

    page = ExamplePageFactory(parent=site.examples)
    page.logic_need = text
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert refused.value.message_dict == {"logic_need": [problem]}
