"""How easily a page reads, and what its editor is told to look at."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import HomePage, StandardPage
from portal.core.readability import BANDS, LONG_WORD, SHORT_TEXT, band, lix, review, sentences

pytestmark = pytest.mark.django_db

SIMPLE = "Vi bor i en by. Den är fin. " * 10
HARD = "Samverkansöverenskommelser förutsätter verksamhetsövergripande ansvarsfördelning " * 8


def page(*body):
    return StandardPage(title="Sida", body=list(body))


def test_lix_is_words_a_sentence_plus_the_share_of_long_words():
    # 40 words, 4 sentences, 10 words of seven letters or more.
    text = "Den där lilla byn är kommunen i norra landskapet lite. ".replace("lite", "väldigt") * 4
    words = 40

    assert lix(text) == round(words / 4 + 100 * 12 / words)


@pytest.mark.parametrize(
    ("figure", "name"),
    [(20, "mycket lätt"), (30, "lätt"), (39, "lätt"), (45, "medelsvår"), (59, "svår"), (60, "mycket svår")],
)
def test_figure_has_a_word(figure, name):
    assert band(figure) == name


def test_short_text_has_no_figure():
    assert lix("Hej och välkommen hit.") is None
    assert review(page()).lix is None
    assert band(None) == ""


def test_simple_text_reads_easier_than_a_hard_one():
    assert lix(SIMPLE) < 30 < 60 < lix(HARD)


def test_heading_or_row_of_a_list_is_a_sentence_of_its_own():
    found = review(page(("heading", "Så här"), ("paragraph", f"<ul><li>{SIMPLE}</li><li>Ett till</li></ul>")))

    assert found.lix == lix(f"Så här\n{SIMPLE}\nEtt till\n")
    assert sentences("Så här\n\nVi bor i en by. Den är fin.") == ["Så här", "Vi bor i en by", "Den är fin"]


def test_all_fields_and_blocks_count():
    start = HomePage(title="Start", heading="Rubrik", lead="Ett två tre.")
    start.steps = [("step", {"symbol": "users", "title": "Delta", "text": "Fyra fem.", "label": "Mer", "url": "/om/"})]
    start.body = [
        ("quote", {"text": "Sex sju.", "source": "Åtta"}),
        ("callout", {"title": "Nio", "text": "<p>Tio</p>"}),
    ]

    assert review(start).words == len(["Ett", "två", "tre", "Delta", "Fyra", "fem", "Sex", "sju", "Åtta", "Nio", "Tio"])


# What to look at


def remarks(*body):
    return [str(remark) for remark in review(page(*body)).remarks]


@pytest.mark.parametrize("words", ["här", "Klicka här", "Läs mer …", "click here"])
def test_link_that_does_not_say_where_it_leads_is_named(words):
    assert remarks(("paragraph", f'<p>Anmäl er <a href="/x/">{words}</a>.</p>')) == [
        f"Länken ”{words}” säger inte vart den leder."
    ]


def test_link_that_is_an_address_is_named():
    (remark,) = remarks(("paragraph", '<p><a href="https://www.skr.se/">https://www.skr.se/</a></p>'))

    assert "är en adress" in remark


def test_link_that_says_where_it_leads_is_left_alone():
    assert remarks(("paragraph", '<p><a href="/x/">Så går en träff till</a></p>')) == []


def test_subheading_without_a_heading_is_named():
    assert remarks(("subheading", "Svårt")) == ["Underrubriken ”Svårt” står utan rubrik över sig."]
    assert remarks(("heading", "Så gick det"), ("subheading", "Svårt")) == []


def test_picture_without_a_description_is_counted():
    picture = {"image": None, "alt_text": " ", "caption": ""}

    assert remarks(("image", picture)) == ["1 bild saknar beskrivning. Är den bara till för att pryda är det rätt."]
    assert remarks(("image", picture | {"alt_text": "En brygga"})) == []


def test_long_sentence_is_shown_by_its_beginning():
    (remark,) = remarks(("paragraph", f"<p>{'ord ' * 31}.</p>"))

    assert remark == "Lång mening, dela den gärna: ”ord ord ord ord ord ord ord ord …”"


# In the editor's form


def test_editor_sees_the_figure_and_the_remarks(client, world, login):
    from tests.factories.home import StandardPageFactory, public_site

    site = public_site()
    body = [("paragraph", f'<p>{SIMPLE} <a href="/x/">klicka här</a></p>')]
    made = StandardPageFactory(parent=site.home, summary="", body=body)

    html = login(client, world.eva).get(reverse("wagtailadmin_pages:edit", args=[made.pk])).text

    assert f"LIX {review(made).lix}, mycket lätt" in html
    assert "Länken ”klicka här” säger inte vart den leder." in html
    assert "js/admin-lix.js" in html


def test_script_and_server_measure_alike():
    script = (Path(settings.BASE_DIR) / "static" / "js" / "admin-lix.js").read_text()

    assert re.search(r"LONG_WORD = (\d+)", script).group(1) == json.dumps(LONG_WORD)
    assert re.search(r"SHORT_TEXT = (\d+)", script).group(1) == json.dumps(SHORT_TEXT)
    assert [limit for limit, _name in BANDS] == sorted(limit for limit, _name in BANDS)


def test_checks_stand_in_the_editors_preview_and_on_no_readers_page(client, world, login):
    from tests.factories.home import StandardPageFactory, public_site

    made = StandardPageFactory(parent=public_site().home)
    assert "wagtail-userbar" not in client.get(made.url).text

    address = reverse("wagtailadmin_pages:preview_on_edit", args=[made.pk])
    form = {"title": "Om", "slug": "om", "summary": "", "reviewed_date": "", "body": streamfield([])}
    login(client, world.eva).post(address, nested_form_data(form))
    html = client.get(address, {"in_preview_panel": "true"}).text
    assert "<wagtail-userbar>" in html
    assert "<script>" not in html
