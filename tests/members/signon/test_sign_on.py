"""In by way of the organisation: who comes in, who is asked for a code, and who stays outside."""

import re

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from members.accounts.models import Session
from members.audit.models import Record
from members.organisations.services import end_membership
from members.signon import services
from members.signon.models import Identity
from tests.factories.organisations import MembershipFactory
from tests.factories.signon import IdentityFactory, ProviderFactory
from tests.members.accounts.conftest import code_of
from tests.members.signon.journey import came_back, reason_of, set_out, whole_way

LIST = reverse("signon:organisations")
LOGIN = reverse("accounts:login")


def test_off_by_default_and_offered_when_a_provider_is_on(client, world):
    assert LIST not in client.get(LOGIN).content.decode()
    assert "Ingen organisation loggar in så ännu" in client.get(LIST).content.decode()
    ProviderFactory(organisation=world.lindasa)
    assert LIST in client.get(LOGIN).content.decode()
    page = client.get(LIST, {"next": "/deltagare/forum/"}).content.decode()
    assert "Lindåsa kommun" in page
    assert "?next=/deltagare/forum/" in page


def vouching(provider):
    """The provider says that two factors were shown, and that is enough."""
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    return provider


def test_what_the_provider_is_asked(client, provider, local):
    address = set_out(client, provider)
    local.authorize(address)
    [asked] = local.asked
    assert address.startswith(f"{local.issuer}/authorize?")
    assert asked["redirect_uri"] == f"http://testserver/logga-in/organisation/{provider.pk}/klar/"
    assert asked["client_id"] == "portalen"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 43
    assert "hemlighet" not in address


def test_person_is_asked_for_the_code_and_then_in(client, world, provider, identity):
    answer = whole_way(client, provider, next_path="/deltagare/forum/")
    assert answer["Location"] == f"{reverse('accounts:second_factor')}?next=%2Fdeltagare%2Fforum%2F"
    assert client.get("/deltagare/")["Location"].startswith(reverse("accounts:second_factor"))
    code = code_of(world.bo.totp_devices.get())
    answer = client.post(answer["Location"], {"code": code, "next": "/deltagare/forum/"})
    assert answer["Location"] == "/deltagare/forum/"
    assert client.get("/deltagare/forum/").status_code == 200
    identity.refresh_from_db()
    assert identity.last_used_at is not None
    record = Record.objects.get(action="signon.sign_on")
    assert (record.actor_id, record.fields) == (str(world.bo.pk), [])


@pytest.mark.parametrize(
    ("changed", "is_vouched"),
    [
        ({"acr": "urn:exempel:tva-steg"}, True),
        ({"amr": ["pwd", "mfa"]}, True),
        ({"acr": "urn:exempel:ett-steg", "amr": ["pwd"]}, False),
        ({"amr": "mfa"}, False),
        ({"amr": [["mfa"]], "acr": ["urn:exempel:tva-steg"]}, False),
        ({"acr": ""}, False),
        ({}, False),
    ],
)
def test_provider_vouches_as_the_administrator_has_said(client, local, provider, identity, changed, is_vouched):
    provider.vouching_acr, provider.vouching_amr = "urn:exempel:tva-steg", "mfa"
    provider.save()
    local.changed = changed
    whole_way(client, provider, next_path="/deltagare/forum/")
    assert local.asked[0]["acr_values"] == "urn:exempel:tva-steg"
    assert (client.get("/deltagare/forum/").status_code == 200) == is_vouched
    if is_vouched:  # the organisation may have asked nothing today: what one logs in with asks for a code
        assert client.get(reverse("accounts:change_password"))["Location"].startswith(reverse("accounts:confirm"))
        assert Record.objects.filter(action="accounts.log_in").count() == 1
        assert Record.objects.get(action="signon.sign_on").fields == ["second_factor"]


def test_organisation_vouches_for_nobody_with_a_role_elsewhere(client, world, local, provider, identity):
    provider.vouching_amr = "mfa"
    provider.save()
    MembershipFactory(user=world.bo, organisation=world.norrvik, network=world.other)
    local.changed = {"amr": ["mfa"]}
    assert whole_way(client, provider)["Location"].startswith(reverse("accounts:second_factor"))


def test_session_is_renewed_and_holds_nothing_of_the_journey(client, provider, identity):
    client.get(LIST)
    address = set_out(client, provider)
    before = client.session.session_key
    came_back(client, provider.local.authorize(address))
    assert client.session.session_key != before
    assert "sign_on" not in client.session


