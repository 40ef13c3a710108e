"""Wagtail's own addresses, by group: closed to all but the administrator unless a group opens them."""

import re

import pytest

from tests.architecture.access import AWAY, DENIED, ENROL, EVERYONE, LOGIN
from tests.architecture.addresses import addresses
from tests.architecture.project import hold
from tests.architecture.test_access import ask, client_with, entered
from tests.architecture.wagtail_arguments import path_of, things

INSIDE = "david eva fredrik henrik"
VERIFIED = "amina bo cecilia david eva fredrik gunilla henrik ida johan"
EDITORS = "eva fredrik"
ADMINISTRATOR = "fredrik"

# The first pattern that the address's name matches tells who may; what matches none is the administrator's.
GROUPS = {
    "nothing that tells anything": (r"wagtailadmin_(login|sprite|javascript_catalog)$", VERIFIED),
    "everybody inside": (
        r"wagtailadmin_(home|account|logout|dismissibles|block_preview)$"
        r"|wagtailadmin_editing_sessions:",
        INSIDE,
    ),
    "links in rich text": (r"wagtailadmin_choose_page(?!_chosen)", INSIDE),
    "documents to choose from": (r"wagtaildocs_chooser:choose(_results)?$", INSIDE),
    "bulk actions": (r"wagtail_bulk_action$", EDITORS),
    "pages": (
        r"wagtailadmin_(pages|explore)|wagtailadmin_api:pages|wagtailadmin_choose_page|wagtailadmin_tag",
        EDITORS,
    ),
    "images": (r"wagtailimages|wagtailadmin_api:images", EDITORS),
    "documents": (r"wagtaildocs|wagtailadmin_api:documents", EDITORS),
    "other choosers": (r"wagtailembeds|wagtailsnippets:index|simple_translation", EDITORS),
    "passwords, which Wagtail does not keep here": (r"wagtailadmin_password_reset|wagtailadmin_error_test", INSIDE),
    "settings of the site": (r"wagtailsettings", EDITORS),
    "forms": (r"wagtailforms", EDITORS),
}
REFUSED = {LOGIN, ENROL, AWAY, 403}
# Where a person of the group must truly get in: the rest may answer 404 or 405 to arguments that do not fit together.
OPEN = {
    "wagtailadmin_home": INSIDE,
    "wagtailadmin_account": INSIDE,
    "wagtailadmin_choose_page": INSIDE,
    "wagtailadmin_explore_root": EDITORS,
    "wagtailadmin_pages:edit": EDITORS,
    "wagtailadmin_pages:preview_on_edit": EDITORS,
    "wagtailadmin_pages:history": EDITORS,
    "wagtailimages:index": EDITORS,
    "wagtailimages:edit": EDITORS,
    "wagtaildocs:index": EDITORS,
    "wagtaildocs:edit": EDITORS,
    "wagtailadmin_reports:site_history": ADMINISTRATOR,
    "wagtailredirects:index": ADMINISTRATOR,
}


def inside():
    """Wagtail's addresses under /admin/, each once."""
    found = {
        address.name: address for address in addresses() if not address.ours and address.route.startswith("admin/")
    }
    return list(found.values())


def who_may(name):
    for pattern, who in GROUPS.values():
        if re.match(pattern, name):
            return who.split()
    return ADMINISTRATOR.split()


def by_namespace():
    found = {}
    for address in inside():
        found.setdefault(address.name.split(":")[0], []).append(address)
    return found


@pytest.mark.parametrize("namespace", sorted(by_namespace()))
@pytest.mark.usefixtures("unmeasured")
@pytest.mark.django_db
def test_wagtails_own_addresses_are_closed_to_who_has_no_use_for_them(namespace):
    world, keys = entered()
    found = things(world)
    clients = {person: client_with(keys.get(person), raise_request_exception=False) for person in EVERYONE}
    broken = []
    for address in by_namespace()[namespace]:
        path = path_of(address, found)
        if path is None:
            continue
        may = who_may(address.name)
        for person, client in clients.items():
            for method in ("get", "post"):
                got = ask(client, method, path)
                if person not in may and got not in DENIED:
                    broken.append(f"{address.name} {method} {path}: {person} gets {got}")
                if person in OPEN.get(address.name, "").split() and method == "get" and got != 200:
                    broken.append(f"{address.name} {method} {path}: {person} gets {got}, not 200")
    hold(
        broken,
        rule="Wagtail's own addresses are closed to all but the administrator, and to those whom a group names",
        reason="Wagtail answers by model, not by row, and some of its views ask for nothing at all",
        way_out="close it in portal/core/admin_area.py, or add it to a group here with a reason that holds",
    )


def test_open_addresses_exist():
    names = {address.name for address in inside()}
    assert [name for name in OPEN if name not in names] == []
