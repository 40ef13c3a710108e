"""An editor writes a good example, has it reviewed, and the reader finds it."""

import re

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents.models import Document
from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from casestudies.models import Environment, ExampleDocument, ExamplePage
from tests.factories.casestudies import EnvironmentFactory, ExamplePageFactory, PreventionLevelFactory
from tests.factories.home import public_site

TEXTS = (
    "need", "goal", "done", "logic", "lesson", "results", "not_working", "transferability", "ethics", "advice",
)  # fmt: skip


@pytest.fixture
def editor(client, world, site, login):
    """A browser in which eva the editor has logged in."""
    return login(client, world.eva)


def form(levels=(), **changes):
    required = {"need": "<p>Behov.</p>", "done": "<p>Gjort.</p>", "lesson": "<p>Lärdom.</p>"}
    fields = {
        "title": "Mötesplatsen vid ån",
        "slug": "motesplatsen",
        "summary": "En plats för alla.",
        **{name: rich_text(required.get(name, "")) for name in TEXTS},
        "organisation_name": "Norrviks kommun",
        "contact_role": "Samordnare",
        "contact_email": "samordnare@norrvik.example",
        "documents": inline_formset([]),
    }
    return nested_form_data(fields | changes) | {"levels": levels}


def test_example_goes_from_draft_through_preview_and_review_to_the_reader(editor, site):
    add = reverse("wagtailadmin_pages:add", args=["casestudies", "examplepage", site.examples.pk])
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["casestudies", "examplepage", site.examples.pk])
    level = PreventionLevelFactory(name="Universell", slug="universell")

    assert editor.post(preview, form(levels=[level.pk])).json()["is_valid"]
    html = editor.get(preview).content.decode()
    assert "Mötesplatsen vid ån" in html
    assert "Universell" in html

    editor.post(add, form(levels=[level.pk], **{"action-submit": "1"}))
    page = ExamplePage.objects.get()
    assert (page.live, page.current_workflow_state.workflow.name) == (False, "Granskning")
    assert page.title not in editor.get("/goda-exempel/").content.decode()

    task = page.current_workflow_state.current_task_state
    approve = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", task.pk])
    editor.post(approve, {"comment": "Bra."})
    page.refresh_from_db()
    assert page.live
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_APPROVED

    for address in ("/goda-exempel/?niva=universell", "/goda-exempel/atom.xml", "/sok/?q=mötesplatsen"):
        shown = re.sub("</?mark>", "", editor.get(address).content.decode())
        assert "Mötesplatsen vid ån" in shown, address


def test_example_without_what_is_required_is_not_published(editor, site):
    add = reverse("wagtailadmin_pages:add", args=["casestudies", "examplepage", site.examples.pk])
    response = editor.post(add, form(organisation_name="", contact_role="", **{"action-publish": "1"}))
    assert response.status_code == 200
    assert response.context["form"].errors.keys() == {"organisation_name", "contact_role"}


def test_example_carries_its_documents(client, site):
    page = ExamplePageFactory(parent=site.examples)
    document = Document.objects.create(title="Handboken", file=ContentFile(b"%PDF-", name="handbok.pdf"))
    ExampleDocument.objects.create(page=page, document=document)
    html = client.get(page.url).content.decode()
    assert document.url in html
    assert "PDF" in html


def test_editor_keeps_the_words(editor):
    add = reverse("wagtailsnippets_casestudies_environment:add")
    fields = {"name": "Ensamagerande", "name_en": "Lone actors", "slug": "ensamagerande", "sort_order": "3"}
    assert editor.post(add, fields).status_code == 302
    assert "Ensamagerande" in editor.get(reverse("wagtailsnippets_casestudies_environment:list")).content.decode()


def test_word_is_shown_in_the_language_of_the_page(db):
    from django.utils import translation

    word = EnvironmentFactory(name="Nätet", name_en="Online", explanation="Där.", explanation_en="There.")
    bare = EnvironmentFactory(name="Torget", name_en="", explanation="Här.", explanation_en="")
    assert (str(word), word.local_name, word.local_explanation) == ("Nätet", "Nätet", "Där.")
    with translation.override("en"):
        assert (word.local_name, word.local_explanation) == ("Online", "There.")
        assert (bare.local_name, bare.local_explanation) == ("Torget", "Här.")


def test_word_in_use_may_be_taken_away_without_the_example(client, db):
    site = public_site()
    word = EnvironmentFactory()
    page = ExamplePageFactory(parent=site.examples, environments=[word])
    Environment.objects.all().delete()
    assert client.get(page.url).status_code == 200
