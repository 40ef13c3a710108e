"""The six digits of the demonstration accounts."""

import time_machine

from portal.ops.codes import code, lines

# RFC 6238, appendix B: the key "12345678901234567890" in base 32, and its digits at second 59.
RFC_KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def test_code_is_what_rfc_6238_says():
    with time_machine.travel(59, tick=False):
        assert code(RFC_KEY) == "287082"


def test_account_without_second_factor_has_no_code():
    accounts = [
        {"email": "amina@lindasa.example", "totp_secret": RFC_KEY},
        {"email": "klara@norrvik.example", "totp_secret": None},
    ]
    with time_machine.travel(59, tick=False):
        assert list(lines(accounts)) == ["287082  amina@lindasa.example", "  --    klara@norrvik.example"]
