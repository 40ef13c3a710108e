"""What the pages about an account show."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

import segno
from cryptography.fernet import InvalidToken
from django.urls import NoReverseMatch, reverse

from portal.core.fields import decrypt, encrypt


@dataclass(frozen=True)
class Setup:
    """What an authenticator app needs, in three shapes."""

    link: str
    key: str
    qr: str


def setup_of(device, *, issuer):
    """Return the otpauth address, the key in groups of four, and the QR code as an inline SVG without styles."""
    label = quote(f"{issuer}:{device.user.email}")
    query = urlencode({"secret": device.secret, "issuer": issuer}, quote_via=quote)
    link = f"otpauth://totp/{label}?{query}"
    qr = segno.make(link, error="m", boost_error=False).svg_inline(
        scale=1, border=4, omitsize=True, dark="#12272d", light="#ffffff", svgclass="qr__image", lineclass=None
    )
    key = " ".join(device.secret[start : start + 4] for start in range(0, len(device.secret), 4))
    return Setup(link=link, key=key, qr=qr)


def factor_of(user, kind, pk):
    """Return the person's own factor by the name of its model and its number, or None."""
    return next((device for device in user.factors if (device._meta.model_name, device.pk) == (kind, pk)), None)


@dataclass(frozen=True)
class Factor:
    """A factor as the account's page shows it."""

    device: object
    kind: str
    label: str
    icon: str
    is_only: bool


def factors_of(user):
    """Return what the person logs in with beside the password, oldest first."""
    devices = user.factors
    return [
        Factor(
            device=device,
            kind=device._meta.model_name,
            label=device._meta.verbose_name,
            icon=getattr(device, "icon", "key-round"),
            is_only=len(devices) == 1,
        )
        for device in devices
    ]


def passkeys_url():
    """Return where a passkey is added; nothing in a portal without them."""
    try:
        return reverse("signon:passkeys")
    except NoReverseMatch:
        return ""


def sealed(text):
    """Return the text encrypted, for the session's row in the database."""
    return encrypt(text)


def unsealed(text):
    """Return the text again; nothing for what no key opens any more."""
    try:
        return decrypt(text) if text else ""
    except InvalidToken:
        return ""
