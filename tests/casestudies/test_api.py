"""The open data: what it gives, and above all what it does not."""

import json

import pytest
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from casestudies.models import ExampleDocument
from tests.factories.casestudies import ExamplePageFactory, PreventionLevelFactory
from tests.factories.home import NewsPageFactory, body

LIST = "/api/v1/exempel/"


@pytest.fixture
def examples(site):
    level = PreventionLevelFactory(name="Selektiv", name_en="Selective", slug="selektiv")
    return {
        "full": ExamplePageFactory(
            parent=site.examples, full=True, title="Samtal i skolan", levels=[level], logic_need="Oro\n\nTystnad"
        ),
        "bare": ExamplePageFactory(parent=site.examples, title="Fritidsgården"),
    }


def titles(client, query=""):
    response = client.get(LIST + query)
    assert response.status_code == 200, response.content
    return [item["title"] for item in response.json()["items"]]


def test_list_gives_the_newest_first_without_long_texts(client, examples):
    response = client.get(LIST)
    assert response["Content-Type"] == "application/json"
    data = response.json()
    assert data["meta"] == {"total_count": 2}
    assert [item["title"] for item in data["items"]] == ["Fritidsgården", "Samtal i skolan"]
    full = data["items"][1]
    assert full["levels"] == [{"value": "selektiv", "label": "Selektiv"}]
    assert full["county"] == {"value": "01", "label": "Stockholms län"}
    assert full["cost_band"]["value"] == "medium"
    assert full["url"] == "http://testserver/goda-exempel/samtal-i-skolan/"
    assert "texts" not in full
    assert data["items"][0]["county"] is None


def test_one_example_has_its_texts_and_documents(client, examples):
    document = Document.objects.create(title="Handboken", file="documents/handbok.pdf", file_size=1234)
    ExampleDocument.objects.create(page=examples["full"], document=document)
    data = client.get(f"{LIST}{examples['full'].pk}/").json()
    assert data["texts"]["need"] == "Behovet."
    assert data["logic_model"]["need"] == ["Oro", "Tystnad"]
    assert data["documents"] == [{"title": "Handboken", "url": f"http://testserver{document.url}", "bytes": 1234}]


def test_list_is_filtered_as_the_library_is(client, examples):
    assert titles(client, "?niva=selektiv") == ["Samtal i skolan"]
    assert titles(client, "?niva=selektiv&niva=annan&lan=01") == ["Samtal i skolan"]
    assert titles(client, "?niva=selektiv&lan=25") == []
    assert titles(client, "?q=skolor") == ["Samtal i skolan"]


def test_list_comes_in_parts(client, examples):
    assert titles(client, "?limit=1") == ["Fritidsgården"]
    assert titles(client, "?limit=1&offset=1") == ["Samtal i skolan"]
    assert client.get(f"{LIST}?limit=1&offset=1").json()["meta"] == {"total_count": 2}


def test_language_is_asked_for(client, examples, site):
    site.translate(examples["full"], title="Talks at school")
    assert titles(client, "?sprak=en") == ["Talks at school"]
    item = client.get(f"{LIST}?sprak=en").json()["items"][0]
    assert (item["language"], item["levels"]) == ("en", [{"value": "selektiv", "label": "Selective"}])


@pytest.mark.parametrize(
    "query",
    [
        "?limit=21", "?limit=x", "?limit=-1", "?offset=-1", "?offset=9999999999", "?sprak=de", "?q=x", "?okand=1",
        "?fields=*", "?fields=contact_email", "?order=contact_email", "?contact_email=a", "?type=home.NewsPage",
        "?child_of=1", "?search=x", "?site=x", "?locale=sv",
    ],
)  # fmt: skip
def test_question_that_the_schema_does_not_know_is_refused(client, examples, query):
    response = client.get(LIST + query)
    assert response.status_code == 400
    assert set(response.json()) == {"message"}


