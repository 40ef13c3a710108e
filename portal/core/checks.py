"""System checks that name, with a hint, what is missing before the portal may serve real people."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import ImproperlyConfigured

REQUIRED_IN_PRODUCTION = {
    "SECRET_KEY": "Set SECRET_KEY to fifty or more random characters.",
    "FIELD_ENCRYPTION_KEYS": "Set FIELD_ENCRYPTION_KEYS to one or more Fernet keys, newest first.",
    "ALLOWED_HOSTS": "Set ALLOWED_HOSTS to the host names that the portal answers to, split by commas.",
}


def _is_set(name):
    """Django refuses to read an empty SECRET_KEY; the check is here to say so in better words."""
    try:
        return bool(getattr(settings, name))
    except ImproperlyConfigured:
        return False


@register(Tags.security)
def production_is_configured(app_configs, **kwargs):
    """Name each setting that production cannot do without."""
    if settings.DEVELOPMENT:
        return []
    found = [
        Error(f"{name} is not set.", hint=hint, id=f"portal.E{number:03}")
        for number, (name, hint) in enumerate(REQUIRED_IN_PRODUCTION.items(), start=1)
        if not _is_set(name)
    ]
    if not getattr(settings, "EMAIL_HOST", ""):
        found.append(Error("EMAIL_HOST is not set.", hint="Set EMAIL_HOST to the mail server.", id="portal.E004"))
    if "sqlite" in settings.DATABASES["default"]["ENGINE"]:
        found.append(
            Error(
                "Production runs on SQLite.",
                hint="Set DATABASE_URL to a PostgreSQL address: postgresql://user:password@host/name.",
                id="portal.E005",
            )
        )
    if not settings.SITE_URL.startswith("https://"):
        found.append(
            Error("SITE_URL is not an https address.", hint="Set SITE_URL, as in https://portal.se.", id="portal.E006")
        )
    return found


@register(Tags.security)
def passkeys_have_their_domain(app_configs, **kwargs):
    """Hold the domain of passkeys to that of the site: no browser gives one to a page of another domain."""
    domain = settings.OTP_WEBAUTHN_RP_ID
    host = urlsplit(settings.SITE_URL).hostname or ""
    if settings.DEVELOPMENT or host == domain or host.endswith(f".{domain}"):
        return []
    hint = "Leave PASSKEY_DOMAIN unset, or set it to the host of SITE_URL or to a domain above it; it binds for ever."
    return [Error("PASSKEY_DOMAIN is not the domain of SITE_URL.", hint=hint, id="portal.E007")]
