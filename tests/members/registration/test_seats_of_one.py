"""One organisation has one seat, whatever it has sent in."""

import pytest
from django.urls import reverse

from members.registration import services
from members.registration.enums import ApplicationState as S
from members.registration.models import Application
from tests.factories.organisations import OrganisationFactory
from tests.factories.registration import ApplicationFactory, ApplicationPersonFactory, OtherApplicationFactory
from tests.members.registration.test_bulk import address, press, states

pytestmark = pytest.mark.django_db
ADMIN = "wagtailsnippets_registration_application"


@pytest.fixture
def pair(world):
    """Two applications of an organisation that is not in the register, sent by two colleagues."""
    rows = [ApplicationFactory(network=world.network, language=language) for language in ("sv", "en")]
    for row in rows:
        ApplicationPersonFactory(application=row)
    return rows


def seat(application, world, to=S.ACCEPTED):
    return services.move(application=Application.objects.get(pk=application.pk), to=to, by=world.david)


@pytest.mark.parametrize("to", [S.CONDITIONAL, S.ACCEPTED])
def test_second_seat_is_refused_before_and_after_it_stands_in_the_register(pair, world, to):
    seat(pair[0], world, to)
    with pytest.raises(services.AlreadySeated) as refused:
        seat(pair[1], world)
    assert refused.value.other == pair[0]
    assert states(*pair) == [to, "submitted"]


def test_second_seat_is_refused_whatever_was_written_when_the_register_has_one_row(world):
    row = OrganisationFactory(name="Granbergs kommun")
    first, second = (OtherApplicationFactory(network=world.network, organisation=row) for _number in range(2))
    written = ApplicationFactory(network=world.network, organisation_name="GRANBERGS kommun", organisation_number="")
    written.organisation_number = row.organisation_number
    written.save()
    seat(first, world, S.CONDITIONAL)
    for other in (second, written):
        with pytest.raises(services.AlreadySeated):
            seat(other, world)


def test_namesake_with_a_row_of_its_own_is_another(world):
    rows = [OrganisationFactory(name="Centrum") for _number in range(2)]
    for row in rows:
        seat(OtherApplicationFactory(network=world.network, organisation=row), world, S.CONDITIONAL)
    assert Application.objects.seated().count() == 2


def test_offer_is_a_seat_and_another_network_is_another(pair, world):
    seat(pair[0], world, S.WAITING)
    services.offer_seat(application=pair[0], by=world.david)
    with pytest.raises(services.AlreadySeated):
        seat(pair[1], world)
    seat(pair[1], world, S.WAITING)
    with pytest.raises(services.AlreadySeated):
        services.offer_seat(application=pair[1], by=world.david)
    services.move(application=ApplicationFactory(network=world.other), to=S.CONDITIONAL, by=world.henrik)


def test_undoing_gives_no_second_seat(pair, world):
    seat(pair[0], world)
    step = seat(pair[0], world, S.WITHDRAWN)
    seat(pair[1], world)
    with pytest.raises(services.AlreadySeated):
        services.undo(step=step, by=world.david)


def test_correction_makes_no_second_seat(pair, world):
    other = OtherApplicationFactory(network=world.network)
    seat(pair[0], world, S.CONDITIONAL)
    seat(other, world, S.CONDITIONAL)
    values = {"organisation_name": pair[0].organisation_name, "organisation_number": pair[0].organisation_number}
    with pytest.raises(services.AlreadySeated):
        services.change(application=other, values=values, opened=services.as_opened(other, values), by=world.david)


def test_other_application_is_told_of_where_it_is_read_and_decided_on(david, pair):
    first, second = pair
    for name, query in (("inspect", ""), ("decide", "?to=conditional")):
        page = david.get(reverse(f"{ADMIN}:{name}", args=[first.pk]) + query).content.decode()
        assert "Nätverket har en anmälan till som ser ut att komma från samma organisation." in page
        assert reverse(f"{ADMIN}:inspect", args=[second.pk]) in page
    Application.objects.filter(pk=second.pk).update(state=S.WITHDRAWN)
    page = david.get(reverse(f"{ADMIN}:inspect", args=[first.pk])).content.decode()
    assert "ser ut att komma från samma organisation" not in page


def test_refusal_is_told_with_the_other_application(david, pair, world):
    seat(pair[0], world, S.CONDITIONAL)
    sent = {"seen": "submitted", "subject": "Ja", "text": "Ja"}
    path = reverse(f"{ADMIN}:decide", args=[pair[1].pk]) + "?to=conditional"
    page = david.post(path, sent, follow=True).content.decode()
    assert f"Organisationen har redan en plats, genom anmälan {pair[0].reference}." in page


def test_several_at_once_give_one_organisation_one_seat(david, pair):
    page = david.get(address("seat", *pair)).content.decode()
    assert page.count("organisationen har redan en plats, genom en annan anmälan") == 1
    told = press(david, "seat", *pair)
    assert states(*pair) == ["conditional", "submitted"]
    assert told[-1] == "Står kvar som förut: Granbergs kommun."
