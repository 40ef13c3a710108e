"""In Wagtail admin nobody begins to take part for an organisation that is no more; its history stands."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from members.organisations.enums import OrganisationKind
from members.organisations.models import Invitation
from tests.factories.organisations import OrganisationFactory


@pytest.fixture
def landsting(world):
    return OrganisationFactory(
        name="Gamla landstinget",
        kind=OrganisationKind.COUNTY_COUNCIL,
        from_date="1990-01-01",
        to_date=timezone.localdate() - timedelta(days=1),
    )


@pytest.mark.parametrize("view", ["choose", "choose_results"])
def test_chooser_offers_those_that_exist_today(client, login, world, landsting, view):
    login(client, world.fredrik)
    page = client.get(reverse(f"wagtailsnippetchoosers_organisations_organisation:{view}")).content.decode()
    assert "Norrviks kommun" in page
    assert "Gamla landstinget" not in page


def test_invitation_to_what_is_no_more_is_refused(client, login, world, landsting):
    login(client, world.david)
    sent = {"email": "ny@x.example", "name": "", "network": world.network.pk, "role": "member"}
    address = reverse("wagtailsnippets_organisations_invitation:add")
    answer = client.post(address, {**sent, "organisation": landsting.pk})
    assert "organisation" in answer.context["form"].errors
    assert Invitation.objects.count() == 0
    assert client.post(address, {**sent, "organisation": world.norrvik.pk}).status_code == 302


def test_listing_shows_from_when_until_when(client, login, world, landsting):
    login(client, world.fredrik)
    page = client.get(reverse("wagtailsnippets_organisations_organisation:list"), {"existing": "no"})
    assert "1\N{NO-BREAK SPACE}januari\N{NO-BREAK SPACE}1990" in page.content.decode()
