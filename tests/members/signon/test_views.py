"""Making a passkey, and coming in with it."""

import time

import pytest
import time_machine
from django.urls import reverse

from members.accounts.models import FactorReset, FailedTries, RecoveryCode, User
from members.accounts.services import record_failed_tries, vouch
from members.audit.models import Record
from members.signon.models import Passkey
from portal.core.models import OutboxMessage
from portal.core.personal_data import rows_of
from tests.factories.accounts import PASSWORD, TotpDeviceFactory
from tests.members.signon.authenticator import Authenticator
from tests.members.signon.conftest import asked, make, show

LATER = 16 * 60


def test_first_factor_may_be_a_passkey(klara_in, klara, authenticator):
    page = klara_in.get(reverse("signon:passkeys"))
    before = klara_in.session.session_key
    answer = make(klara_in, authenticator, " Min telefon ")
    assert page.status_code == 200
    assert answer.json() == {"url": reverse("accounts:recovery_codes")}
    assert klara.passkey_set.get().name == "Min telefon"
    assert klara_in.session.session_key != before
    assert klara.has_second_factor
    assert RecoveryCode.objects.filter(device__user=klara).count() == 10
    assert klara_in.get(reverse("accounts:recovery_codes")).status_code == 200
    actions = Record.objects.filter(action__in=["accounts.add_factor", "accounts.log_in"]).values_list(
        "action", flat=True
    )
    assert sorted(actions) == ["accounts.add_factor", "accounts.log_in"]


def test_one_more_is_told_by_mail(inside, amina, authenticator):
    answer = make(inside, authenticator, "Jobbdatorn")
    assert answer.json() == {"url": reverse("accounts:account")}
    assert "Jobbdatorn" in inside.get(reverse("accounts:account")).content.decode()
    assert OutboxMessage.objects.filter(to=amina.email).count() == 1


def test_one_more_is_made_after_a_fresh_code_alone(inside, authenticator):
    with time_machine.travel(time.time() + LATER):
        page = inside.get(reverse("signon:passkeys"))
        begun, finished = asked(inside, "begin_passkey"), asked(inside, "finish_passkey")
    assert page["Location"] == f"{reverse('accounts:confirm')}?next={reverse('signon:passkeys').replace('/', '%2F')}"
    assert begun.status_code == finished.status_code == 403
    assert begun.json() == {"url": page["Location"]}
    assert not Passkey.objects.exists()


def test_password_alone_adds_no_passkey_to_an_app(half_in, authenticator):
    assert half_in.get(reverse("signon:passkeys"))["Location"].startswith(reverse("accounts:second_factor"))
    assert asked(half_in, "begin_passkey").status_code == 403


def test_passkey_is_both_factors(client, passkey, authenticator):
    options = asked(client, "begin_login").json()
    assert options["userVerification"] == "required"
    assert "allowCredentials" not in options or options["allowCredentials"] == []
    before = client.session.session_key
    address = f"{reverse('signon:finish_login')}?next=/konto/"
    answer = client.post(address, authenticator.show(options), content_type="application/json")
    assert answer.json() == {"url": "/konto/"}
    assert client.session.session_key != before
    assert client.get("/konto/").status_code == 200
    assert Record.objects.filter(action="accounts.log_in").count() == 2
    passkey.refresh_from_db()
    assert passkey.last_used_at is not None


def test_passkey_shows_that_nothing_was_lost(client, klara, amina, passkey, authenticator):
    vouch(person=klara, by=amina, tell=[])
    show(client, authenticator)
    assert FactorReset.objects.get(user=klara).ended_at is not None


def test_nobody_is_sent_to_another_site(client, passkey, authenticator):
    options = asked(client, "begin_login").json()
    address = f"{reverse('signon:finish_login')}?next=https://elsewhere.example/"
    answer = client.post(address, authenticator.show(options), content_type="application/json")
    assert answer.json() == {"url": reverse("accounts:account")}


def test_passkey_stands_in_for_the_code_after_the_password(client, klara, passkey, authenticator):
    client.post(reverse("accounts:login"), {"username": klara.email, "password": PASSWORD})
    page = client.get(reverse("accounts:second_factor")).content.decode()
    assert "Använd en passkey i stället" in page
    assert len(asked(client, "begin_login").json()["allowCredentials"]) == 1
    assert show(client, authenticator).status_code == 200
    assert client.get(reverse("accounts:account")).status_code == 200


def test_passkey_says_that_it_is_still_you(client, passkey, authenticator):
    show(client, authenticator)
    with time_machine.travel(time.time() + LATER):
        assert client.get(reverse("accounts:change_password")).status_code == 302
        show(client, authenticator)
        assert client.get(reverse("accounts:change_password")).status_code == 200
    assert Record.objects.filter(action="accounts.log_in").count() == 2


