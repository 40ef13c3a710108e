"""The list taken along: CSV and RIS, of the whole library and of a choice."""

import csv
import io

import pytest
from wagtail.models import PageViewRestriction

from casestudies.enums import CostBand, EvidenceStrength
from casestudies.views.downloads import cell
from tests.factories.casestudies import EnvironmentFactory, ExamplePageFactory, PreventionLevelFactory


@pytest.fixture
def examples(site):
    level = PreventionLevelFactory(name="Selektiv", name_en="Selective", slug="selektiv")
    return {
        "full": ExamplePageFactory(
            parent=site.examples,
            full=True,
            title="Samtal i skolan",
            levels=[level],
            environments=[EnvironmentFactory(name="Nätet"), EnvironmentFactory(name="Torget")],
        ),
        "bare": ExamplePageFactory(parent=site.examples, title="=HYPERLINK(1)", summary="Två\nrader"),
    }


def rows(response):
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_csv_holds_what_the_list_holds(client, examples):
    response = client.get("/goda-exempel/exempel.csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="exempel.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
    bare, full = rows(response)
    assert full == {
        "Titel": "Samtal i skolan",
        "Sammanfattning": "En kort sammanfattning.",
        "Organisation": "Lindåsa kommun",
        "Typ av organisation": "Kommun",
        "Storlek": "15 000–49 999 invånare",
        "Län": "Stockholms län",
        "Miljö": "Nätet, Torget",
        "Förebyggande nivå": "Selektiv",
        "Målgrupp": "",
        "Aktör": "",
        "Hur säkert är det?": str(EvidenceStrength.DESCRIBED.label),
        "Ungefärlig kostnad": str(CostBand.MEDIUM.label),
        "Kostnad": "300 000 kr om året",
        "Senast granskat": "2026-01-15",
        "Adress": "http://testserver/goda-exempel/samtal-i-skolan/",
    }
    assert (bare["Titel"], bare["Sammanfattning"]) == ("'=HYPERLINK(1)", "Två\nrader")


def test_files_hold_the_choice_alone(client, examples):
    assert [row["Titel"] for row in rows(client.get("/goda-exempel/exempel.csv?niva=selektiv"))] == ["Samtal i skolan"]
    assert [row["Titel"] for row in rows(client.get("/goda-exempel/exempel.csv?q=skolor"))] == ["Samtal i skolan"]
    assert rows(client.get("/goda-exempel/exempel.csv?lan=25")) == []
    assert client.get("/goda-exempel/exempel.ris?niva=selektiv").content.count(b"TY  - ELEC") == 1


def test_ris_refers_to_each_example(client, examples):
    response = client.get("/goda-exempel/exempel.ris?niva=selektiv")
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    year = str(examples["full"].last_published_at.year)
    lines = response.content.decode().split("\r\n")
    assert [line for line in lines if not line.startswith(("PY", "DA"))] == [
        "TY  - ELEC",
        "TI  - Samtal i skolan",
        "AU  - Lindåsa kommun,",
        "PB  - Nätverksportalen",
        "AB  - En kort sammanfattning.",
        "KW  - Nätet",
        "KW  - Torget",
        "KW  - Selektiv",
        "LA  - sv",
        "UR  - http://testserver/goda-exempel/samtal-i-skolan/",
        "ER  - ",
        "",
        "",
    ]
    assert f"PY  - {year}" in lines


def test_one_example_has_a_reference_of_its_own(client, examples, site):
    text = client.get("/goda-exempel/samtal-i-skolan.ris").content.decode()
    assert "TI  - Samtal i skolan\r\n" in text
    assert client.get("/goda-exempel/finns-inte.ris").status_code == 404
    assert client.get("/en/goda-exempel/samtal-i-skolan.ris").status_code == 404
    site.translate(examples["full"], title="Talks at school")
    assert "KW  - Selective" in client.get("/en/goda-exempel/samtal-i-skolan.ris").content.decode()


def test_line_breaks_forge_no_reference(client, site):
    ExamplePageFactory(parent=site.examples, summary="Rad\r\nER  - \r\nTY  - BOOK")
    assert b"AB  - Rad ER - TY - BOOK" in client.get("/goda-exempel/exempel.ris").content


def test_files_hold_no_draft_no_restricted_example_and_no_address(client, examples):
    examples["bare"].unpublish()
    PageViewRestriction.objects.create(page=examples["full"], restriction_type=PageViewRestriction.LOGIN)
    assert rows(client.get("/goda-exempel/exempel.csv")) == []
    assert client.get("/goda-exempel/exempel.ris").content == b""
    assert client.get("/goda-exempel/samtal-i-skolan.ris").status_code == 404


@pytest.mark.parametrize("address", ["exempel.csv", "exempel.ris", "samtal-i-skolan.ris", "atom.xml"])
def test_files_tell_no_address_of_a_person_and_change_nothing(client, examples, address):
    response = client.get(f"/goda-exempel/{address}")
    assert response.status_code == 200
    assert b"forebyggande@lindasa" not in response.content
    assert not response.cookies
    assert client.post(f"/goda-exempel/{address}").status_code == 405


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1"])
def test_cell_starts_no_formula(text):
    assert cell(text) == f"'{text}"


def test_file_costs_the_same_for_one_example_and_for_many(client, site, django_assert_max_num_queries):
    for _number in range(30):
        ExamplePageFactory(parent=site.examples, full=True)
    client.get("/goda-exempel/exempel.csv")
    with django_assert_max_num_queries(5):
        assert len(rows(client.get("/goda-exempel/exempel.csv"))) == 30
