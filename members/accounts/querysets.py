"""Finding people."""

from django.contrib.auth.models import BaseUserManager
from django.db import models
from django_otp.models import DeviceManager


class UserQuerySet(models.QuerySet):
    """Accounts: visible to oneself and the administrator; others are seen through their memberships."""

    def visible_to(self, user):
        """Oneself; all accounts for an administrator."""
        if not user.is_authenticated:
            return self.none()
        if user.holds_role("administrator"):
            return self
        return self.filter(pk=user.pk)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    """Accounts are made with an address in lower case."""

    @classmethod
    def normalize_email(cls, email):
        """Lower case all of it: no mail host in use tells them apart."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, email):
        """Find by address, whatever its case."""
        return self.get(email=self.normalize_email(email))

    def create_user(self, email, password=None, **fields):
        """Make an account; without a password it can only be opened by an invitation or a reset."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        """Make an account that bypasses every rule: for the very first login of an installation."""
        return self.create_user(email, password, is_superuser=True, **fields)


class OwnQuerySet(models.QuerySet):
    """Authenticator apps, sessions: one's own and nobody else's, not even for an administrator."""

    def visible_to(self, user):
        """One's own."""
        return self.filter(user_id=user.pk) if user.is_authenticated else self.none()


class TotpDeviceManager(DeviceManager.from_queryset(OwnQuerySet)):
    """What django-otp asks of a device's manager, with our filter."""


def administrating(person):
    """Return the memberships of today by which people are administrators: the person's model knows where they stand."""
    return person.memberships.model.objects.current().filter(role="administrator")


def is_last_administrator(person):
    """Whether the person is administrator today, and nobody else who may log in is."""
    held = administrating(person)
    others = held.exclude(user=person).filter(user__is_active=True)
    return held.filter(user=person).exists() and not others.exists()
