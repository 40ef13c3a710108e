"""What the pages about an account show."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from cryptography.fernet import InvalidToken
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from members.accounts.models import RememberedDevice, Session
from members.accounts.models.sessions import digest_of
from portal.core.fields import decrypt, encrypt

# Loaded when a QR code is drawn, which few processes ever do.
SEGNO = "segno.make"


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
    qr = import_string(SEGNO)(link, error="m", boost_error=False).svg_inline(
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


BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def device_of(user_agent):
    """Return (browser, system) as a person knows them, each empty when it cannot be told. The order decides."""
    found = [next((name for mark, name in known if mark in user_agent), "") for known in (BROWSERS, SYSTEMS)]
    return tuple(found)


def device_in_words(browser, system):
    """Return "Firefox på Windows", or what is known of it."""
    if browser and system:
        return _("%(browser)s på %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Okänd enhet")


@dataclass(frozen=True)
class SeenSession:
    """A browser that is logged in, as its owner sees it."""

    pk: str
    device: str
    begun_at: object
    last_used_at: object
    is_current: bool


def sessions_of(user, *, current):
    """Return where the person is logged in, this browser first and then the last used."""
    rows = Session.objects.visible_to(user).filter(expire_date__gt=timezone.now()).order_by("-last_used_at")
    seen = [
        SeenSession(
            pk=row.pk,
            device=device_in_words(row.browser, row.system),
            begun_at=row.begun_at,
            last_used_at=row.last_used_at,
            is_current=row.pk == digest_of(current),
        )
        for row in rows.defer("session_data")
    ]
    return sorted(seen, key=lambda session: not session.is_current)


def remembered_of(user):
    """Return the devices that are not asked for a code, the last used first; each with its `words`."""
    rows = RememberedDevice.objects.visible_to(user).filter(expires_at__gt=timezone.now())
    devices = sorted(rows, key=lambda device: device.last_used_at or device.created_at, reverse=True)
    for device in devices:
        device.words = device_in_words(device.browser, device.system)
    return devices


def waiting_reset_of(user):
    """Return what somebody's word has begun for the person, opened or still waiting, or None."""
    return user.factor_resets.filter(ended_at=None, closes_at__gt=timezone.now()).first()


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
