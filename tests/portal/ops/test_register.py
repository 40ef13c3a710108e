"""The official list in the register of organisations."""

import io

import pytest
from django.core.management import call_command

from members.organisations.models import Organisation
from portal.ops import register


def load():
    printed = io.StringIO()
    call_command("register", stdout=printed)
    return printed.getvalue()


def test_list_has_every_municipality_and_region_once():
    rows = register.rows()
    codes = {row["code"] for row in rows if row["kind"] == "municipality"}
    assert len(codes) == 290
    assert len([row for row in rows if row["kind"] == "region"]) == 20
    assert [row["name"] for row in rows if row["code"] == register.GOTLAND] == ["Region Gotland"]
    assert len(rows) == 310


def test_codes_are_text_with_their_leading_zeros():
    rows = register.rows()
    assert all(len(row["code"]) == (4 if row["kind"] == "municipality" else 2) for row in rows)
    assert {row["county_code"] for row in rows} == set(register.counties())
    assert all(row["code"].startswith(row["county_code"]) for row in rows)


@pytest.mark.django_db
def test_register_is_loaded_once():
    assert "310 added, 0 corrected" in load()
    assert "0 added, 0 corrected" in load()
    assert Organisation.objects.in_register().count() == 310


@pytest.mark.django_db
def test_register_puts_a_changed_name_right():
    load()
    Organisation.objects.filter(code="2080").update(name="Faluns kommun")
    assert "0 added, 1 corrected" in load()
    assert Organisation.objects.get(code="2080").name == "Falu kommun"
