"""The pages of the inventory."""

from django.urls import reverse

from members.needs.models import Inventory
from tests.factories.needs import InventoryFactory
from tests.factories.organisations import MembershipFactory

INDEX, WRITE, AUTOSAVE = (reverse(f"needs:{name}") for name in ("index", "write", "autosave"))


def page(response):
    return " ".join(response.content.decode().split())


def test_index_invites_to_begin(client, world, login):
    response = login(client, world.amina).get(INDEX)
    assert "Ni har inte börjat än" in page(response)
    assert WRITE in page(response)


def test_index_shows_the_organisations_own(client, world, login):
    InventoryFactory(network=world.network, organisation=world.lindasa, situation="Lindåsas läge.")
    InventoryFactory(network=world.network, organisation=world.norrvik, situation="Norrviks läge.")

    response = login(client, world.bo).get(INDEX)
    assert "Lindåsas läge." in page(response)
    assert "Norrviks läge." not in page(response)


def test_index_lists_all_for_the_coordinator(client, world, login):
    assert "Ingen har börjat" in page(login(client, world.david).get(INDEX))
    InventoryFactory(network=world.network, organisation=world.lindasa)
    InventoryFactory(network=world.other, organisation=world.fjardholmen)

    response = client.get(INDEX)
    assert "Lindåsa kommun" in page(response)
    assert "Fjärdholmens kommun" not in page(response)


def test_inventory_of_an_archive_is_read_only(client, world, login):
    assert "Inget är skrivet." in page(login(client, world.ida).get(INDEX))
    InventoryFactory(network=world.archive, organisation=world.alvnas)
    response = client.get(INDEX)

    assert "enstaka fall i två skolor" in page(response)
    assert WRITE not in page(response)


def test_write_is_continued_by_a_colleague(client, world, login):
    login(client, world.amina).post(WRITE, {"edit_number": "0", "situation": "Aminas början."})
    response = login(client, world.bo).get(WRITE)

    assert "Aminas början." in page(response)
    assert response.context["form"]["edit_number"].value() == 1


def test_write_of_a_stale_text_gives_409_with_both_texts(client, world, login):
    login(client, world.amina).post(WRITE, {"edit_number": "0", "situation": "Aminas text."})
    response = login(client, world.bo).post(WRITE, {"edit_number": "0", "situation": "Bos text."})

    assert response.status_code == 409
    assert "Aminas text." in page(response)
    assert "Bos text." in page(response)
    assert Inventory.objects.get().situation == "Aminas text."


def test_write_refuses_a_personal_number_and_keeps_the_text(client, world, login):
    response = login(client, world.amina).post(WRITE, {"edit_number": "0", "situation": "Anna 850101-1234"})

    assert "ser ut att innehålla ett personnummer" in page(response)
    assert "Anna 850101-1234" in page(response)
    assert not Inventory.objects.exists()


def test_autosave_goes_on_from_its_own_answer(client, world, login):
    first = login(client, world.amina).post(AUTOSAVE, {"edit_number": "0", "situation": "Ett"})
    second = client.post(AUTOSAVE, {"situation": "Ett två", **first.json()["fields"]})

    assert second.json()["fields"]["edit_number"] == 2
    assert Inventory.objects.get().situation == "Ett två"


def test_autosave_says_when_it_cannot_save(client, world, login):
    login(client, world.amina).post(AUTOSAVE, {"edit_number": "0", "situation": "Aminas text."})
    login(client, world.bo)

    assert client.post(AUTOSAVE, {"edit_number": "0", "situation": "Bos text."}).status_code == 409
    assert client.post(AUTOSAVE, {"edit_number": "0", "situation": "850101-1234"}).status_code == 422


def test_inventory_costs_seven_queries(client, world, login, django_assert_max_num_queries):
    inventory = InventoryFactory(network=world.network, organisation=world.lindasa)
    login(client, world.amina).get(inventory.get_absolute_url())
    with django_assert_max_num_queries(7):
        client.get(inventory.get_absolute_url())


def test_write_goes_to_the_network_that_the_form_was_opened_in(client, world, login):
    MembershipFactory(user=world.amina, organisation=world.lindasa, network=world.other)
    login(client, world.amina)
    session = client.session
    session["network"] = world.other.pk
    session.save()

    client.post(WRITE, {"edit_number": "0", "situation": "Om det första nätverket.", "network": world.network.pk})

    assert Inventory.objects.get().network == world.network


def test_write_in_a_network_that_one_has_left_is_refused(client, world, login):
    posted = {"edit_number": "0", "situation": "Text.", "network": world.other.pk}
    assert login(client, world.amina).post(WRITE, posted).status_code == 404
    assert not Inventory.objects.exists()
