"""Every address × every person × GET and POST gives what the access table says."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests import cast
from tests.architecture import access
from tests.architecture.access import DENIED, EVERYONE, MOVED
from tests.architecture.addresses import addresses
from tests.architecture.project import hold, own_models
from tests.architecture.rows import rows
from tests.conftest import log_in
from tests.replayed import Replayed


def test_address_has_a_row():
    known = {row.name for row in rows()}
    hold(
        [
            f"{address.name or '(no name)'}  /{address.route}"
            for address in addresses()
            if address.ours and address.name not in known
        ],
        rule="every address of the project states what each person of the cast gets there",
        reason="an address that nobody thought of is the one that leaks",
        way_out="a row in tests/architecture/access/<app>.py; its __init__.py tells how",
    )


def test_page_type_has_a_row():
    labels = {row.label for row in rows() if row.name == "wagtail_serve"}
    hold(
        [
            model.__name__
            for model in own_models()
            if issubclass(model, Page) and not any(model.__name__ in label for label in labels)
        ],
        rule="every type of page states what each person of the cast gets there",
        reason="pages have no address of their own in urls.py",
        way_out='row("wagtail_serve", "InvitationPage", at=lambda world: page.url, …)',
    )


def test_row_has_an_address():
    names = {address.name for address in addresses()}
    hold(
        [str(row) for row in rows() if row.name not in names],
        rule="every row of the access table speaks of an address that there is",
        reason="a row for nothing reads as a promise",
        way_out="mend the name or take the row away",
    )


@pytest.mark.parametrize("row", rows(), ids=str)
@pytest.mark.usefixtures("unmeasured")
@pytest.mark.django_db
def test_everybody_gets_what_the_table_says(row):
    world, keys = entered()
    path, body = row.address(world), row.body(world)
    # Who only reads may be told that posting is no way to do it.
    posted = row.post or {person: allowed | {405} for person, allowed in row.get.items()}
    broken = []
    for person in EVERYONE:
        with transaction.atomic():
            client = client_with(keys.get(person))
            for method, data, expected in (("get", None, row.get), ("post", body, posted)):
                got = ask(client, method, path, data)
                if got not in expected[person]:
                    wanted = " or ".join(map(str, sorted(expected[person], key=str)))
                    broken.append(f"{method.upper()} {path}: {person} gets {got}, not {wanted}")
            transaction.set_rollback(True)
    hold(
        broken,
        rule=f"{row}: who gets what",
        reason="outsiders get 404, insiders without the right 403, strangers the login",
        way_out="mend the view (get_visible_or_404, then require), or the row if it was wrong",
    )


@Replayed
def entered():
    """The world in which everybody is logged in: it, and their sessions' keys by name."""
    world = cast.build()
    keys = {name: log_in(Client(), world.fresh(name)).session.session_key for name in cast.NAMES}
    return world, keys


def client_with(session_key, **options):
    """A browser with that session, or with none."""
    client = Client(**options)
    if session_key:
        client.cookies[settings.SESSION_COOKIE_NAME] = session_key
    return client


def ask(client, method, path, data=None):
    """The outcome; whatever the request changed, logging out included, is rolled back."""
    cookies = client.cookies.copy()
    with transaction.atomic():
        got = access.outcome(getattr(client, method)(path, data))
        transaction.set_rollback(True)
    client.cookies = cookies
    return got


def test_outcomes_do_not_overlap():
    """DENIED must never hold an outcome that lets somebody in."""
    assert 200 not in DENIED
    assert MOVED not in DENIED
    assert reverse("wagtailadmin_home") == "/admin/"
