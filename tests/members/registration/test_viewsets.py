"""The coordinator's list of applications in Wagtail admin."""

import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from members.audit.models import Record
from tests.factories.registration import ApplicationFactory
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

    rows = list(csv.reader(io.StringIO(answer.getvalue().decode())))
    assert rows[1][1] == '\'=HYPERLINK("https://evil.example")'


def test_exported_workbook_starts_no_formula(client, world, login, forged):
    answer = shows_a_code(login(client, world.david)).get(reverse(LIST), {"export": "xlsx"})

    cell = load_workbook(io.BytesIO(answer.getvalue())).active["B2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("https://evil.example")', "s")


def test_application_to_a_finished_network_is_read_and_not_changed(client, world, login):
    application = ApplicationFactory(network=world.archive)
    login(client, world.david)
    answers = {name: client.get(reverse(f"{VIEWS}:{name}", args=[application.pk])) for name in ("inspect", "edit")}

    assert answers["inspect"].status_code == 200
    assert answers["edit"].status_code != 200
    client.post(reverse(f"{VIEWS}:edit", args=[application.pk]), {"contacted_date": "2026-11-01"})
    application.refresh_from_db()
    assert application.contacted_date is None
