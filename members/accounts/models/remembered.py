"""Devices that are not asked for a code for a while, and whether the administrator allows that."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django_otp.models import Device, DeviceManager, TimestampMixin

from members.accounts.models.people import User
from members.accounts.querysets import OwnQuerySet


class RememberedDevice(TimestampMixin, Device):
    """A browser in which its owner asked not to be asked for a code for thirty days.

    A device in django-otp's sense: a session that it opened asks for a code again at once when it is forgotten. It is
    no factor: it never counts as the second one that a person must have, and shows nothing afresh.
    """

    is_factor = False

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="remembered_devices")
    digest = models.CharField(max_length=64, unique=True)
    browser = models.CharField(max_length=40, blank=True)
    system = models.CharField(max_length=40, blank=True)
    expires_at = models.DateTimeField()

    objects = DeviceManager.from_queryset(OwnQuerySet)()

    class Meta:
        verbose_name = _("ihågkommen enhet")
        verbose_name_plural = _("ihågkomna enheter")

    @staticmethod
    def digest_of(token, user):
        """Return what is stored of the cookie: bound to the person and to the password of today."""
        bound = f"{token}:{user.pk}:{user.password}"
        return salted_hmac("accounts.remembered", bound, algorithm="sha256").hexdigest()


class LoginPolicy(models.Model):
    """What the administrator decides about logging in; one row."""

    remembers_devices = models.BooleanField(
        _("låt deltagare slippa koden i 30 dagar på en enhet"),
        default=True,
        help_text=_("Stänger du av det glöms alla enheter genast, och koden behövs vid varje inloggning."),
    )
    waiting_hours = models.PositiveSmallIntegerField(
        _("väntetid i timmar när någon har gått i god för en kollega"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(24 * 14)],
        help_text=_("Så länge hinner den som äger kontot, eller en administratör, stoppa det."),
    )
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("regler för inloggning")
        verbose_name_plural = _("regler för inloggning")
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="one_login_policy"),
            # Somebody has to have the time to stop it.
            models.CheckConstraint(condition=models.Q(waiting_hours__gte=1), name="waiting_time_is_at_least_an_hour"),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def today(cls):
        """Return the row, or what holds before anybody has decided."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
