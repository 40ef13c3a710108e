"""The style guide shows every component, in both languages, on a development portal only."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import translation

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STATIC = Path(settings.BASE_DIR) / "static"
PAGES = ["patterns", "form_with_errors", "extranet", "email"]

pytestmark = pytest.mark.django_db


def page(client, name="patterns", language="sv"):
    with translation.override(language):
        return client.get(reverse(f"patterns:{name}"))


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_pattern_page_renders_in_each_language(client, name, language):
    response = page(client, name, language)

    assert response.status_code == 200
    assert f'<html lang="{language}">' in response.text


@pytest.mark.parametrize("name", PAGES)
def test_pattern_page_answers_404_outside_development(client, settings, name):
    settings.DEVELOPMENT = False

    assert page(client, name).status_code == 404


def test_every_component_is_shown(client):
    shown = {template.name for name in PAGES for template in page(client, name).templates}
    components = {f"components/{path.name}" for path in (TEMPLATES / "components").glob("*.html")}

    assert components - shown == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_navigation_of_the_guide_names_each_part_once(client, language):
    text = page(client, language=language).text
    sections = re.findall(
        r'<section aria-labelledby="([a-z-]+)"', text.split('class="guide__nav"')[1].split("<footer")[0]
    )
    links = re.findall(r'<li><a href="#([a-z-]+)">', text.split('class="guide__nav"')[1].split("</nav>")[0])

    assert sorted(links) == sorted(sections)


def test_guide_says_where_each_part_is_and_when_to_use_it(client):
    text = page(client).text.split('class="guide__nav"')[1]

    assert len(re.findall(r'<p class="pattern-about">\w', text)) == text.count("<section aria-labelledby")


def test_guide_has_one_address(client):
    assert page(client).request["PATH_INFO"] == "/stil/"
    assert client.get("/utveckling/monster/").status_code == 404


@pytest.mark.parametrize("selector", ["button", "tag", "notice", "card", "rows", "table", "facts", "file-list"])
def test_component_is_on_the_page(client, selector):
    assert re.search(rf'class="[^"]*\b{selector}\b', page(client).text)


def test_form_with_errors_takes_the_focus_and_links_to_the_fields(client):
    text = page(client, "form_with_errors").text

    assert re.search(r'<div class="error-summary"[^>]*\bautofocus\b', text)
    assert 'href="#id_organisation"' in text
    # The first of the choices, since a group of them cannot hold the focus.
    assert 'href="#id_visibility_0"' in text
    assert 'id="id_visibility_0"' in text


def test_field_with_an_error_is_described_by_its_hint_and_its_error(client):
    text = page(client, "form_with_errors").text
    control = re.search(r'<input[^>]*name="organisation"[^>]*>', text).group()

    assert 'aria-invalid="true"' in control
    described = re.search(r'aria-describedby="([^"]*)"', control).group(1).split()
    assert described == ["id_organisation_helptext", "id_organisation_error"]
    assert all(f'id="{name}"' in text for name in described)


def test_pages_set_no_cookie_and_vary_by_none(client):
    response = page(client)

    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"


def test_every_icon_is_in_the_sprite():
    names = set(re.findall(r'<symbol id="([a-z0-9-]+)"', (STATIC / "icons" / "sprite.svg").read_text()))
    used = {
        name
        for path in TEMPLATES.rglob("*.html")
        if "wagtailadmin_tags" not in path.read_text()
        for name in re.findall(r'\{% icon "([a-z0-9-]+)"', path.read_text())
    }

    assert used - names == set()


def test_first_visit_is_light():
    styles = b"".join((STATIC / "css" / name).read_bytes() for name in ("portal.css", "components.css"))
    fonts = sum(path.stat().st_size for path in (STATIC / "fonts").glob("*.woff2"))

    assert len(gzip.compress(styles)) < 30_000
    assert fonts < 50_000
