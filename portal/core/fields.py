"""Model fields without a domain."""

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models


def _fernet():
    keys = settings.FIELD_ENCRYPTION_KEYS
    if not keys:
        raise ImproperlyConfigured("FIELD_ENCRYPTION_KEYS is not set: secrets cannot be stored.")
    return MultiFernet([Fernet(key) for key in keys])


def encrypt(text):
    """Return the text encrypted with the first of FIELD_ENCRYPTION_KEYS."""
    return _fernet().encrypt(text.encode()).decode()


def decrypt(text):
    """Return the plain text; raises cryptography.fernet.InvalidToken when no key fits."""
    return _fernet().decrypt(text.encode()).decode()


def is_by_newest_key(text):
    """Whether the first of FIELD_ENCRYPTION_KEYS opens the encrypted text."""
    try:
        Fernet(settings.FIELD_ENCRYPTION_KEYS[0]).decrypt(text.encode())
    except InvalidToken:
        return False
    return True


def by_newest_key(text):
    """Return the encrypted text encrypted anew; raises cryptography.fernet.InvalidToken when no key fits."""
    return _fernet().rotate(text.encode()).decode()


class EncryptedTextField(models.TextField):
    """Text that is encrypted in the database and plain in Python.

    Encrypted with the first of FIELD_ENCRYPTION_KEYS, readable with any of them. It cannot be searched.
    Raises cryptography.fernet.InvalidToken when no key fits.
    """

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return value if value is None else encrypt(value)

    def from_db_value(self, value, expression, connection):
        return value if value is None else decrypt(value)

    def get_lookup(self, lookup_name):
        if lookup_name != "isnull":
            raise TypeError("An encrypted field cannot be searched.")
        return super().get_lookup(lookup_name)
