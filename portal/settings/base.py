"""Settings that hold everywhere; what differs between places is read from the environment."""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.settings import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = Path(env.text("VAR_DIR", str(BASE_DIR / "var")))

DEBUG = False
# True only in development: shows mails and the pattern page, allows the seed and the list of accounts.
DEVELOPMENT = False
SECRET_KEY = env.text("SECRET_KEY")
# Fernet keys, newest first, that encrypt second-factor secrets in the database.
FIELD_ENCRYPTION_KEYS = env.words("FIELD_ENCRYPTION_KEYS")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS")
SITE_URL = env.text("SITE_URL", "http://localhost:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Nätverksportalen <noreply@localhost>")

# What is kept of a delivered mail opens no door. Where no mail leaves the machine, the copy is all there is.
OUTBOX_KEEPS_LINKS = False

INSTALLED_APPS = [
    "portal.core",
    "portal.ops",
    "home",
    "casestudies",
    "members.search",
    "members.journey",
    "members.registration",
    "members.mailings",
    "members.assignments",
    "members.meetings",
    "members.needs",
    "members.forum",
    "members.signon",
    "members.organisations",
    "members.notifications",
    "members.files",
    "members.accounts",
    "members.audit",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "members.accounts.apps.AdminUsersConfig",  # wagtail.users
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rules",
    "axes",
    "csp",
    "django_otp",
    "django_otp_webauthn",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.middleware.CompressionMiddleware",
    "portal.core.caching.pages.PublicPagesMiddleware",
    "portal.core.middleware.RequestIdMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.core.middleware.AddressLanguageMiddleware",
    "portal.core.middleware.NulMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "portal.core.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.core.admin_area.AdminAreaMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.core.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "portal.core.context.portal",
            ],
        },
    },
]

DATABASES = {"default": env.database("DATABASE_URL", VAR_DIR / "portal.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.text("REDIS_URL")
CACHES = {
    "default": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
        if REDIS_URL
        else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "portal"}
    ),
    # Public pages as they were sent. Some 15 kB each, in every process that has no Redis.
    "pages": (
        {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL, "KEY_PREFIX": "pages"}
        if REDIS_URL
        else {
            "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
            "LOCATION": "pages",
            "OPTIONS": {"MAX_ENTRIES": 500},
        }
    ),
}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "rules.permissions.ObjectPermissionBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "journey:start"
LOGOUT_REDIRECT_URL = "/"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 4  # seconds
INVITATION_DAYS = env.number("INVITATION_DAYS", 14)
# An application that is being written: how long a link to it works, and how long it is kept after the last change.
DRAFT_LINK_DAYS = env.number("DRAFT_LINK_DAYS", 30)
DRAFT_DAYS = env.number("DRAFT_DAYS", 60)
# How long a registrar's link takes in a decision, and how many days after the board's date its outcome is asked for.
REGISTRAR_LINK_DAYS = env.number("REGISTRAR_LINK_DAYS", 90)
DECISION_REMINDER_DAYS = env.number("DECISION_REMINDER_DAYS", 2)

# The record of what was done: ten years, and the chain's beginning is then an anchor (members/audit).
AUDIT_RETENTION_DAYS = env.number("AUDIT_RETENTION_DAYS", 3650)
# Days that other things stay, by model: invitations after use, withdrawal or expiry; links after their meeting;
# the persons of applications, the notes of calls and the addresses of drafts' and registrars' links after the
# network's archiving: whoever ends the wrong network has a month to open it again.
RETENTION_DAYS = {
    "organisations.Invitation": 90,
    "meetings.VideoLink": 30,
    "registration.ApplicationPerson": 30,
    "registration.CallNote": 30,
    "registration.DraftLink": 30,
    "registration.RegistrarLink": 30,
}
# How long a person who asked to be erased may think again.
ERASURE_DAYS = env.number("ERASURE_DAYS", 14)
# How long what people tell of themselves counts as right: then they are asked, and contact persons of colleagues.
CONFIRM_DAYS = env.number("CONFIRM_DAYS", 365)
# How long an account stays after the last membership, or without any, after it was made; and how long before the
# person is told by mail.
ACCOUNT_DAYS = env.number("ACCOUNT_DAYS", 730)
ACCOUNT_WARNING_DAYS = env.number("ACCOUNT_WARNING_DAYS", 28)

