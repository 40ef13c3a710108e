"""The person who logs in, and the factors that prove who it is."""

import base64
import math
import secrets

from django.contrib.auth.hashers import ScryptPasswordHasher
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, ThrottlingMixin, TimestampMixin
from django_otp.oath import TOTP

from members.accounts.enums import Language
from members.accounts.querysets import TotpDeviceManager, UserManager
from portal.core.fields import EncryptedTextField

TOTP_STEP = 30  # seconds
TOTP_TOLERANCE = 1  # steps to either side, for a phone whose clock is off


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account, known by the e-mail address."""

    email = models.EmailField(_("e-postadress"), unique=True)
    name = models.CharField(_("namn"), max_length=150)
    title = models.CharField(_("roll i organisationen"), max_length=150, blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    language = models.CharField(_("språk"), max_length=2, choices=Language.choices, default=Language.SWEDISH)
    is_active = models.BooleanField(_("aktivt konto"), default=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)
    created_at = models.DateTimeField(_("skapat"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("konto")
        verbose_name_plural = _("konton")
        ordering = ["name", "email"]

    def __str__(self):
        return self.name or self.email

    def clean(self):
        """Keep addresses in one case, so that one person has one account."""
        super().clean()
        self.email = type(self).objects.normalize_email(self.email)

    def get_full_name(self):
        """The name as other people see it."""
        return self.name

    def get_short_name(self):
        """The first of the names."""
        return self.name.split(" ")[0]

    # Wagtail's avatars and mails ask for these two names.
    @property
    def first_name(self):
        """The first of the names."""
        return self.get_short_name()

    @property
    def last_name(self):
        """The rest of the names."""
        return self.name.partition(" ")[2]

    @property
    def is_staff(self):
        """Django's own admin is not installed; nobody is staff."""
        return False

    @property
    def current_memberships(self):
        """Today's memberships with organisation and network, in one query a request."""
        if not hasattr(self, "_current_memberships"):
            rows = self.memberships.current().select_related("organisation", "network")
            self._current_memberships = list(rows.order_by("network__first_meeting_at", "pk")) if self.is_active else []
        return self._current_memberships

    @property
    def recovery_codes_left(self):
        """How many recovery codes have not been used."""
        return RecoveryCode.objects.filter(device__user=self, device__confirmed=True).count()

    @property
    def has_second_factor(self):
        """Whether an authenticator app has been set up."""
        return self.totp_devices.filter(confirmed=True).exists()

    @property
    def works_in_admin(self):
        """Whether the person has anything to do in Wagtail admin, by today's roles."""
        return any(self.holds_role(role) for role in ("coordinator", "editor", "administrator"))

    def forget_memberships(self):
        """Drop the cached memberships; services that change them call this."""
        self.__dict__.pop("_current_memberships", None)

    def holds_role(self, role, *, network_id=None):
        """Whether the person holds the role today, in that network when one is given."""
        return any(
            membership.role == role and (network_id is None or membership.network_id == network_id)
            for membership in self.current_memberships
        )


class Throttled(ThrottlingMixin):
    """A factor that answers more slowly with each wrong try, but never closes for good.

    The wait doubles from one second to 1,024: at most ten tries in any quarter of an hour, and somebody else's
    guessing never keeps the owner out for longer than that.
    """

    MOST_FAILURES = 11

    class Meta:
        abstract = True

    def get_throttle_factor(self):
        """Seconds to wait after the first wrong code; doubled by each one that follows."""
        return 1

    def throttle_increment(self, commit=True):
        """Count a wrong try, up to where the wait stops growing."""
        super().throttle_increment(commit=False)
        self.throttling_failure_count = min(self.throttling_failure_count, self.MOST_FAILURES)
        if commit:
            self.save()

    @property
    def seconds_to_wait(self):
        """How long until the next try is looked at; 0 when it is now."""
        allowed, reason = self.verify_is_allowed()
        if allowed:
            return 0
        return math.ceil((reason["locked_until"] - timezone.now()).total_seconds())


