"""What the listings in Wagtail admin offer: nothing that every row would refuse, and Swedish where they are empty."""

import re

import pytest
from django.urls import reverse

from tests.factories.organisations import InvitationFactory

NAMES = ("organisation", "network", "membership", "invitation")


def listing(client, name, query=""):
    return client.get(reverse(f"wagtailsnippets_organisations_{name}:list") + query).text


def offered(client, name):
    """The actions on several rows that the listing has buttons for, and whether its rows can be ticked."""
    html = listing(client, name)
    address = f"/admin/bulk/organisations/{name}/"
    return {part.split("/")[0] for part in html.split(address)[1:]}, "bulk-action-checkbox" in html


@pytest.mark.parametrize(
    ("who", "name", "actions"),
    [
        ("fredrik", "organisation", {"delete", "end"}),
        ("fredrik", "network", set()),
        ("fredrik", "membership", {"end"}),
        ("fredrik", "invitation", {"renew", "withdraw"}),
        ("david", "organisation", set()),
        ("david", "network", set()),
        ("david", "membership", {"end"}),
        ("david", "invitation", {"renew", "withdraw"}),
    ],
)
def test_several_rows_are_offered_what_the_person_may_do(client, world, login, who, name, actions):
    InvitationFactory(network=world.network, organisation=world.lindasa)
    login(client, getattr(world, who))
    found, has_boxes = offered(client, name)
    assert found == actions
    assert has_boxes == bool(actions)


def test_network_says_in_words_whether_it_runs(client, world, login):
    login(client, world.fredrik)
    html = listing(client, "network")
    assert (html.count("Pågår"), html.count("Avslutat")) == (2, 1)


def test_empty_listings_say_so_in_swedish(client, world, login):
    login(client, world.david)
    assert "Här finns inga inbjudningar att delta ännu." in listing(client, "invitation")
    assert "Inget i listan passar det du söker." in listing(client, "membership", "?q=finnsinte")


def test_what_is_empty_is_a_dash(client, world, login):
    login(client, world.fredrik)
    shown = client.get(reverse("wagtailsnippets_organisations_network:inspect", args=[world.network.pk])).text
    assert re.search(r"<dd>\s*None", shown) is None
    assert "–" in shown
