"""The two ceremonies of a passkey: making one, and showing that one has it."""

from contextlib import contextmanager

from django.db import IntegrityError, transaction
from django_otp_webauthn.exceptions import OTPWebAuthnApiError
from django_otp_webauthn.helpers import WebAuthnHelper
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import UserVerificationRequirement

from members.accounts.enums import Way
from members.accounts.models import User
from members.accounts.services import count_failed_try, note_new_factor, stop_waiting_resets
from members.signon.models import Passkey

NAME_LENGTH = 64


class Refused(Exception):
    """The browser's answer proves nothing: an old challenge, an unknown key, somebody else's, a closed account."""


class Ceremony(WebAuthnHelper):
    """WebAuthn as the portal wants it: the device always asks who holds it, and no maker's statement is kept."""

    def get_generate_registration_options_kwargs(self, *, user):
        """Ask for a fingerprint, a face or a PIN: without one a passkey would show a single factor."""
        options = super().get_generate_registration_options_kwargs(user=user)
        options["authenticator_selection"].user_verification = UserVerificationRequirement.REQUIRED
        return options

    def create_attestation(self, *args):
        """Keep none: the portal does not ask who made the device."""


def begin_passkey(*, by):
    """Return (what the browser is asked, what to remember until it answers)."""
    return Ceremony(None).register_begin(by)


def add_passkey(*, state, answer, name, by):
    """Keep the passkey that the browser has made, record it and tell its owner; raises Refused, which is counted."""
    with _counting(lambda: by, Way.NEW_PASSKEY):
        return _add_passkey(state, answer, name, by)


@transaction.atomic
def _add_passkey(state, answer, name, by):
    # The person's row is the queue, as when a factor is removed.
    person = User.objects.select_for_update().get(pk=by.pk)
    is_first = not person.has_second_factor
    with _refusing(), transaction.atomic():
        passkey = Ceremony(None).register_complete(person, state, answer)
    passkey.name = name.strip()[:NAME_LENGTH]
    passkey.save(update_fields=["name"])
    note_new_factor(device=passkey, is_first=is_first, by=by)
    return passkey


def begin_login(*, by=None):
    """Return (what the browser is asked, what to remember until it answers); of anybody, or of this very person."""
    return Ceremony(None).authenticate_begin(by, require_user_verification=True)


def passkey_of(*, state, answer, by=None):
    """Return the passkey that the browser has shown, used just now; raises Refused, for a closed account as well.

    A refusal is counted as a wrong password is: of the person whose browser it is, else of whose key was claimed.
    """
    with _counting(lambda: by or _claimed_by(answer), Way.PASSKEY):
        return _passkey_of(state, answer, by)


@transaction.atomic
def _passkey_of(state, answer, by):
    with _refusing():
        passkey = Ceremony(None).authenticate_complete(by, state, answer)
    if not (passkey.confirmed and passkey.user.is_active):
        raise Refused
    stop_waiting_resets(passkey.user)
    return passkey


def _claimed_by(answer):
    """Return whose passkey the answer says that it is, proved or not; None for one that the portal does not know."""
    try:
        return Passkey.get_by_credential_id(base64url_to_bytes(answer["id"])).user
    except (Passkey.DoesNotExist, LookupError, TypeError, ValueError, AttributeError):
        return None


@contextmanager
def _counting(whose, way):
    """Count a refusal when what was begun has been rolled back; `whose` gives the person, or None."""
    try:
        yield
    except Refused:
        person = whose()
        count_failed_try(email=person.email if person else "", way=way)
        raise


@contextmanager
def _refusing():
    try:
        yield
    except (OTPWebAuthnApiError, WebAuthnException, IntegrityError, LookupError, TypeError, ValueError) as error:
        raise Refused from error
