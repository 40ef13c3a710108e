"""`manage.py begin`: an empty portal in production gets its pages and its first administrator."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from casestudies.models import Environment
from members.accounts.models import User
from members.organisations.models import Invitation, Organisation
from portal.core.models import OutboxMessage

pytestmark = pytest.mark.django_db


def begin(address="chef@skr.example", organisation="Sveriges Kommuner och Regioner"):
    out = io.StringIO()
    call_command("begin", administrator=address, organisation=organisation, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    "path", ["/", "/inbjudan/", "/goda-exempel/", "/nyheter/", "/natverk/", "/en/", "/en/inbjudan/"]
)
def test_begun_portal_shows_its_pages(client, path):
    begin()

    response = client.get(path)

    assert response.status_code == 200
    assert "demonstration" not in response.content.decode().lower()


def test_pages_of_text_wait_for_the_administrator(client):
    begin()

    assert client.get("/personuppgifter/").status_code == 404
    assert Page.objects.filter(slug="personuppgifter", live=False).count() == 2


def test_administrator_gets_a_link_and_nobody_an_account():
    assert "chef@skr.example" in begin()

    invitation = Invitation.objects.get()
    assert (invitation.role, invitation.organisation.name) == ("administrator", "Sveriges Kommuner och Regioner")
    assert OutboxMessage.objects.get().to == "chef@skr.example"
    assert not User.objects.exists()


def test_begun_portal_has_the_register_and_the_words():
    begin()

    assert Organisation.objects.in_register().exclude(code="").filter(to_date=None).count() == 310
    assert Environment.objects.exists()


def test_beginning_twice_is_refused_and_changes_nothing():
    begin()
    before = Page.objects.count()

    with pytest.raises(CommandError, match="pages already"):
        begin()
    assert (Page.objects.count(), Invitation.objects.count()) == (before, 1)


def test_address_that_is_none_is_refused():
    with pytest.raises(CommandError, match="no e-mail address"):
        begin(address="chef")
    assert not Invitation.objects.exists()
