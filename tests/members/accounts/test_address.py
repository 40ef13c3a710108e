"""A new e-mail address: approved where it led before, confirmed where it leads, and undone from where it led."""

import datetime
import re
import time

import pytest
import time_machine
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from members.accounts import emails
from members.accounts.models import Session
from members.audit.models import Record
from tests.factories.accounts import PASSWORD, UserFactory

CHANGE = reverse("accounts:change_email")
NEW = "amina.ny@lindasa.example"


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def request_change(inside, commits):
    """Ask for an address; gives the answer."""

    def asked(email=NEW):
        with commits():
            return inside.post(CHANGE, {"email": email}, follow=True)

    return asked


@pytest.fixture
def ask(request_change, commits, mailoutbox):
    """Ask for an address and approve it from the old one, whose mail is then taken away; gives the last page."""

    def asked(email=NEW):
        request_change(email)
        with commits():
            return Client().post(link_in(mailoutbox.pop()))

    return asked


def link_in(mail):
    return re.search(r"http://testserver(/\S+)", mail.body).group(1)


@pytest.fixture
def changed(ask, amina, commits, mailoutbox):
    """Amina's address after both steps; gives the link that undoes it."""
    ask()
    with commits():
        assert "Adressen är bytt" in Client().post(link_in(mailoutbox[-1])).content.decode()
    amina.refresh_from_db()
    return link_in(mailoutbox[-1])


def test_old_address_is_asked_first(request_change, amina, commits, mailoutbox):
    assert "bytet börjar med länken där" in request_change("Amina.Ny@lindasa.example").content.decode()
    assert [mail.to for mail in mailoutbox] == [["amina@lindasa.example"]]
    page = Client().get(link_in(mailoutbox[0]))
    assert NEW in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    assert len(mailoutbox) == 1
    for _time in range(2):
        with commits():
            assert "Bytet är godkänt" in Client().post(link_in(mailoutbox[0])).content.decode()
    assert [mail.to for mail in mailoutbox] == [["amina@lindasa.example"], [NEW]]
    assert Record.objects.filter(action="accounts.approve_email").first().actor_id == str(amina.pk)


def test_link_of_one_end_opens_nothing_at_the_other(request_change, ask, amina, mailoutbox):
    request_change()
    approving = link_in(mailoutbox.pop())
    assert Client().post(approving.replace("godkann", "bekrafta")).status_code == 410
    ask()
    assert Client().post(link_in(mailoutbox[0]).replace("bekrafta", "godkann")).status_code == 410
    amina.refresh_from_db()
    assert amina.email == "amina@lindasa.example"


def test_nothing_changes_until_the_link_is_used(ask, amina, mailoutbox):
    ask("Amina.Ny@lindasa.example")
    assert [mail.to for mail in mailoutbox] == [[NEW]]
    page = Client().get(link_in(mailoutbox[0]))
    assert NEW in page.content.decode()
    assert page["Referrer-Policy"] == "same-origin"
    amina.refresh_from_db()
    assert amina.email == "amina@lindasa.example"


def test_link_changes_the_address_and_tells_the_old_one(changed, amina, client, mailoutbox):
    assert amina.email == NEW
    assert [mail.to for mail in mailoutbox] == [[NEW], ["amina@lindasa.example"]]
    client.post(reverse("accounts:login"), {"username": NEW, "password": PASSWORD})
    assert SESSION_KEY in client.session
    record = Record.objects.get(action="accounts.change_email")
    assert (record.object_id, record.fields) == (str(amina.pk), ["email"])


def test_link_says_nothing_readable_and_works_once(ask, commits, mailoutbox):
    ask()
    link = link_in(mailoutbox[0])
    assert "amina" not in link
    assert Client().post(link).status_code == 200
    assert Client().post(link).status_code == 410


def test_link_holds_for_four_hours(ask, mailoutbox):
    ask()
    with time_machine.travel(time.time() + 4 * 3600 + 5):
        assert Client().get(link_in(mailoutbox[0])).status_code == 410


def test_link_of_before_a_new_password_is_void(ask, amina, mailoutbox):
    ask()
    amina.set_password("en helt ny mening 2026")
    amina.save()
    assert Client().post(link_in(mailoutbox[0])).status_code == 410


def test_answer_is_the_same_for_an_address_that_somebody_has(ask, amina, klara, mailoutbox):
    free = ask().content.decode()
    taken = ask(klara.email).content.decode()
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"|gAAAA[\w%=-]+')
    assert token.sub("", free) == token.sub("", taken)
    assert [mail.to for mail in mailoutbox] == [[NEW], [klara.email]]
    assert "http" not in mailoutbox[1].body


def test_address_that_was_taken_meanwhile_is_refused(ask, amina, mailoutbox):
    ask()
    UserFactory(email=NEW)
    assert Client().post(link_in(mailoutbox[0])).status_code == 410


def test_way_back_shuts_out_whoever_changed_it(changed, inside, amina, klara):
    assert "amina@lindasa.example" in Client().get(changed).content.decode()
    assert "Kontot är ditt igen" in Client().post(changed).content.decode()
    amina.refresh_from_db()
    assert amina.email == "amina@lindasa.example"
    assert not amina.check_password(PASSWORD)
    assert not Session.objects.filter(user=amina).exists()
    assert inside.get(reverse("accounts:account")).status_code == 302
    assert Client().post(changed).status_code == 410


def test_way_back_holds_after_yet_another_change(changed, amina):
    """Else a thief would change it twice."""
    amina.email = "tredje@lindasa.example"
    amina.save()
    assert Client().post(changed).status_code == 200
    amina.refresh_from_db()
    assert amina.email == "amina@lindasa.example"


def test_way_back_ends_after_seven_days(changed):
    with time_machine.travel(timezone.now() + datetime.timedelta(days=7, minutes=1)):
        assert Client().get(changed).status_code == 410


def test_same_address_is_no_change(request_change, amina, mailoutbox):
    assert "Det är den adress du har nu." in request_change(amina.email).content.decode()
    assert mailoutbox == []


def test_sixth_address_within_the_hour_is_refused(request_change, mailoutbox):
    for number in range(5):
        request_change(f"amina{number}@lindasa.example")
    assert "Vänta en timme" in request_change().content.decode()
    assert len(mailoutbox) == 5


def test_fresh_code_is_asked_for(inside):
    with time_machine.travel(time.time() + 16 * 60):
        assert inside.get(CHANGE)["Location"].startswith(reverse("accounts:confirm"))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_mails_are_in_the_persons_language(amina, commits, mailoutbox, language):
    amina.language = language
    with commits():
        emails.approve_email(user=amina, email=NEW, token="x")
        emails.confirm_email(user=amina, email=NEW, token="x")
        emails.email_changed(user=amina, old=amina.email, token="x")
        emails.email_is_taken(user=amina)
    prefix = "/en" if language == "en" else ""
    assert [f"http://testserver{prefix}/konto/e-post/" in mail.body for mail in mailoutbox] == [True, True, True, False]
