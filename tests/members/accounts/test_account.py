"""One's own details, password and second factors."""

import time

import pytest
import time_machine
from django.urls import reverse

from members.accounts import emails, services
from members.accounts.models import User
from members.audit.models import Record
from tests.factories.accounts import PASSWORD
from tests.members.accounts.conftest import code_of, wrong_code_of

ACCOUNT, CHANGE, CONFIRM = (reverse(f"accounts:{name}") for name in ("account", "change_password", "confirm"))
AUDIENCES = {f"{field}_audience": "network" for field in ("name", "email", "title", "phone", "topics")}
DETAILS = {"name": "Amina Yusuf Ek", "title": "Strateg", "phone": "08-1", "language": "en", **AUDIENCES}
NEW = "en helt ny mening 2026"


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_account_shows_what_one_logs_in_with(inside, amina, codes):
    page = inside.get(ACCOUNT).content.decode()
    assert amina.email in page
    assert "<strong>Telefonen</strong>" in page
    assert "Användes senast" in page
    assert "Du har 2 återställningskoder kvar" in page
    assert "/ta-bort/" not in page


def test_account_warns_of_few_codes_only(inside, amina):
    assert "Du har 0 återställningskoder kvar" in inside.get(ACCOUNT).content.decode()
    services.make_recovery_codes(by=amina)
    page = inside.get(ACCOUNT).content.decode()
    assert "Du har 10 återställningskoder kvar." in page
    assert "innan de tar slut" not in page


def test_details_are_saved_and_recorded_by_name_only(inside, amina):
    answer = inside.post(ACCOUNT, DETAILS, follow=True)
    assert "Dina uppgifter är sparade." in answer.content.decode()
    amina.refresh_from_db()
    assert {name: getattr(amina, name) for name in DETAILS} == DETAILS
    record = Record.objects.get(action="accounts.change_details")
    assert sorted(record.fields) == ["language", "name", "phone", "title"]


def test_saving_nothing_new_records_nothing(inside, amina):
    inside.post(ACCOUNT, {"name": amina.name, "title": "", "phone": "", "language": "sv", **AUDIENCES})
    assert not Record.objects.filter(action="accounts.change_details").exists()


def test_name_is_needed(inside, amina):
    page = inside.post(ACCOUNT, {**DETAILS, "name": ""}).content.decode()
    assert "Det här behöver rättas" in page
    assert "Inloggad som </span>Amina" in page


@pytest.mark.parametrize("field", ["email", "is_superuser", "is_active", "password"])
def test_form_takes_nothing_else(inside, amina, field):
    before = getattr(User.objects.get(pk=amina.pk), field)
    inside.post(ACCOUNT, {**DETAILS, field: "1"})
    assert getattr(User.objects.get(pk=amina.pk), field) == before


def test_account_costs_few_questions(inside, django_assert_num_queries):
    with django_assert_num_queries(9):  # session, person, app; the form's copy, apps, codes; memberships
        inside.get(ACCOUNT)


# Password


def test_password_is_changed_with_the_old_one(inside, amina, commits, mailoutbox):
    key = inside.session.session_key
    with commits():
        answer = inside.post(CHANGE, {"current": PASSWORD, "password": NEW}, follow=True)
    assert "Lösenordet är bytt." in answer.content.decode()
    amina.refresh_from_db()
    assert amina.check_password(NEW)
    assert inside.session.session_key != key
    assert len(mailoutbox) == 1


def test_other_sessions_end_with_the_old_password(inside, amina, login):
    from django.test import Client

    elsewhere = login(Client(), amina)
    inside.post(CHANGE, {"current": PASSWORD, "password": NEW})
    assert elsewhere.get(ACCOUNT).status_code == 302
    assert inside.get(ACCOUNT).status_code == 200


def test_wrong_old_password_changes_nothing_and_counts_as_a_guess(inside, amina):
    for _number in range(10):
        answer = inside.post(CHANGE, {"current": "fel", "password": NEW})
    assert answer.status_code == 429
    assert "Lösenordet stämmer inte." in answer.content.decode()
    assert inside.post(CHANGE, {"current": PASSWORD, "password": NEW}).status_code == 429
    amina.refresh_from_db()
    assert amina.check_password(PASSWORD)


def test_password_page_needs_a_fresh_code(inside):
    assert inside.get(CHANGE).status_code == 200
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.get(CHANGE)["Location"] == f"{CONFIRM}?next=%2Fkonto%2Flosenord%2F"


# Showing that it is still me


def test_fresh_code_leads_back_under_a_new_key(inside, device):
    key = inside.session.session_key
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.get(CONFIRM, {"next": CHANGE}).status_code == 200
        assert "Koden stämmer inte." in inside.post(CONFIRM, {"code": wrong_code_of(device)}).content.decode()
    with time_machine.travel(time.time() + 17 * 60):
        assert inside.post(CONFIRM, {"code": code_of(device), "next": CHANGE})["Location"] == CHANGE
        assert inside.get(CHANGE).status_code == 200
    assert inside.session.session_key != key


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("what", ["added", "renamed", "removed", "codes", "used_code"])
def test_owner_is_told_of_each_change(amina, device, commits, mailoutbox, what, language):
    amina.language = language
    with commits():
        emails.factor_changed(user=amina, what=what, device=device)
    assert mailoutbox[0].to == [amina.email]
    assert amina.name in mailoutbox[0].body


@pytest.mark.parametrize("language", ["sv", "en"])
def test_owner_is_told_of_a_changed_password(amina, commits, mailoutbox, language):
    amina.language = language
    with commits():
        emails.password_changed(user=amina)
    assert mailoutbox[0].to == [amina.email]
