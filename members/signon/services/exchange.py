"""What portal and provider say to each other: OpenID Connect, the authorization code flow with PKCE.

Authlib exchanges the code and checks the ID token. It is imported by the process in which somebody signs on so, as
requests is: a tenth of a second and some megabytes that most processes never need.
"""

import hashlib
import logging
import secrets
import time
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache

from members.signon.enums import Refusal

# Signatures by the provider's own key: never "none", and never one that the client secret could make.
ALGORITHMS = ["RS256", "PS256", "ES256"]
TIMEOUT = (3, 5)  # seconds: to connect, to read
LEEWAY = 60  # seconds that two clocks may differ
KEPT, KEPT_WHEN_DOWN = 600, 20  # seconds that the provider is not asked again
LOCAL = {"localhost", "127.0.0.1"}
LONGEST = 255

logger = logging.getLogger(__name__)


class NotSignedOn(Exception):
    """It came to nothing; `reason` is a word that the page has a text for."""

    def __init__(self, reason):
        super().__init__(reason)
        self.reason = reason


def is_safe_address(address):
    """Whether the portal talks to the address: by https, or in development to one's own machine."""
    parts = urlsplit(address)
    is_local = settings.DEVELOPMENT and parts.hostname in LOCAL
    return bool(parts.hostname) and (parts.scheme == "https" or (parts.scheme == "http" and is_local))


def try_issuer(issuer):
    """Ask the issuer for its configuration, now; raises NotSignedOn."""
    return _configuration(issuer, anew=True)


def begin_exchange(*, provider, redirect_uri, language, afresh=False):
    """Return (where the browser is sent, what to remember until it is back); raises NotSignedOn.

    `afresh` asks the provider to ask the person now, whoever is signed on there already.
    """
    found = _configuration(provider.issuer)
    kept = {name: secrets.token_urlsafe(48) for name in ("state", "nonce", "verifier")}
    asked = {"nonce": kept["nonce"], "ui_locales": language}
    if provider.vouching_acr.strip():
        asked["acr_values"] = " ".join(provider.vouching_acr.split())
    if afresh:
        asked |= {"prompt": "login", "max_age": "0"}
    with _client(provider, found, redirect_uri) as client:
        address, _state = client.create_authorization_url(
            found["authorization_endpoint"], state=kept["state"], code_verifier=kept["verifier"], **asked
        )
    return address, kept | {"issuer": provider.issuer}


def answer_of(*, provider, redirect_uri, kept, answer):
    """Return what the provider says of the person, checked; `answer` is the query that the browser brought.

    The state has been compared by whoever holds the session. Raises NotSignedOn.
    """
    found = _configuration(provider.issuer)
    _hold_to_issuer(provider, found, kept, answer)
    if "error" in answer:
        raise NotSignedOn(Refusal.CANCELLED if answer["error"] == "access_denied" else Refusal.DOWN)
    token = _token(provider, found, redirect_uri, kept, answer.get("code", ""))
    claims = _checked(provider, found, kept, token)
    subject = claims["sub"]
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST:
        raise _wrong(provider, "sub")
    return claims


def hold_to_afresh(*, provider, claims, since):
    """Refuse an answer that does not say that the person was asked after that moment; raises NotSignedOn.

    A provider that is asked with `max_age` has to say when (OpenID Connect Core 2).
    """
    asked_at = claims.get("auth_time")
    is_number = isinstance(asked_at, (int, float)) and not isinstance(asked_at, bool)
    if not (is_number and since - LEEWAY <= asked_at <= time.time() + LEEWAY and provider.vouches(claims)):
        logger.warning("No sign-on: provider %s did not say that it asked the person afresh.", provider.pk)
        raise NotSignedOn(Refusal.NOT_AFRESH)


def _hold_to_issuer(provider, found, kept, answer):
    """Refuse an answer that another provider gave, or that was asked of another (RFC 9207)."""
    is_promised = found.get("authorization_response_iss_parameter_supported") is True
    told = answer.get("iss", "" if is_promised else provider.issuer)
    if told != provider.issuer or kept["issuer"] != provider.issuer:
        raise _wrong(provider, "iss")


