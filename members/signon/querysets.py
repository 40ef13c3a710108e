"""Finding passkeys: one's own and nobody else's."""

from django_otp.models import DeviceManager

from members.accounts.querysets import OwnQuerySet


class PasskeyManager(DeviceManager.from_queryset(OwnQuerySet)):
    """What django-otp asks of a device's manager, with the filter of one's own."""