class TotpDevice(TimestampMixin, Throttled, Device):
    """An authenticator app: a shared secret, encrypted at rest (RFC 6238, six digits, thirty seconds)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="totp_devices")
    secret = EncryptedTextField(help_text="Base32, as the otpauth address has it.")
    last_step = models.BigIntegerField(default=-1)

    objects = TotpDeviceManager()

    class Meta:
        verbose_name = _("autentiseringsapp")
        verbose_name_plural = _("autentiseringsappar")

    @staticmethod
    def new_secret():
        """Return a fresh secret of 160 bits in Base32."""
        return base64.b32encode(secrets.token_bytes(20)).decode()

    @property
    def secret_bytes(self):
        """The secret as the algorithm wants it."""
        return base64.b32decode(self.secret)

    def verify_token(self, token):
        """Whether the six digits are right and not used before; wrong ones slow the next try down."""
        if not self.verify_is_allowed()[0]:
            return False
        digits = "".join(str(token).split())
        if digits.isascii() and digits.isdigit() and len(digits) == 6:
            totp = TOTP(self.secret_bytes, TOTP_STEP)
            if totp.verify(int(digits), TOTP_TOLERANCE, self.last_step + 1):
                self.last_step = totp.t()
                self.throttle_reset(commit=False)
                self.set_last_used_timestamp(commit=False)
                self.save()
                return True
        self.throttle_increment()
        return False


class RecoveryDevice(TimestampMixin, Throttled, Device):
    """The set of recovery codes of one person; each opens once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_devices")

    class Meta:
        verbose_name = _("återställningskoder")
        verbose_name_plural = _("återställningskoder")

    def verify_token(self, token):
        """Whether the code is one of those left; it is then used up."""
        if not self.verify_is_allowed()[0]:
            return False
        code = self._find(token)
        if code is None:
            self.throttle_increment()
            return False
        code.delete()
        self.throttle_reset(commit=False)
        self.set_last_used_timestamp(commit=False)
        self.save()
        return True

    def _find(self, token):
        """Return the code that the text is, or None. Codes made together share a salt: one slow hash tries them all."""
        digests = {}
        for code in self.codes.all():
            salt = RecoveryCode.salt_of(code.digest)
            if salt not in digests:
                digests[salt] = RecoveryCode.digest_of(token, salt)
            if constant_time_compare(digests[salt], code.digest):
                return code
        return None


class RecoveryCodeHasher(ScryptPasswordHasher):
    """Scrypt with a fourth of the work that a password gets: a code is random, eighty bits of it."""

    parallelism = 1


class RecoveryCode(models.Model):
    """One recovery code, hashed as a password is."""

    LENGTH = 16
    # Without letters and digits that look alike on paper.
    ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"

    device = models.ForeignKey(RecoveryDevice, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=128)

    class Meta:
        verbose_name = _("återställningskod")
        verbose_name_plural = _("återställningskoder")

    def __str__(self):
        return f"#{self.pk}"

    @classmethod
    def new(cls):
        """Return a fresh code as it is shown: four groups of four."""
        letters = "".join(secrets.choice(cls.ALPHABET) for _letter in range(cls.LENGTH))
        return "-".join(letters[start : start + 4] for start in range(0, cls.LENGTH, 4))

    @staticmethod
    def normalise(text):
        """Return the code as it was hashed: lower case, without spaces and hyphens."""
        return "".join(str(text).lower().replace("-", " ").split())

    @staticmethod
    def salt_of(digest):
        """Return the salt that a digest was made with."""
        return RecoveryCodeHasher().decode(digest)["salt"]

    @classmethod
    def digest_of(cls, plain, salt=None):
        """Return the salted hash of a code; codes that are made together are given one salt."""
        hasher = RecoveryCodeHasher()
        return hasher.encode(cls.normalise(plain), salt or hasher.salt())