def _token(provider, found, redirect_uri, kept, code):
    import requests  # noqa: PLC0415 (few processes ever need the library)
    from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415 (few processes ever need the library)

    try:
        with _client(provider, found, redirect_uri) as client:
            return client.fetch_token(
                found["token_endpoint"],
                grant_type="authorization_code",
                code=code,
                code_verifier=kept["verifier"],
                timeout=TIMEOUT,
                allow_redirects=False,
            )
    except AuthlibBaseError as error:
        raise _wrong(provider, error.error) from error
    except (requests.RequestException, ValueError) as error:
        raise _down(provider.issuer) from error


def _checked(provider, found, kept, token):
    """Return the claims of the ID token: signed by the provider, for us, now, and for what this browser began."""
    from authlib.common.errors import AuthlibBaseError  # noqa: PLC0415 (few processes ever need the library)
    from authlib.oidc.core import CodeIDToken  # noqa: PLC0415 (few processes ever need the library)
    from joserfc.errors import InvalidKeyIdError, JoseError  # noqa: PLC0415 (few processes ever need the library)

    expected = {"iss": provider.issuer, "aud": provider.client_id}
    try:
        try:
            signed = _verified(token["id_token"], found)
        except InvalidKeyIdError:  # the provider has changed its keys
            signed = _verified(token["id_token"], found, anew=True)
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            {name: {"essential": True, "value": value} for name, value in expected.items()},
            {"nonce": kept["nonce"], "client_id": provider.client_id, "access_token": token.get("access_token")},
        )
        claims.validate(leeway=LEEWAY)
    except (JoseError, AuthlibBaseError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise _wrong(provider, type(error).__name__) from error
    return dict(claims)


def _verified(text, found, *, anew=False):
    from joserfc import jwk, jws, jwt  # noqa: PLC0415 (few processes ever need the library)

    document = _document(found["jwks_uri"], anew=anew)
    keys = [key for key in document["keys"] if key.get("kty") in {"RSA", "EC"} and key.get("use", "sig") == "sig"]
    registry = jws.JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    return jwt.decode(text, jwk.KeySet.import_key_set({"keys": keys}), registry=registry)


def _client(provider, found, redirect_uri):
    from authlib.integrations.requests_client import OAuth2Session  # noqa: PLC0415 (few processes ever need it)

    ways = found.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    return OAuth2Session(
        provider.client_id,
        provider.client_secret,
        token_endpoint_auth_method="client_secret_basic" if "client_secret_basic" in ways else "client_secret_post",
        scope="openid profile",
        redirect_uri=redirect_uri,
        code_challenge_method="S256",
    )


def _configuration(issuer, *, anew=False):
    """Return what the issuer publishes of itself, held to be that issuer's and reached safely."""
    found = _document(f"{issuer.rstrip('/')}/.well-known/openid-configuration", anew=anew)
    addresses = [found.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    are_safe = all(isinstance(address, str) and is_safe_address(address) for address in addresses)
    if found.get("issuer") != issuer or not are_safe:
        raise _down(issuer)
    return found


def _document(address, *, anew=False):
    """Return the JSON object at the address. Kept for a while; that it is down for a moment, lest readers queue."""
    key = f"signon:{hashlib.sha256(address.encode()).hexdigest()}"
    kept = None if anew else cache.get(key)
    if kept is None:
        kept = _fetched(address)
        cache.set(key, kept, KEPT if kept else KEPT_WHEN_DOWN)
    if not kept:
        raise _down(address)
    return kept


def _fetched(address):
    """Return the JSON object, an empty one when there is none."""
    import requests  # noqa: PLC0415 (few processes ever need the library)

    if not is_safe_address(address):
        return {}
    try:
        answer = requests.get(address, timeout=TIMEOUT, allow_redirects=False)
        document = answer.json() if answer.status_code == 200 else {}
    except (requests.RequestException, ValueError):
        return {}
    return document if isinstance(document, dict) else {}


def _down(address):
    logger.warning("No sign-on: %s does not answer as a provider should.", address)
    return NotSignedOn(Refusal.DOWN)


def _wrong(provider, why):
    logger.warning("No sign-on: the answer of provider %s was refused (%s).", provider.pk, why)
    return NotSignedOn(Refusal.WRONG)