def test_answer_counts_once(client, passkey, authenticator):
    options = asked(client, "begin_login").json()
    answer = authenticator.show(options)
    assert asked(client, "finish_login", answer).status_code == 200
    client.post(reverse("accounts:log_out"))
    again = asked(client, "finish_login", answer)
    assert (again.status_code, again.json()) == (
        400,
        {"error": "Det gick inte. Försök igen, eller välj ett annat sätt."},
    )


def test_challenge_grows_old(client, passkey, authenticator):
    options = asked(client, "begin_login").json()
    with time_machine.travel(time.time() + 61 * 60):
        assert asked(client, "finish_login", authenticator.show(options)).status_code == 400


def test_closed_account_stays_closed(client, klara, passkey, authenticator):
    User.objects.filter(pk=klara.pk).update(is_active=False)
    assert show(client, authenticator).status_code == 400
    assert "_auth_user_id" not in client.session


def test_unknown_key_is_told_from_nothing(client, passkey):
    stranger = show(client, Authenticator())
    forged = Authenticator()
    forged.id = bytes(passkey.credential_id)
    assert show(client, forged).json() == stranger.json()
    assert stranger.status_code == 400


def test_key_of_somebody_else_is_no_second_factor(half_in, authenticator, django_user_model):
    """Amina's browser stands before the code; a passkey of another person opens nothing there."""
    other = django_user_model.objects.create_user("other@norrvik.example", PASSWORD, name="Annan")
    browser = type(half_in)()
    browser.post(reverse("accounts:login"), {"username": other.email, "password": PASSWORD})
    make(browser, authenticator)
    assert show(half_in, authenticator).status_code == 400
    assert half_in.get(reverse("accounts:account")).status_code == 302


@pytest.mark.parametrize(
    "device", [Authenticator("http://elsewhere.example"), Authenticator(asks=False)], ids=["another site", "no finger"]
)
def test_passkey_is_made_here_and_by_whoever_holds_it(klara_in, device):
    assert make(klara_in, device).status_code == 400
    assert not Passkey.objects.exists()


def test_same_key_is_kept_once(inside, authenticator):
    make(inside, authenticator)
    assert make(inside, authenticator).status_code == 400
    assert Passkey.objects.count() == 1


@pytest.mark.parametrize("body", ["", "[]", "{", '{"id": 1}', '{"id": "a", "rawId": "a", "type": "x", "response": 1}'])
def test_noise_is_refused(client, klara_in, body):
    for name in ("login", "passkey"):
        asked(client, f"begin_{name}")
        answer = client.post(reverse(f"signon:finish_{name}"), body, content_type="application/json")
        assert answer.status_code == 400


def test_passkey_is_removed_like_any_factor_and_takes_its_sessions_along(client, klara, passkey, authenticator):
    TotpDeviceFactory(user=klara)
    show(client, authenticator)
    client.post(reverse("accounts:remove_factor", kwargs={"kind": "passkey", "pk": passkey.pk}))
    assert not Passkey.objects.exists()
    assert client.get(reverse("accounts:account"))["Location"].startswith(reverse("accounts:second_factor"))


def test_export_tells_of_the_passkey_and_not_of_its_keys(klara, passkey):
    rows = rows_of(Passkey.objects.filter(pk=passkey.pk))
    assert rows[0]["name"] == "Min telefon"
    assert not {"credential_id", "credential_id_sha256", "public_key"} & set(rows[0])


def counted():
    """What the record tells of failed logins when the quarter of an hour is over."""
    with time_machine.travel(time.time() + LATER):
        record_failed_tries()
    rows = Record.objects.filter(action="accounts.fail_log_in").order_by("pk")
    return [(row.object_id, row.fields) for row in rows]


def test_passkeys_that_open_nothing_are_recorded_as_counts(client, klara, passkey):
    forged = Authenticator()
    forged.id = bytes(passkey.credential_id)
    for key in (forged, forged, Authenticator()):
        assert show(client, key).status_code == 400
    assert sorted(counted()) == [("", ["passkey", "1"]), (str(klara.pk), ["passkey", "2"])]
    assert not FailedTries.objects.exists()


def test_passkey_refused_in_place_of_the_code_is_recorded_of_whose_browser_it_is(half_in, amina):
    assert show(half_in, Authenticator()).status_code == 400
    assert counted() == [(str(amina.pk), ["passkey", "1"])]


def test_passkey_that_could_not_be_made_is_recorded(klara_in, klara):
    assert make(klara_in, Authenticator(asks=False)).status_code == 400
    assert counted() == [(str(klara.pk), ["new_passkey", "1"])]


def test_passkey_that_opens_is_no_failure(client, passkey, authenticator):
    assert show(client, authenticator).status_code == 200
    assert counted() == []
