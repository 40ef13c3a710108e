"""The invoice basis: differences, never rewrites; taken away behind a code, and recorded."""

import csv
import io
import time

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from openpyxl import load_workbook

from members.audit.models import Record
from members.registration import services
from members.registration.enums import ApplicationState
from members.registration.models import InvoiceLine
from tests.factories.registration import ApplicationFactory

pytestmark = pytest.mark.django_db
S = ApplicationState
PAGE = reverse("wagtailsnippets_registration_application:invoices")


def shows_a_code(client):
    """The person has just confirmed that it is them."""
    session = client.session
    session["confirmed_at"] = int(time.time())
    session.save()
    return client


@pytest.fixture
def application(world):
    return ApplicationFactory(
        network=world.network, participant_count=2, buyer_reference="=1+1", e_invoice_address="0007:2220000315"
    )


def lines():
    return list(InvoiceLine.objects.values_list("people", "price_per_person_ore"))


def change(application, world, **fields):
    application.refresh_from_db()
    opened = services.as_opened(application, fields)
    services.change(application=application, values=fields, opened=opened, by=world.david)


def test_confirmed_place_is_a_line_at_the_price_of_the_application(application, world):
    world.network.price_per_person_ore = 999_900
    world.network.save()
    services.move(application=application, to=S.CONDITIONAL, by=world.david)
    assert lines() == []
    services.move(application=application, to=S.ACCEPTED, by=world.david)

    assert lines() == [(2, 800_000)]
    assert InvoiceLine.objects.get().buyer_reference == "=1+1"


def test_later_changes_are_lines_of_their_own(application, world):
    step = services.move(application=application, to=S.ACCEPTED, by=world.david)
    change(application, world, participant_count=3, buyer_reference="ZZ9")
    change(application, world, participant_count=1)
    change(application, world, diary_number="KS 2026/1")

    assert lines() == [(2, 800_000), (1, 800_000), (-2, 800_000)]
    assert list(InvoiceLine.objects.values_list("buyer_reference", flat=True)) == ["=1+1", "ZZ9", "ZZ9"]
    with pytest.raises(services.NotAllowed):
        services.undo(step=services.undo(step=step, by=world.david), by=world.david)
    assert sum(people for people, _price in lines()) == 0


def test_line_is_never_changed(application, world):
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    line = InvoiceLine.objects.get()
    line.people = 9
    with pytest.raises(TypeError):
        line.save()
    with pytest.raises(IntegrityError, match="invoice_line_is_for_somebody"), transaction.atomic():
        InvoiceLine.objects.update(people=0)


@pytest.mark.parametrize("shape", ["csv", "xlsx"])
def test_file_starts_no_formula_is_marked_and_recorded(client, world, login, application, shape):
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    shows_a_code(login(client, world.david))
    assert "16" in client.get(PAGE).content.decode()
    sent = {"network": world.network.pk, "which": "new", "shape": shape}
    answers = [client.post(PAGE, sent) for _again in range(2)]

    assert InvoiceLine.objects.get().exported_at is not None
    assert Record.objects.filter(action="registration.export_invoiceline").count() == 2
    if shape == "csv":
        first, second = (list(csv.reader(io.StringIO(each.content.decode("utf-8-sig")))) for each in answers)
        assert first[1][3:9] == ["'=1+1", "", "0007:2220000315", "2", "8000", "16000"]
    else:
        first, second = (list(load_workbook(io.BytesIO(each.content)).active.rows) for each in answers)
        assert [(cell.value, cell.data_type) for cell in first[1][3:9:5]] == [("=1+1", "s"), (16000, "n")]
    assert (len(first), len(second)) == (2, 1)


def test_all_lines_keep_when_they_were_first_taken(application, world):
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    first = services.export_lines(network=world.network, by=world.david, is_new_only=True)
    again = services.export_lines(network=world.network, by=world.david, is_new_only=False)

    assert first[0].exported_at == again[0].exported_at


def test_basis_is_behind_a_code_and_shows_ones_own_network_alone(client, world, login, application):
    services.move(application=application, to=S.ACCEPTED, by=world.david)
    sent = {"network": world.network.pk, "which": "all", "shape": "csv"}
    login(client, world.david)
    assert client.get(PAGE).url.startswith(reverse("accounts:confirm"))
    assert client.post(PAGE, sent).url.startswith(reverse("accounts:confirm"))

    shows_a_code(login(client, world.henrik))
    page = client.get(PAGE)
    assert "Granbergs" not in page.content.decode()
    assert client.post(PAGE, sent)["Content-Type"].startswith("text/html")
