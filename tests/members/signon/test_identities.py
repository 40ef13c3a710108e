"""Linking an account to who one is at the organisation, and unlinking it."""

import time

import pytest
import time_machine
from django.urls import reverse

from members.accounts.models import Session
from members.audit.models import Record
from members.signon import services
from members.signon.models import Identity
from portal.core.models import OutboxMessage
from portal.core.personal_data import rows_of
from tests.factories.accounts import PASSWORD
from tests.factories.signon import IdentityFactory, ProviderFactory
from tests.members.accounts.conftest import code_of
from tests.members.signon.journey import came_back, reason_of, whole_way

ACCOUNT, LINK = reverse("accounts:account"), reverse("signon:link")


@pytest.fixture
def bo_in(client, world, login, confirmed):
    return confirmed(login(client, world.bo))


def begin(client, provider):
    return client.get(reverse("signon:begin_link", args=[provider.pk]))["Location"]


def test_account_is_linked_while_logged_in_and_told_by_mail(bo_in, world, provider):
    assert "Koppla till ditt konto" in bo_in.get(ACCOUNT).content.decode()
    answer = came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    assert answer["Location"] == LINK
    assert not Identity.objects.exists()
    assert "Anna på jobbet" in bo_in.get(LINK).content.decode()
    page = bo_in.post(LINK, follow=True).content.decode()
    assert "Nu kan du logga in genom din organisation." in page
    assert "Ta bort kopplingen" in page
    identity = Identity.objects.get()
    assert (identity.user, identity.issuer, identity.subject) == (world.bo, provider.issuer, "anna-17")
    assert Record.objects.get(action="signon.link_identity").actor_id == str(world.bo.pk)
    mail = OutboxMessage.objects.get(to=world.bo.email)
    assert "Lindåsa kommun kopplades till ditt konto" in mail.text
    assert "Ta bort kopplingen" in mail.text
    bo_in.post(reverse("accounts:log_out"))
    assert whole_way(bo_in, provider)["Location"].startswith(reverse("accounts:second_factor"))


def test_provider_alone_links_nothing(bo_in, world, provider):
    """Somebody else's session at the provider, and a picture that sets out: without the person's own word, no link."""
    came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    assert bo_in.get(LINK).status_code == 200
    strict = type(bo_in)(enforce_csrf_checks=True)
    strict.cookies = bo_in.cookies
    assert strict.post(LINK).status_code == 403
    assert not Identity.objects.exists()


def test_code_is_asked_for_first(client, world, login, provider):
    login(client, world.bo)
    assert begin(client, provider).startswith(reverse("accounts:confirm"))


def test_link_is_for_whoever_began_it(client, world, login, confirmed, provider):
    confirmed(login(client, world.bo))
    back = provider.local.authorize(begin(client, provider))
    login(client, world.amina)
    assert reason_of(came_back(client, back)) == "borja-om"
    client.logout()


def test_first_sign_on_links_after_password_and_code(client, world, provider):
    whole_way(client, provider)
    page = client.get(LINK).content.decode()
    assert f"{reverse('accounts:login')}?next={LINK.replace('/', '%2F')}" in page
    client.post(reverse("accounts:login"), {"username": world.bo.email, "password": PASSWORD, "next": LINK})
    assert client.get(LINK)["Location"].startswith(reverse("accounts:second_factor"))
    code = {"code": code_of(world.bo.totp_devices.get()), "next": LINK}
    assert client.post(reverse("accounts:second_factor"), code)["Location"] == LINK
    assert "Anna på jobbet" in client.get(LINK).content.decode()
    client.post(LINK)
    assert Identity.objects.get().user == world.bo


def test_what_was_found_grows_old(bo_in, provider):
    came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    with time_machine.travel(time.time() + 16 * 60):
        assert bo_in.post(LINK)["Location"] == ACCOUNT
    assert not Identity.objects.exists()


def test_identity_of_somebody_else_is_refused(bo_in, world, provider):
    IdentityFactory(user=world.amina, provider=provider, subject="anna-17")
    came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    assert "redan kopplad till ett annat konto" in bo_in.post(LINK, follow=True).content.decode()
    assert Identity.objects.get().user == world.amina


def test_second_identity_at_the_same_place_is_refused(bo_in, world, provider, identity):
    provider.local.subject = "anna-18"
    came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    assert "Ta bort den kopplingen först" in bo_in.post(LINK, follow=True).content.decode()
    provider.local.subject = "anna-17"
    came_back(bo_in, provider.local.authorize(begin(bo_in, provider)))
    bo_in.post(LINK)
    assert list(Identity.objects.all()) == [identity]
    assert not OutboxMessage.objects.exists()


def test_only_who_takes_part_for_the_organisation_links_there(client, world, login, confirmed, provider):
    confirmed(login(client, world.cecilia))
    assert "Koppla till ditt konto" not in client.get(ACCOUNT).content.decode()
    came_back(client, provider.local.authorize(begin(client, provider)))
    assert "Du deltar inte för den organisationen" in client.post(LINK, follow=True).content.decode()
    assert not Identity.objects.exists()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_link_is_removed_by_its_owner_and_told_by_mail(bo_in, world, login, identity, language):
    type(world.bo).objects.filter(pk=world.bo.pk).update(language=language)
    other = login(type(bo_in)(), world.bo)
    address = reverse("signon:unlink", args=[identity.pk])
    assert "Lindåsa kommun" in bo_in.get(address).content.decode()
    assert Identity.objects.exists()
    page = bo_in.post(address, follow=True)
    assert page.redirect_chain == [(ACCOUNT, 302)]
    assert not Identity.objects.exists()
    assert other.get(ACCOUNT).status_code == 302
    assert Session.objects.filter(user=world.bo).count() == 1
    assert Record.objects.filter(action="signon.unlink_identity").count() == 1
    assert OutboxMessage.objects.get().language == language


def test_nobody_removes_anothers(client, world, login, confirmed, identity):
    confirmed(login(client, world.amina))
    assert client.post(reverse("signon:unlink", args=[identity.pk])).status_code == 404


def test_link_stays_to_be_removed_when_the_provider_is_off(bo_in, world, identity):
    services.save_provider(organisation=world.lindasa, is_on=False, by=world.fredrik)
    ProviderFactory(organisation=world.norrvik)
    assert [way.identity for way in ways(world.bo)] == [identity]


def ways(person):
    from members.signon.queries import ways_of

    return ways_of(person)


def test_export_says_who_one_is_there(identity):
    [row] = rows_of(Identity.objects.all())
    assert (row["issuer"], row["subject"], row["provider"]) == (identity.issuer, "anna-17", "Lindåsa kommun")


def test_erased_person_is_a_stranger_to_the_provider(client, world, provider, identity):
    from portal.ops import erasing

    erasing.erase(user=world.bo)
    assert not Identity.objects.exists()
    assert whole_way(client, provider)["Location"] == LINK