def test_drafts_restricted_examples_and_other_pages_never_leave(client, examples, site):
    news = NewsPageFactory(parent=site.news, title="Nyhet", body=body())
    draft = ExamplePageFactory(parent=site.examples, title="Utkast", live=False)
    examples["bare"].unpublish()
    PageViewRestriction.objects.create(page=examples["full"], restriction_type=PageViewRestriction.LOGIN)
    assert titles(client) == []
    hidden = (news, draft, examples["bare"], examples["full"], site.examples)
    for page in hidden:
        response = client.get(f"{LIST}{page.pk}/")
        assert (response.status_code, response.json()) == (404, {"message": "not found"})


def test_unpublished_changes_never_leave(client, examples):
    examples["full"].title = "Hemlig ny titel"
    examples["full"].save_revision()
    assert "Hemlig" not in client.get(LIST).content.decode()
    assert client.get(f"{LIST}{examples['full'].pk}/").json()["title"] == "Samtal i skolan"


def test_no_address_or_number_of_a_person_leaves(client, examples):
    for address in (LIST, f"{LIST}{examples['full'].pk}/"):
        text = client.get(address).content.decode()
        assert "forebyggande@lindasa" not in text
        assert "0123-456" not in text
        assert "Samordnare för förebyggande arbete" in text


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client, examples, method):
    for address in (LIST, f"{LIST}{examples['full'].pk}/"):
        assert getattr(client, method)(address).status_code == 405


@pytest.mark.parametrize("address", ["find/", "find/?html_path=/", "0/", "x/", "../pages/", "../../pages/"])
def test_no_other_address_answers(client, examples, address):
    assert client.get(LIST + address).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        LIST, "/api/v1/openapi.json", "/api/", "/goda-exempel/sa-laser-du-exemplen/", "/goda-exempel/exempel.csv",
        "/goda-exempel/exempel.ris", "/goda-exempel/samtal-i-skolan.ris", "/goda-exempel/atom.xml",
    ],
)  # fmt: skip
def test_answers_are_the_same_for_everybody_and_may_be_kept(client, examples, address):
    for _time in range(2):
        response = client.get(address)
        assert response.status_code == 200
        assert response["Cache-Control"].startswith("public, ")
        assert response["ETag"]
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert response.get("Access-Control-Allow-Origin") == ("*" if address.startswith("/api/v1/") else None)


def test_kept_list_is_no_answer_to_another_question(client, examples):
    assert len(titles(client)) == 2
    assert titles(client, "?limit=1") == ["Fritidsgården"]
    assert client.get(f"{LIST}?okand=1").status_code == 400
    examples["bare"].unpublish()
    assert titles(client) == ["Samtal i skolan"]


def test_schema_describes_every_field_that_is_given(client, examples):
    schema = client.get("/api/v1/openapi.json").json()
    described = schema["components"]["schemas"]
    whole = client.get(f"{LIST}{examples['full'].pk}/").json()
    listed = client.get(LIST).json()["items"][0]
    assert set(described["Example"]["properties"]) == set(listed)
    more = described["WholeExample"]["allOf"][1]["properties"]
    assert set(described["Example"]["properties"]) | set(more) == set(whole)
    assert set(more["texts"]["properties"]) == set(whole["texts"])
    names = {parameter["name"] for parameter in schema["paths"]["/exempel/"]["get"]["parameters"]}
    assert {"sprak", "q", "limit", "offset", "niva", "kostnad", "lan"} <= names
    assert json.dumps(schema)


def test_page_explains_the_open_data(client, site):
    html = client.get("/api/").content.decode()
    assert "http://testserver/api/v1/exempel/" in html
    assert "<code>kostnad</code>" in html
    assert "<code>within</code>" in html
    assert client.get("/en/api/").status_code == 200


def test_list_costs_the_same_for_one_example_and_for_many(client, site, django_assert_max_num_queries):
    for _number in range(20):
        ExamplePageFactory(parent=site.examples, full=True)
    client.get(LIST)
    with django_assert_max_num_queries(5):
        assert len(client.get(LIST).json()["items"]) == 20


def test_id_that_no_database_counts_to_is_not_found(client, examples):
    assert client.get(f"{LIST}{10**30}/").status_code == 404
