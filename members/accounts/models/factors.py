"""Authenticator apps and recovery codes.

Whatever django-otp lists for a person is a factor, unless its model says `is_factor = False`; a model's `icon` stands
beside it in the list.
"""

import base64
import math
import secrets

from django.contrib.auth.hashers import ScryptPasswordHasher
from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, ThrottlingMixin, TimestampMixin
from django_otp.oath import TOTP

from members.accounts.models.people import User
from members.accounts.querysets import TotpDeviceManager
from portal.core.fields import EncryptedTextField

TOTP_STEP = 30  # seconds
TOTP_TOLERANCE = 1  # steps to either side, for a phone whose clock is off


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

    icon = "smartphone"

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
    """The set of recovery codes of one person; each opens once. A way back, not a factor to live on."""

    is_factor = False

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
