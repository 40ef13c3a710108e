"""The person who logs in."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_otp import device_classes

from members.accounts.enums import KNOWN_NEARBY, Audience, Language
from members.accounts.querysets import UserManager


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody with an account, known by the e-mail address."""

    email = models.EmailField(_("e-postadress"), unique=True)
    name = models.CharField(_("namn"), max_length=150)
    name_audience = models.CharField(
        _("vem som ser namnet"), max_length=12, choices=KNOWN_NEARBY, default=Audience.NETWORK
    )
    email_audience = models.CharField(
        _("vem som ser e-postadressen"), max_length=12, choices=KNOWN_NEARBY, default=Audience.NETWORK
    )
    title = models.CharField(_("roll i organisationen"), max_length=150, blank=True)
    title_audience = models.CharField(
        _("vem som ser rollen"), max_length=12, choices=Audience.choices, default=Audience.NETWORK
    )
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    phone_audience = models.CharField(
        _("vem som ser telefonnumret"), max_length=12, choices=Audience.choices, default=Audience.NETWORK
    )
    can_help_with = models.CharField(_("kan hjälpa till med"), max_length=300, blank=True)
    looking_for = models.CharField(_("söker"), max_length=300, blank=True)
    topics_audience = models.CharField(
        _("vem som ser ämnena"), max_length=12, choices=Audience.choices, default=Audience.NETWORK
    )
    # Colleagues know the face already; whether the network is to, each decides. It cannot be unseen.
    portrait_audience = models.CharField(
        _("vem som ser bilden"), max_length=12, choices=Audience.choices, default=Audience.ORGANISATION
    )
    language = models.CharField(_("språk"), max_length=2, choices=Language.choices, default=Language.SWEDISH)
    is_active = models.BooleanField(_("aktivt konto"), default=True)
    is_demonstration = models.BooleanField(_("demonstration"), default=False)
    created_at = models.DateTimeField(_("skapat"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("uppgifterna bekräftade"), null=True, blank=True)
    reminded_at = models.DateTimeField(_("påmind om att bekräfta"), null=True, blank=True)

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
    def is_to_confirm(self):
        """Whether it is so long since the person confirmed or changed what they tell that they are asked again."""
        told_at = self.confirmed_at or self.created_at
        return told_at < timezone.now() - timedelta(days=settings.CONFIRM_DAYS)

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
        codes = apps.get_model("accounts", "RecoveryCode").objects
        return codes.filter(device__user=self, device__confirmed=True).count()

    @property
    def factors(self):
        """What proves who the person is beside the password, oldest first: whatever django-otp knows of."""
        found = [device for model in self._kinds_of_factor() for device in model.objects.devices_for_user(self, True)]
        return sorted(found, key=lambda device: (device.created_at or self.created_at, device.pk))

    @property
    def has_second_factor(self):
        """Whether an authenticator app, a passkey or the like has been set up; recovery codes alone are none."""
        return any(model.objects.devices_for_user(self, True).exists() for model in self._kinds_of_factor())

    @staticmethod
    def _kinds_of_factor():
        return [model for model in device_classes() if getattr(model, "is_factor", True)]

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
