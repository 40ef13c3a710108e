"""Gotland is municipality and region in one: whoever applies for it finds it as either, and it is one organisation."""

import pytest

from members.organisations.models import Organisation
from members.registration.forms import find_organisation
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def gotland():
    return OrganisationFactory(name="Region Gotland", code="0980", county_code="09", is_demonstration=False)


@pytest.mark.parametrize(
    "name", ["Region Gotland", "region gotland", "Gotlands kommun", "Gotland", "Gotlands kommun (Region Gotland)"]
)
def test_gotland_is_found_by_what_its_people_call_it(applicant, gotland, name):
    assert find_organisation(name) == gotland
    assert applicant.begin(organisation_name=name).status_code == 302


def test_list_offers_gotland_as_either(client, address, gotland):
    page = client.get(address).content.decode()

    assert page.count('<option value="Region Gotland">') == 1
    assert page.count('<option value="Gotlands kommun (Region Gotland)">') == 1


def test_application_from_gotlands_kommun_is_the_regions(applicant, gotland):
    applicant.begin(organisation_name="Gotlands kommun")
    for step in ("personer", "beslut", "behov", "faktura"):
        applicant.write(step)
    applicant.send()

    application = gotland.applications.get()
    assert application.organisation_name == "Region Gotland"
    assert Organisation.objects.filter(name__contains="Gotland").count() == 1


def test_other_regions_are_found_by_their_own_name_alone(gotland):
    OrganisationFactory(name="Region Uppsala", code="03", kind="region", is_demonstration=False)

    assert find_organisation("Uppsala") is None
