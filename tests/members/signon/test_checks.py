"""The domain that passkeys are bound to."""

import pytest

from portal.core.checks import passkeys_have_their_domain


@pytest.mark.parametrize(
    ("domain", "found"),
    [("natverk.portal.se", []), ("portal.se", []), ("rtal.se", ["portal.E007"]), ("localhost", ["portal.E007"])],
)
def test_domain_of_passkeys_is_that_of_the_site_or_above_it(settings, domain, found):
    settings.DEVELOPMENT, settings.SITE_URL = False, "https://natverk.portal.se"
    settings.OTP_WEBAUTHN_RP_ID = domain
    assert [error.id for error in passkeys_have_their_domain(None)] == found
