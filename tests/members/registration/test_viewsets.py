"""The coordinator's list of applications in Wagtail admin."""

import codecs
import csv
import datetime
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from members.audit.models import Record
from members.registration.models import Application
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory
from tests.members.registration.test_invoicing import shows_a_code

pytestmark = pytest.mark.django_db

VIEWS = "wagtailsnippets_registration_application"
LIST = f"{VIEWS}:list"


@pytest.fixture
def forged(world):
    """An application from somebody who hopes that the coordinator opens the list in a spreadsheet."""
    return ApplicationFactory(network=world.network, organisation_name='=HYPERLINK("https://evil.example")')


def test_export_is_behind_a_code_and_recorded(client, world, login, forged):
    login(client, world.david)
    assert client.get(reverse(LIST), {"export": "csv"}).url.startswith(reverse("accounts:confirm"))
    shows_a_code(client).get(reverse(LIST), {"export": "csv"})
    assert Record.objects.filter(action="registration.export_application").count() == 1


def test_exported_csv_starts_no_formula(client, world, login, forged):
    answer = shows_a_code(login(client, world.david)).get(reverse(LIST), {"export": "csv"})

    content = answer.getvalue()
    assert content.startswith(codecs.BOM_UTF8)
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows[1][1] == '\'=HYPERLINK("https://evil.example")'


def test_exported_workbook_starts_no_formula(client, world, login, forged):
    answer = shows_a_code(login(client, world.david)).get(reverse(LIST), {"export": "xlsx"})

    cell = load_workbook(io.BytesIO(answer.getvalue())).active["B2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("https://evil.example")', "s")


def test_exported_columns_say_what_the_page_says(client, world, login):
    application = ApplicationFactory(
        network=world.network, state="conditional", assignee=world.david, buyer_reference="ZZ1234"
    )
    ApplicationPersonFactory(application=application, email="kajsa@x.example", phone="070-1")
    Application.objects.update(submitted_at=datetime.datetime(2026, 11, 30, 16, 17, tzinfo=datetime.UTC))
    shows_a_code(login(client, world.david))
    files = {shape: client.get(reverse(LIST), {"export": shape}).getvalue() for shape in ("csv", "xlsx")}

    [row] = csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig")))
    told = {"Läge": "Plats med villkor", "Inskickad": "2026-11-30 17:17", "Sen anmälan": "Nej"}
    told |= {"Kontaktpersoner": "Kajsa Kontakt, kajsa@x.example, 070-1", "Handläggs av": str(world.david)}
    told |= {"Nätverk": str(world.network), "Beställarreferens": "ZZ1234"}
    assert {name: row[name] for name in told} == told
    cells = [cell.value for cell in load_workbook(io.BytesIO(files["xlsx"])).active[2]]
    assert datetime.datetime(2026, 11, 30, 17, 17) in cells
    assert "Plats med villkor" in cells


def test_application_to_a_finished_network_is_read_and_not_changed(client, world, login):
    application = ApplicationFactory(network=world.archive)
    login(client, world.david)
    answers = {name: client.get(reverse(f"{VIEWS}:{name}", args=[application.pk])) for name in ("inspect", "edit")}

    assert answers["inspect"].status_code == 200
    assert answers["edit"].status_code != 200
    client.post(reverse(f"{VIEWS}:edit", args=[application.pk]), {"contacted_date": "2026-11-01"})
    application.refresh_from_db()
    assert application.contacted_date is None
