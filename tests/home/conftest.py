import pytest

from tests.factories.home import PublicSite


@pytest.fixture
def site(db):
    """The public site's fixed pages, in Swedish."""
    return PublicSite()
