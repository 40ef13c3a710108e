"""In with a passkey, or by way of one's organisation; where both are added and removed."""

from members.signon.views.identities import begin_link, link, unlink
from members.signon.views.passkeys import begin_login, begin_passkey, finish_login, finish_passkey, passkeys
from members.signon.views.sign_on import begin_confirm, begin_sign_on, finish_sign_on, not_signed_on, organisations

__all__ = [
    "begin_confirm",
    "begin_link",
    "begin_login",
    "begin_passkey",
    "begin_sign_on",
    "finish_login",
    "finish_passkey",
    "finish_sign_on",
    "link",
    "not_signed_on",
    "organisations",
    "passkeys",
    "unlink",
]
