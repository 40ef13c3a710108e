"""The blocks that editors write with: each shows an example of itself, and refuses what leads nowhere."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.contrib.typed_table_block.blocks import TypedTable

from home.models import HomePage, StandardPage
from portal.core.blocks import CallToActionBlock, StepBlock
from tests.factories.home import StandardPageFactory, public_site


def blocks_of(model, field):
    return model._meta.get_field(field).stream_block.child_blocks


BLOCKS = {**blocks_of(StandardPage, "body"), **blocks_of(HomePage, "steps")}


@pytest.mark.parametrize("name", BLOCKS)
def test_block_shows_an_example_in_the_portals_look(client, world, login, name):
    block = BLOCKS[name]

    response = login(client, world.eva).get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    assert response.status_code == 200
    assert "css/components" in response.text
    assert len(response.text.split("<main>")[1].split("</main>")[0].split()) > 4


@pytest.mark.parametrize("name", BLOCKS)
def test_block_says_what_it_is_for_and_has_an_icon(name):
    meta = BLOCKS[name].meta

    assert str(meta.description)
    assert meta.icon not in ("", "placeholder")


def clean(block, **values):
    return block.clean(block.to_python(values))


def test_call_to_action_takes_an_address_of_the_portal_or_a_secure_one():
    for url in ("/goda-exempel/", "https://www.digg.se/"):
        cleaned = clean(CallToActionBlock(), title="Gör så här", label="Läs", url=url)
        assert cleaned["url"] == url


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "//elsewhere.example", "http://elsewhere.example"])
def test_call_to_action_refuses_other_addresses_and_none(url):
    with pytest.raises(ValidationError):
        clean(CallToActionBlock(), title="Gör så här", label="Läs", url=url)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "//elsewhere.example", "https://elsewhere.example"])
def test_step_refuses_addresses_outside_the_portal(url):
    with pytest.raises(ValidationError):
        clean(StepBlock(), symbol="users", title="Delta", text="Kom.", url=url)


def test_page_shows_every_block_that_an_editor_may_choose(client, db):
    site = public_site()
    table = BLOCKS["table"]
    columns = [{"type": "text", "heading": "Fråga"}, {"type": "number", "heading": "Svar"}]
    rows = [{"values": ["Jag vet vem jag ringer", 81]}]
    body = [
        ("subheading", "Det som var svårt"),
        ("table", table.to_python({"caption": "Svar", "columns": columns, "rows": rows})),
        (
            "video",
            {"title": "En lägesbild", "url": "https://film.example/", "length": "4 minuter", "text": "Så gör vi."},
        ),
        ("action", {"title": "Har ni prövat?", "text": "", "label": "Tipsa", "page": site.contact, "url": ""}),
    ]
    assert isinstance(body[1][1], TypedTable)
    page = StandardPageFactory(parent=site.home, body=body)

    html = client.get(page.url).text

    assert "<h3>Det som var svårt</h3>" in html
    assert "<caption>Svar</caption>" in html
    assert '<th scope="row">Jag vet vem jag ringer</th>' in html
    assert '<td class="numeric">81' in html
    assert '<a href="https://film.example/" rel="noreferrer">En lägesbild</a>' in html
    assert f'<a class="button" href="{site.contact.url}">Tipsa</a>' in html
