"""What a coordinator wrote on behalf of an organisation waits to be confirmed: reminded of, taken back, gone."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from members.audit.models import Record
from members.registration import services
from members.registration.models import ApplicationDraft, DraftLink, OnBehalf
from portal.core import guard
from portal.core.models import OutboxMessage
from tests.factories.registration import OnBehalfFactory
from tests.members.registration.behalf import (
    KAJSA,
    REGISTER,
    VIEWS,
    WAITING,
    at,
    complete,
    confirm,
    latest,
    path_in,
    write,
)

pytestmark = pytest.mark.django_db


def test_reminder_goes_at_most_once_a_day(david, client, about, world):
    page = david.post(at("remind", about), {"email": KAJSA}).content.decode()
    assert "det senaste dygnet" in page
    assert OutboxMessage.objects.count() == 1
    DraftLink.objects.update(created_at=timezone.now() - datetime.timedelta(hours=25))
    assert david.post(at("remind", about), {"email": KAJSA}).url == WAITING

    letter = latest("on_behalf")
    assert letter.subject.startswith("Påminnelse:")
    assert client.get(f"{path_in(letter)}granska/").status_code == 200
    assert Record.objects.get(action="registration.remind_to_confirm").on_behalf_of == "Granbergs kommun"


def test_corrected_address_gets_a_link_and_the_wrong_ones_opens_nothing(david, client, about):
    wrong = path_in(latest("on_behalf"))
    david.post(at("remind", about), {"email": "rätt"})
    assert OutboxMessage.objects.count() == 1
    david.post(at("remind", about), {"email": "kajsa.k@granberg.example"})

    letter = latest("on_behalf")
    assert (letter.to, letter.subject) == ("kajsa.k@granberg.example", "Bekräfta anmälan för Granbergs kommun")
    assert client.get(f"{wrong}granska/").status_code == 410
    assert client.get(f"{path_in(letter)}granska/").status_code == 200


def test_coordinator_takes_back_what_nobody_has_touched(david, client, about, world):
    assert "Det går inte att ångra" in david.get(at("remove", about)).content.decode()
    assert OnBehalf.objects.exists()
    assert david.post(at("remove", about)).url == WAITING

    assert not ApplicationDraft.objects.exists()
    assert client.get(f"{path_in(latest('on_behalf'))}granska/").status_code == 410
    assert Record.objects.get(action="registration.remove_on_behalf").on_behalf_of == "Granbergs kommun"
    services.remove_on_behalf(on_behalf=about, by=world.david)


def test_draft_that_the_organisation_has_corrected_is_theirs(david, client, about):
    write(client, path_in(latest("on_behalf")), "personer", first_phone="070-111 22 33")
    page = david.get(WAITING).content.decode()
    assert "Organisationen har börjat rätta uppgifterna" in page
    assert at("remove", about) not in page

    assert "De är organisationens nu." in david.post(at("remove", about), follow=True).content.decode()
    assert ApplicationDraft.objects.exists()


def test_what_is_confirmed_is_not_reminded_of_or_removed(david, client, about, world):
    path = path_in(latest("on_behalf"))
    complete(client, path)
    confirm(client, path)

    for name in ("remind", "remove"):
        assert david.get(at(name, about)).status_code == 404
    with pytest.raises(services.AlreadyConfirmed):
        services.remind_to_confirm(on_behalf=about, email=KAJSA, by=world.david)
    with pytest.raises(services.AlreadyConfirmed):
        services.remove_on_behalf(on_behalf=about, by=world.david)
    assert "Ingenting väntar på bekräftelse." in david.get(WAITING).content.decode()


def test_what_is_gone_is_not_reminded_of(about, world):
    draft = ApplicationDraft.objects.select_related("on_behalf").get()
    ApplicationDraft.objects.all().delete()

    with pytest.raises(services.AlreadyDeclined):
        services.remind_to_confirm(on_behalf=about, email=KAJSA, by=world.david)
    services.decline_on_behalf(draft=draft)


def test_another_networks_waiting_application_does_not_exist(client, login, about, world):
    assert "Granbergs" in client.get(WAITING).content.decode()
    login(client, world.henrik)
    for name in ("remind", "remove"):
        assert client.get(at(name, about)).status_code == 404
        assert client.post(at(name, about), {"email": KAJSA}).status_code == 404
    assert "Granbergs" not in client.get(WAITING).content.decode()
    assert client.get(f"{WAITING}{10**30}/remind/").status_code == 404


def test_nothing_waits_in_a_finished_network(david, about, world):
    OnBehalfFactory(draft__network=world.archive)

    assert [row.network for row in david.get(WAITING).context["rows"]] == [world.network]


def test_inbox_tells_how_many_wait(david, about, django_assert_num_queries):
    page = david.get(reverse(f"{VIEWS}:list")).content.decode()

    assert f'href="{WAITING}"' in page
    assert f'href="{REGISTER}"' in page
    assert "1 anmälan som du eller en kollega" in page


def test_waiting_list_costs_the_same_for_one_and_three(david, about, django_assert_max_num_queries, world):
    with django_assert_max_num_queries(30) as first:
        david.get(WAITING)
    for number in range(2):
        OnBehalfFactory(draft__network=world.network, organisation_name=f"Organisation {number}", by=world.david)
    with django_assert_max_num_queries(len(first)):
        david.get(WAITING)


def test_expired_link_is_renewed_with_the_same_words(client, about):
    path = path_in(latest("on_behalf"))
    DraftLink.objects.update(expires_at=timezone.now(), created_at=timezone.now() - datetime.timedelta(days=30))
    client.post(f"{path}ny-lank/", {"stamp": guard.new_stamp()})

    assert OutboxMessage.objects.filter(kind__endswith="/on_behalf", to=KAJSA).count() == 2


def test_one_that_nobody_confirms_is_warned_of_and_goes_with_its_address(about, settings):
    then = timezone.now() - datetime.timedelta(days=settings.DRAFT_DAYS - 10)
    ApplicationDraft.objects.update(changed_at=then)
    assert services.warn_of_old_drafts() == 1
    assert "Nätverksledaren skrev den för er" in latest("draft_goes").text
    ApplicationDraft.objects.update(changed_at=then - datetime.timedelta(days=11))

    assert services.forget_old_drafts() == 1
    assert not OnBehalf.objects.exists()
