"""What these tests stand on."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Site

from home.models import PortalSettings
from tests.factories.home import (
    InvitationContactFactory,
    InvitationMeetingFactory,
    InvitationPageFactory,
    public_site,
)
from tests.factories.organisations import NetworkFactory


@pytest.fixture
def site(db):
    """The public site's fixed pages, in Swedish."""
    return public_site()


TODAY = datetime.date.today()


def days(number):
    return TODAY + datetime.timedelta(days=number)


def moment(number):
    return timezone.now() + datetime.timedelta(days=number)


@pytest.fixture
def running(site):
    """The invitation of a network that one can register for."""
    return InvitationPageFactory(parent=site.invitations, network=NetworkFactory(name="Det öppna", slug="det-oppna"))


@pytest.fixture
def founding(site):
    """The invitation of the first network, long closed, with its whole timetable."""
    network = NetworkFactory(
        name="Det första",
        slug="det-forsta",
        registration_opens_date=datetime.date(2016, 9, 1),
        last_registration_date=datetime.date(2016, 11, 15),
        first_meeting_at=timezone.make_aware(datetime.datetime(2016, 12, 6, 10)),
        archived_at=timezone.make_aware(datetime.datetime(2018, 6, 30)),
        capacity=40,
    )
    page = InvitationPageFactory(parent=site.invitations, network=network)
    InvitationMeetingFactory(page=page)
    InvitationMeetingFactory(page=page, number=2, date=None, starts=None, ends=None, place="", when_text="våren 2017")
    InvitationContactFactory(page=page)
    return page


def name_invitation(page):
    settings = PortalSettings.for_site(Site.objects.get(is_default_site=True))
    settings.invitation_network = page.network
    settings.save()