# Whom to tell of a fault in security, as mailto: or https:; without it there is no security.txt.
SECURITY_CONTACT = env.text("SECURITY_CONTACT")

# Forms that anybody may send: no person writes faster than this.
FORM_MIN_SECONDS = env.number("FORM_MIN_SECONDS", 3)
# How many proxies of our own stand before the portal, each of which adds to X-Forwarded-For.
PROXY_COUNT = env.number("PROXY_COUNT", 0)

# Guessing at passwords: ten evaluated tries an account in fifteen minutes, whatever the address they come from;
# it opens by itself, so that nobody can be locked out for good.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = ["username"]
# Guessing at many accounts from one address, behind which a whole municipality may stand: then one a minute.
SENDER_FAILURE_LIMIT = 60
# The owner who logs in between gives a guesser no ten more.
AXES_RESET_ON_SUCCESS = False
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
# What it keeps is a checksum and a number: no address of either kind, no browser, nothing that was typed or brought.
AXES_HANDLER = "members.accounts.services.tries.Handler"
AXES_USERNAME_CALLABLE = "members.accounts.services.tries.counted_by"
AXES_CLIENT_IP_CALLABLE = "members.accounts.services.tries.no_address"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "kept", "next", "csrfmiddlewaretoken"]
AXES_VERBOSE = False
AXES_LOCKOUT_CALLABLE = "members.accounts.views.locked_out"
# The limit counts per account on purpose: a guesser with many addresses gets no more tries than one with a single.
# The library's demand for https holds for one's own machine as well; portal.E006 says it of production.
SILENCED_SYSTEM_CHECKS = ["axes.W006", "otp_webauthn.E031"]

OTP_TOTP_ISSUER = "Nätverksportalen"

# Passkeys are bound to this domain for ever: after a move to another one, everybody makes new ones.
PASSKEY_DOMAIN = env.text("PASSKEY_DOMAIN", urlsplit(SITE_URL).hostname or "localhost")
OTP_WEBAUTHN_RP_ID = PASSKEY_DOMAIN
OTP_WEBAUTHN_RP_NAME = "Nätverksportalen"
OTP_WEBAUTHN_ALLOWED_ORIGINS = [SITE_URL]
OTP_WEBAUTHN_CREDENTIAL_MODEL = "signon.Passkey"
OTP_WEBAUTHN_EXCEPTION_LOGGER_NAME = None

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Svenska")), ("en", _("Engelska"))]
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["portal.core.formats"]  # English dates as in Europe, not as in America

SESSION_ENGINE = "members.accounts.models.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12  # seconds: one working day
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "members.accounts.views.refused"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
    },
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.text("MEDIA_ROOT", str(VAR_DIR / "media")))
# Members' files: never below MEDIA_ROOT, never served but by the files app.
PRIVATE_ROOT = Path(env.text("PRIVATE_ROOT", str(VAR_DIR / "private")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_ROOT, "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
PRIVATE_FILE_MAX_BYTES = env.number("PRIVATE_FILE_MAX_BYTES", 50 * 1024 * 1024)
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o640
# All files of one request together; one file's own limit is PRIVATE_FILE_MAX_BYTES.
UPLOAD_BODY_MAX_BYTES = 4 * PRIVATE_FILE_MAX_BYTES
FILE_UPLOAD_HANDLERS = [
    "portal.core.uploads.BoundedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

WAGTAIL_SITE_NAME = "Nätverksportalen"
# Addresses are read aloud and typed: å, ä and ö become a and o.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("sv", "Svenska"), ("en", "English")]
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Autosave answers 400 to an incomplete new form and can leave two drafts of it; the form warns whoever leaves it.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_USER_TIME_ZONES = ["Europe/Stockholm"]
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "txt", "csv"]
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILEMBEDS_FINDERS = []
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        "SEARCH_CONFIG": "portal_swedish" if "postgresql" in DATABASES["default"]["ENGINE"] else None,
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "INFO")},
    # It tells of each login with its address, and the address of a welcome page is a secret.
    "loggers": {"axes": {"level": "WARNING"}},
}
