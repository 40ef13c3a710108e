import pytest

from tests.factories.home import public_site


@pytest.fixture
def site(db):
    """The public site's fixed pages, in Swedish."""
    return public_site()
