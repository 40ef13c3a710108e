"""What the portal takes for an answer: each lie of a provider, or of somebody between, on its own."""

import base64
import subprocess
import sys
import time

import pytest
from joserfc import jwk, jwt

from members.audit.models import Record
from tests.factories.signon import ProviderFactory
from tests.members.signon.journey import came_back, reason_of, set_out, whole_way
from tests.tools.provider import LocalProvider, unsigned

pytestmark = pytest.mark.usefixtures("identity")


def nobody_is_in(client):
    return "_auth_user_id" not in client.session and not Record.objects.filter(action="signon.sign_on").exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": "nagon-annan"},
        {"aud": ["portalen", "nagon-annan"]},
        {"aud": ["portalen", "nagon-annan"], "azp": "nagon-annan"},
        {"azp": "nagon-annan"},
        {"aud": None},
        {"iss": "https://elsewhere.example"},
        {"iss": None},
        {"exp": 1_000_000_000},
        {"exp": None},
        {"iat": None},
        {"iat": 9_000_000_000},
        {"nonce": "en-annans"},
        {"nonce": None},
        {"sub": None},
        {"sub": ""},
        {"sub": 17},
        {"sub": "a" * 256},
        {"at_hash": "en-annan-tokens"},
    ],
    ids=str,
)
def test_token_that_is_not_for_this_login_is_refused(client, provider, changed):
    provider.local.changed = changed
    assert reason_of(whole_way(client, provider)) == "fel-svar"
    assert nobody_is_in(client)


def test_clocks_may_differ_by_a_minute(client, provider):
    provider.local.changed = {"exp": int(time.time()) - 30, "iat": int(time.time()) + 30}
    assert whole_way(client, provider)["Location"].startswith("/logga-in/kod/")


def by_secret(claims):
    """Signed with what the client itself knows."""
    return jwt.encode({"alg": "HS256"}, claims, jwk.OctKey.import_key("hemlighet-som-ar-lang"), algorithms=["HS256"])


def by_public_key(claims):
    """Signed with what everybody knows, as if it were a secret."""
    public = LocalProvider.KEY.as_pem(private=False)
    key = jwk.OctKey(public, public, {"kty": "oct"})
    return jwt.encode({"alg": "HS256", "kid": "en"}, claims, key, algorithms=["HS256"])


def by_stranger(claims):
    """Signed with a key that only bears the right name."""
    key = jwk.RSAKey.generate_key(2048, {"kid": "en"})
    return jwt.encode({"alg": "RS256", "kid": "en"}, claims, key)


def with_key_inside(claims):
    """Signed with a key that the token itself brings along."""
    key = jwk.RSAKey.generate_key(2048, {"kid": "min"})
    header = {"alg": "RS256", "kid": "min", "jwk": key.as_dict(private=False)}
    return jwt.encode(header, claims, key)


@pytest.mark.parametrize(
    "make_token",
    [unsigned, by_secret, by_public_key, by_stranger, with_key_inside, lambda claims: "a.b.c", lambda claims: None],
    ids=["none", "secret", "public key", "stranger", "key inside", "noise", "nothing"],
)
def test_token_that_the_provider_did_not_sign_is_refused(client, provider, make_token):
    provider.local.make_token = make_token
    assert reason_of(whole_way(client, provider)) == "fel-svar"
    assert nobody_is_in(client)


def test_token_of_another_login_is_refused(client, provider):
    """Somebody puts the token of one login into another: the nonce tells them apart."""
    tokens = []
    sign = provider.local.signed
    provider.local.make_token = lambda claims: tokens.append(sign(claims)) or tokens[0]
    whole_way(client, provider)
    stranger = type(client)()
    assert reason_of(whole_way(stranger, provider)) == "fel-svar"
    assert "_auth_user_id" not in stranger.session