@pytest.mark.parametrize("way", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(client, provider, identity, way):
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    provider.local.answers = {"next": way}
    answer = whole_way(client, provider, next_path=way)
    assert answer["Location"] == reverse("journey:start")


def test_closed_account_stays_closed(client, world, provider, identity):
    type(world.bo).objects.filter(pk=world.bo.pk).update(is_active=False)
    answer = whole_way(client, provider)
    assert reason_of(answer) == "inte-med"
    assert Record.objects.get(action="signon.refuse_sign_on").object_id == str(identity.pk)
    assert "_auth_user_id" not in client.session
    page = client.get(answer["Location"])
    assert page.status_code == 403
    assert "Kontot är inte öppet" in page.content.decode()


def test_way_in_ends_with_the_last_membership_there(client, world, provider, identity):
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    MembershipFactory(user=world.bo, organisation=world.norrvik, network=world.other)
    whole_way(client, provider)
    membership = world.bo.memberships.get(organisation=world.lindasa)
    end_membership(membership=membership, by=world.amina)
    assert not Session.objects.filter(user=world.bo).exists()
    assert reason_of(whole_way(client, provider)) == "inte-med"


def test_membership_that_runs_out_closes_the_door_behind(client, world, provider, identity):
    whole_way(client, provider)
    membership = world.bo.memberships.get()
    membership.to_date = timezone.localdate() - timezone.timedelta(days=1)
    membership.save()
    assert not Session.objects.filter(user=world.bo).exists()


def test_provider_that_is_switched_off_is_no_way_in_and_ends_what_it_opened(client, world, provider, identity):
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    whole_way(client, provider)
    assert client.get(reverse("accounts:account")).status_code == 200
    address = set_out(type(client)(), provider)
    services.save_provider(organisation=world.lindasa, is_on=False, by=world.fredrik)
    assert client.get(reverse("accounts:account"))["Location"].startswith(LOGIN)
    assert client.get(reverse("signon:begin_sign_on", args=[provider.pk])).status_code == 404
    assert reason_of(came_back(client, provider.local.authorize(address))) == "borja-om"


def test_session_hangs_on_the_identity(client, provider, identity):
    provider.vouching_amr = "mfa"
    provider.save()
    provider.local.changed = {"amr": ["mfa"]}
    whole_way(client, provider)
    Identity.objects.all().delete()
    assert client.get(reverse("accounts:account"))["Location"].startswith(reverse("accounts:second_factor"))


def test_identity_is_no_factor(identity):
    assert identity.user.factors == list(identity.user.totp_devices.all())


def test_address_alone_opens_nothing(client, world, provider):
    """The provider says Bo's address; no account is linked by it, and none is made."""
    provider.local.changed = {"email": world.bo.email, "email_verified": True}
    people = type(world.bo).objects.count()
    answer = whole_way(client, provider)
    assert answer["Location"] == reverse("signon:link")
    assert "_auth_user_id" not in client.session
    assert "Logga in och koppla" in client.get(answer["Location"]).content.decode()
    assert type(world.bo).objects.count() == people
    assert not Identity.objects.exists()


def test_same_subject_of_another_issuer_is_somebody_else(client, world, provider):
    IdentityFactory(user=world.bo, provider=provider, issuer="https://elsewhere.example", subject="anna-17")
    assert whole_way(client, provider)["Location"] == reverse("signon:link")


def test_provider_that_is_down_is_said_so_in_the_readers_language(client, provider, identity):
    provider.local.is_down = True
    answer = client.get(f"/en{reverse('signon:begin_sign_on', args=[provider.pk])}")
    assert answer["Location"] == "/en/logga-in/organisation/det-gick-inte/?varfor=nere"
    assert client.get(answer["Location"]).status_code == 503
    provider.local.is_down = False
    cache.clear()
    assert client.get(reverse("signon:begin_sign_on", args=[provider.pk]))["Location"].startswith(provider.issuer)


def test_answer_is_given_in_the_language_in_which_the_person_set_out(client, provider, identity):
    address = client.get(f"/en{reverse('signon:begin_sign_on', args=[provider.pk])}")["Location"]
    back = provider.local.authorize(address)
    assert provider.local.asked[0]["ui_locales"] == "en"
    assert back.startswith("http://testserver/logga-in/")
    assert came_back(client, back)["Location"].startswith("/en/logga-in/kod/")


def test_person_who_gives_up_there_is_told_so(client, provider, identity):
    provider.local.answers = {"error": "access_denied"}
    assert reason_of(whole_way(client, provider)) == "avbruten"
    provider.local.answers = {"error": "temporarily_unavailable"}
    assert reason_of(whole_way(client, provider)) == "nere"


def test_answer_counts_once(client, provider, identity):
    back = provider.local.authorize(set_out(client, provider))
    came_back(client, back)
    client.post(reverse("accounts:log_out"))
    assert reason_of(came_back(client, back)) == "borja-om"


def test_answer_of_another_browser_is_refused(client, provider, identity):
    """Somebody sends a stranger their own answer: the stranger would be in as them."""
    back = provider.local.authorize(set_out(client, provider))
    stranger = type(client)()
    assert reason_of(came_back(stranger, back)) == "borja-om"
    assert "_auth_user_id" not in stranger.session
    set_out(stranger, provider)
    assert reason_of(came_back(stranger, back)) == "borja-om"
    assert came_back(client, back)["Location"].startswith(reverse("accounts:second_factor"))


def test_state_is_not_to_be_chosen(client, provider, identity):
    address = set_out(client, provider)
    back = provider.local.authorize(re.sub(r"state=[^&]+", "state=vald", address))
    assert reason_of(came_back(client, back)) == "borja-om"


def test_journey_grows_old(client, provider, identity):
    back = provider.local.authorize(set_out(client, provider))
    with time_machine.travel(timezone.now() + timezone.timedelta(minutes=16)):
        assert reason_of(came_back(client, back)) == "borja-om"


def test_whoever_is_inside_goes_on(client, world, provider, login):
    login(client, world.bo)
    answer = client.get(reverse("signon:begin_sign_on", args=[provider.pk]), {"next": "/konto/"})
    assert answer["Location"] == "/konto/"


def test_made_up_reason_shows_no_text_of_its_own(client):
    page = client.get(reverse("signon:not_signed_on"), {"varfor": "<b>ring 070</b>"})
    assert page.status_code == 403
    assert "ring 070" not in page.content.decode()
