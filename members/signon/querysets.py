"""Finding passkeys and identities, one's own and nobody else's, and the providers that are switched on."""

from django.db import models
from django_otp.models import DeviceManager

from members.accounts.querysets import OwnQuerySet
from portal.core.predicates import is_administrator


class PasskeyManager(DeviceManager.from_queryset(OwnQuerySet)):
    """What django-otp asks of a device's manager, with the filter of one's own."""


class IdentityManager(DeviceManager.from_queryset(OwnQuerySet)):
    """The same, for who somebody is at a provider."""


class ProviderQuerySet(models.QuerySet):
    """How organisations sign their people on: the administrator's to see and to change."""

    def visible_to(self, user):
        """All for an administrator."""
        return self if is_administrator(user) else self.none()

    def on(self):
        """Those that are a way in today, with their organisations."""
        return self.filter(is_on=True).select_related("organisation")
