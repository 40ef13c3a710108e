"""The networks' own pages: names of organisations, approved words, and nothing else of the extranet."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from wagtail.models import Locale

from home.models import NetworkPage, NetworkParagraph
from tests.factories.home import InvitationPageFactory, NetworkIndexPageFactory, NetworkPageFactory


@pytest.fixture
def index(world, site):
    return NetworkIndexPageFactory(parent=site.home)


@pytest.fixture
def running(index, world):
    return NetworkPageFactory(parent=index, network=world.network, title="Lägesbilden")


def paragraph(page, organisation, **values):
    approved = {"approved_by_role": "Socialchefen", "approved_date": datetime.date(2026, 3, 4)}
    return NetworkParagraph.objects.create(
        page=page, organisation=organisation, text=f"Vi är {organisation.name}.", **approved | values
    )


def read(client, url):
    response = client.get(url)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def test_page_stands_at_the_networks_address_and_names_who_takes_part(client, running, world):
    html = read(client, "/natverk/lokal-lagesbild/")
    for name in ("Lindåsa kommun", "Norrviks kommun"):
        assert f"<h3>{name}</h3>" in html
    assert "2 organisationer." in html
    for name in ("SKR", "Fjärdholmens kommun", "Älvnäs kommun"):
        assert f"<h3>{name}</h3>" not in html


def test_page_names_no_person(client, running, world):
    html = read(client, running.url)
    assert not [name for name, person in world.people.items() if person.name in html or person.email in html]


def test_organisation_that_has_left_is_no_longer_named(client, running, world):
    world.cecilia.memberships.all().delete()
    world.klara.memberships.all().delete()
    assert "Norrviks kommun" not in read(client, running.url)


def test_archived_network_shows_who_took_part(client, index, world):
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    world.ida.memberships.update(from_date=datetime.date(2016, 12, 6), to_date=yesterday)
    html = read(client, NetworkPageFactory(parent=index, network=world.archive).url)
    assert "Avslutat nätverk" in html
    assert "De deltog" in html
    assert "<h3>Älvnäs kommun</h3>" in html


def test_paragraph_is_shown_only_when_its_organisation_has_approved_it(client, running, world):
    paragraph(running, world.lindasa)
    paragraph(running, world.norrvik, approved_by_role="", approved_date=None)
    html = read(client, running.url)
    assert "Vi är Lindåsa kommun." in html
    assert "Godkänt av Socialchefen, 4 mars 2026." in html
    assert "Vi är Norrviks kommun." not in html


def test_paragraph_of_one_who_takes_no_part_is_not_shown(client, running, world):
    paragraph(running, world.alvnas)
    assert "Älvnäs" not in read(client, running.url)


@pytest.mark.parametrize("half", [{"approved_by_role": ""}, {"approved_date": None}])
def test_paragraph_is_approved_by_somebody_some_day(running, world, half):
    with pytest.raises(IntegrityError), transaction.atomic():
        paragraph(running, world.lindasa, **half)


def test_one_paragraph_per_organisation(running, world):
    paragraph(running, world.lindasa)
    with pytest.raises(IntegrityError), transaction.atomic():
        paragraph(running, world.lindasa)


def test_map_counts_participants_by_county_and_says_the_same_in_a_table(client, running, world):
    world.lindasa.county_code = world.norrvik.county_code = "05"
    world.lindasa.save()
    world.norrvik.save()
    html = read(client, running.url)
    assert 'aria-label="Östergötlands län: 2"' in html
    assert '<th scope="row">Östergötlands län</th><td class="numeric">2</td>' in html


def test_page_leads_to_the_invitation_when_there_is_one(client, running, world, site):
    assert "Läs inbjudan" not in read(client, running.url)
    invitation = InvitationPageFactory(parent=site.invitations, network=world.network)
    assert f'href="{invitation.url}">Läs inbjudan till nätverket' in read(client, running.url)


def test_list_shows_running_networks_before_archived_ones(client, running, index, world):
    NetworkPageFactory(parent=index, network=world.archive, title="Det första")
    html = read(client, "/natverk/")
    assert html.index("Lägesbilden") < html.index("Det första")
    assert "Avslutat, 2016–2018" in html


def test_list_without_pages_says_so(client, index):
    assert "Inget nätverk har någon sida än" in read(client, "/natverk/")


def test_page_in_english(client, running, site):
    english = site.translate(running, title="The picture")
    html = read(client, english.url)
    assert '<html lang="en">' in html
    assert "Lindåsa kommun" in html


def test_network_has_one_page_a_language(running, index, world):
    second = NetworkPage(network=world.network, title="En till", lead="x", locale=Locale.get_default())
    with pytest.raises(ValidationError) as refused:
        second.clean()
    assert refused.value.message_dict.keys() == {"network"}


@pytest.mark.parametrize("rows", [1, 3])
def test_page_costs_seven_queries(client, running, world, rows, django_assert_num_queries):
    for organisation in (world.lindasa, world.norrvik, world.bjorkhaga)[:rows]:
        paragraph(running, organisation)
    client.get("/natverk/")
    address = running.url
    with django_assert_num_queries(7):
        client.get(address)


def test_change_of_membership_is_seen_at_once(client, running, world):
    assert "Norrviks kommun" in read(client, running.url)
    world.cecilia.memberships.all().delete()
    world.klara.memberships.all().delete()
    assert "Norrviks kommun" not in read(client, running.url)
