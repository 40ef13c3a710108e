"""Who takes part for an organisation that loses its place stays inside: it is said before, and afterwards."""

import pytest
from django.urls import reverse

from members.journey.queries.coordinator import today
from members.registration import queries, services
from tests.factories.registration import ApplicationPersonFactory

pytestmark = pytest.mark.django_db
VIEWS = "wagtailsnippets_registration_application"


@pytest.fixture
def application(world):
    """A confirmed place of an organisation whose people take part."""
    application = ApplicationPersonFactory(
        application__network=world.network, application__organisation=world.lindasa, application__organisation_number=""
    ).application
    application.organisation_name = world.lindasa.name
    application.save()
    services.move(application=application, to="accepted", by=world.david)
    application.refresh_from_db()
    return application


def page(client, name, application, query=""):
    return client.get(reverse(f"{VIEWS}:{name}", args=[application.pk]) + query).content.decode()


def test_those_who_stay_are_told_of_before_the_place_is_lost_and_after(david, application, world):
    people = queries.staying(application)
    assert people > 1
    told = f"{people} personer deltar i nätverket för {world.lindasa}"
    assert told not in page(david, "inspect", application)
    assert told in page(david, "decide", application, "?to=withdrawn")
    assert told in page(david, "undo", application)

    services.withdraw(application=application)
    shown = page(david, "inspect", application)
    assert told in shown
    address = shown.partition(told)[2].partition('href="')[2].partition('"')[0].replace("&amp;", "&")
    listed = david.get(address).context["object_list"]
    assert {row.organisation for row in listed} == {world.lindasa}
    assert len({row.user_id for row in listed}) == people


def test_hem_lists_them_until_they_are_ended(application, world):
    titles = [task.title for task in today(world.david, world.network)]
    assert "Deltar utan plats" not in titles
    services.withdraw(application=application)
    [task] = [task for task in today(world.david, world.network) if task.title == "Deltar utan plats"]
    assert [text for text, _address in task.items] == [str(world.lindasa)]
    world.lindasa.memberships.all().delete()
    assert "Deltar utan plats" not in [task.title for task in today(world.david, world.network)]