def test_code_of_another_login_is_refused(client, provider):
    """Somebody puts a stolen code into a journey of their own: the verifier is in another browser."""
    stolen = provider.local.authorize(set_out(client, provider))
    stranger = type(client)()
    own = provider.local.authorize(set_out(stranger, provider))
    mixed = own.replace(own.partition("code=")[2].partition("&")[0], stolen.partition("code=")[2].partition("&")[0])
    assert reason_of(came_back(stranger, mixed)) == "fel-svar"
    assert "_auth_user_id" not in stranger.session


def test_answers_of_two_providers_are_not_mixed_up(client, world, provider):
    """An answer is the provider's that was asked: by its address, its state and its name."""
    other = LocalProvider()
    try:
        theirs = ProviderFactory(organisation=world.norrvik, issuer=other.issuer)
        address = set_out(client, theirs)
        back = other.authorize(address)
        elsewhere = back.replace(f"/{theirs.pk}/klar/", f"/{provider.pk}/klar/")
        assert reason_of(came_back(client, elsewhere)) == "borja-om"
        lied = back.partition("&iss=")[0]
        assert reason_of(came_back(client, f"{lied}&iss={provider.issuer}")) == "fel-svar"
    finally:
        other.close()
    assert nobody_is_in(client)


def test_promised_name_of_the_provider_may_not_be_missing(client, provider):
    provider.local.tells_issuer = False
    assert reason_of(whole_way(client, provider)) == "fel-svar"


def test_provider_that_promises_no_name_need_not_give_one(client, provider):
    provider.local.tells_issuer = False
    provider.local.configuration = {"authorization_response_iss_parameter_supported": False}
    assert whole_way(client, provider)["Location"].startswith("/logga-in/kod/")


def test_issuer_that_was_changed_on_the_way_is_not_answered_for(client, provider):
    back = provider.local.authorize(set_out(client, provider))
    type(provider).objects.update(issuer=f"{provider.issuer}/annan")
    assert reason_of(came_back(client, back)) in {"fel-svar", "nere"}
    assert nobody_is_in(client)


def test_new_key_is_fetched(client, provider):
    whole_way(client, provider)
    client.logout()
    key = jwk.RSAKey.generate_key(2048, {"kid": "tva", "use": "sig"})
    provider.local.keys, provider.local.signing_key = [key], key
    assert whole_way(client, provider)["Location"].startswith("/logga-in/kod/")


@pytest.mark.parametrize(
    "configuration",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://elsewhere.example/token"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"authorization_endpoint": None},
    ],
    ids=str,
)
def test_configuration_of_another_or_in_the_clear_is_not_followed(client, provider, configuration):
    provider.local.configuration = configuration
    assert reason_of(client.get(f"/logga-in/organisation/{provider.pk}/")) == "nere"


def test_provider_that_goes_down_on_the_way_is_said_so(client, provider):
    back = provider.local.authorize(set_out(client, provider))
    provider.local.is_down = True
    assert reason_of(came_back(client, back)) == "nere"


def test_nothing_goes_in_the_clear_outside_development(client, provider, settings):
    settings.DEVELOPMENT = False
    assert reason_of(client.get(f"/logga-in/organisation/{provider.pk}/")) == "nere"


def test_secret_may_go_in_the_body_where_the_provider_asks_for_that(client, provider):
    provider.local.configuration = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    sent = {}
    secret = base64.b64encode(b"portalen:hemlighet-som-ar-lang").decode()
    token = provider.local.token

    def note(body, authorization):
        sent.update(body)
        return token(body, f"Basic {secret}")

    provider.local.token = note
    whole_way(client, provider)
    assert sent["client_secret"] == "hemlighet-som-ar-lang"


def test_libraries_are_loaded_by_whoever_signs_on_alone():
    """Every web process would else carry them, most of them for nothing."""
    script = "import sys, django; django.setup(); print({'authlib', 'joserfc', 'requests'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout.strip().endswith("set()")
