"""Invitations as the invited person holds them."""

import re
import time

import pytest
from django.urls import reverse

from members.accounts.views.doors import CONFIRMED_KEY
from members.organisations import services
from members.organisations.enums import Role


def link_in(mail):
    """The path of the link in an invitation."""
    return re.search(r"http://testserver(/\S*valkommen/\S+/)", mail.body).group(1)


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` lets what waits for the commit happen: mail goes out."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def invited(world, commits, mailoutbox):
    """`invited("ny@norrvik.example")`: invite somebody to Norrvik; gives (invitation, path of the link)."""

    def send(email="ny@norrvik.example", **details):
        given = {
            "organisation": world.norrvik,
            "network": world.network,
            "role": Role.MEMBER,
            "by": world.david,
            **details,
        }
        with commits():
            invitation = services.invite(email=email, **given)
        return invitation, link_in(mailoutbox[-1])

    return send


DIRECTORY = reverse("organisations:directory")


def confirmed(browser):
    """The browser of somebody who has just shown a code."""
    session = browser.session
    session[CONFIRMED_KEY] = int(time.time())
    session.save()
    return browser
