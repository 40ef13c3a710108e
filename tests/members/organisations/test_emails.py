"""Mails about taking part, in both languages; their links ignore the Host header."""

import pytest
from django.urls import reverse

from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from tests.factories.accounts import UserFactory


@pytest.mark.parametrize(
    ("language", "subject", "prefix"),
    [
        ("sv", "Välkommen att delta i nätverket Nätverket för lokal lägesbild", "/valkommen/"),
        ("en", None, "/en/valkommen/"),
    ],
)
def test_invitation_speaks_the_inviters_language(world, commits, mailoutbox, language, subject, prefix):
    with commits():
        services.invite(
            email="ny@norrvik.example",
            organisation=world.norrvik,
            network=world.network,
            by=world.david,
            language=language,
            name="Nora",
        )
    mail = mailoutbox[0]
    assert subject in (None, mail.subject)
    assert f"http://testserver{prefix}" in mail.body
    assert f"http://testserver{prefix}" in mail.alternatives[0].content
    assert "Norrviks kommun" in mail.body


def test_invitation_speaks_the_accounts_language(world, invited, mailoutbox):
    UserFactory(email="lone@norrvik.example", language="en", name="Lone")
    _invitation, link = invited("lone@norrvik.example", language="sv")
    assert link.startswith("/en/")
    assert "Lone" in mailoutbox[0].body


@pytest.mark.parametrize(
    ("network", "role", "words"),
    [
        (True, Role.CONTACT_PERSON, "vara kontaktperson för Norrviks kommun"),
        (True, Role.MEMBER, "delta för Norrviks kommun"),
        (False, Role.EDITOR, "arbeta med Nätverksportalen"),
    ],
)
def test_invitation_says_to_what(world, invited, mailoutbox, network, role, words):
    invited(network=world.network if network else None, role=role)
    assert words in mailoutbox[0].body
    assert words in mailoutbox[0].alternatives[0].content


def test_forged_host_reaches_no_mailbox(client, world, login, commits, mailoutbox, settings):
    settings.ALLOWED_HOSTS = ["*"]
    login(client, world.amina)
    with commits():
        client.post(
            reverse("organisations:invite"),
            {"email": "ny@lindasa.example", "role": "member"},
            headers={"host": "ond.example"},
        )
    assert "ond.example" not in mailoutbox[0].body + mailoutbox[0].alternatives[0].content
    assert "http://testserver/" in mailoutbox[0].body


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["bo", "eva"])
def test_ending_is_told_in_the_persons_language(world, commits, mailoutbox, name, language):
    person = world.people[name]
    person.language = language
    person.save()
    with commits():
        services.end_membership(membership=Membership.objects.get(user=person), by=world.fredrik)
    assert mailoutbox[0].to == [person.email]
    assert ("avslutat" in mailoutbox[0].subject) is (language == "sv") or language == "en"
