"""Every write of signing on: passkeys, providers, who is who there; and what is said between portal and provider."""

from members.signon.services.exchange import (
    NotSignedOn,
    answer_of,
    begin_exchange,
    hold_to_afresh,
    is_safe_address,
    try_issuer,
)
from members.signon.services.identities import (
    AlreadyLinked,
    BelongsToAnother,
    NotOfOrganisation,
    UnknownIdentity,
    close_behind,
    confirming_identity_of,
    identity_of,
    is_vouched_for,
    link_identity,
    note_confirmation,
    takes_part,
    unlink_identity,
)
from members.signon.services.passkeys import (
    NAME_LENGTH,
    Ceremony,
    Refused,
    add_passkey,
    begin_login,
    begin_passkey,
    passkey_of,
)
from members.signon.services.providers import save_provider

__all__ = [
    "NAME_LENGTH",
    "AlreadyLinked",
    "BelongsToAnother",
    "Ceremony",
    "NotOfOrganisation",
    "NotSignedOn",
    "Refused",
    "UnknownIdentity",
    "add_passkey",
    "answer_of",
    "begin_exchange",
    "begin_login",
    "begin_passkey",
    "close_behind",
    "confirming_identity_of",
    "hold_to_afresh",
    "note_confirmation",
    "identity_of",
    "is_vouched_for",
    "is_safe_address",
    "link_identity",
    "passkey_of",
    "save_provider",
    "takes_part",
    "try_issuer",
    "unlink_identity",
]
