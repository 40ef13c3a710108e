"""The link to an application that has been sent: signed, bound to one contact person, and good for nothing else."""

from django.core import signing

SALT = "registration.own"


def token_of(person):
    """Return the token of a contact person's own link; it holds the moment it was made."""
    return signing.dumps([person.application_id, person.pk], salt=SALT)


def read_token(token, *, max_age=None):
    """Return (application id, person id). Raises signing.BadSignature, and SignatureExpired for one of long ago."""
    application_id, person_id = signing.loads(token, salt=SALT, max_age=max_age)
    return application_id, person_id
