"""What a row of the access table is, and how an answer is read."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.contrib.admin.utils import quote
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

LOGIN, ENROL, MOVED, AWAY, REST = "LOGIN", "ENROL", "MOVED", "AWAY", "REST"
DENIED = (LOGIN, ENROL, AWAY, 403, 404)
COORDINATORS = ("david", "henrik")
EVERYONE = [
    "anonymous",
    "amina",
    "bo",
    "cecilia",
    "david",
    "eva",
    "fredrik",
    "gunilla",
    "henrik",
    "ida",
    "johan",
    "klara",
]

# Where a person is sent who has not logged in, or not with a second factor.
LOGIN_NAMES = ("accounts:login",)
ENROL_NAMES = ("accounts:second_factor", "accounts:enrol")


@dataclass(frozen=True)
class Row:
    name: str
    label: str
    at: Callable | None
    get: dict
    post: dict | None
    data: object

    def __str__(self):
        return f"{self.name} {self.label}".strip()

    def address(self, world):
        """The path of this row in that world; makes whatever the row needs."""
        where = self.at(world) if self.at else {}
        return where if isinstance(where, str) else reverse(self.name, kwargs=where)

    def body(self, world):
        data = self.data(world) if callable(self.data) else self.data
        return data or {}


def row(name, label="", *, at=None, get, post=None, data=None):
    """One line of the table; the package's docstring says what each part means."""
    return Row(name, label, at, by_person(name, get), post and by_person(name, post), data)


def by_person(name, expectation):
    """{outcome: names} turned into {person: set of outcomes}, with nobody left out or named twice."""
    expected, rest = {}, None
    for result, names in expectation.items():
        allowed = set(result) if isinstance(result, tuple) else {result}
        if names == REST:
            rest = allowed
            continue
        for person in names.split():
            if person not in EVERYONE:
                raise ValueError(f"{name}: there is no {person} in the cast")
            if person in expected:
                raise ValueError(f"{name}: {person} stands twice")
            expected[person] = allowed
    silent = [person for person in EVERYONE if person not in expected]
    if silent and rest is None:
        raise ValueError(f"{name}: says nothing about {', '.join(silent)}")
    return expected | dict.fromkeys(silent, rest)


def outcome(response):
    """What the answer means: a status, or where the person was sent."""
    if response.status_code not in (301, 302, 303, 307, 308):
        return response.status_code
    path = urlsplit(response["Location"]).path
    if path in _paths(LOGIN_NAMES):
        return LOGIN
    if path in _paths(ENROL_NAMES):
        return ENROL
    if path == reverse("wagtailadmin_home"):
        return AWAY
    return MOVED


def _paths(names):
    found = set()
    for name in names:
        try:
            found.add(reverse(name))
        except NoReverseMatch:
            continue
    return found


def admin_rows(namespace, *, of, may, lists):
    """A row for each address of a viewset in Wagtail's admin, its chooser's included.

    What is held to one answer is that who may not touch the object never does, and that another
    coordinator gets 404 and nothing else; what those who may touch it get depends on the address.
    """
    chooser = namespace.replace("wagtailsnippets_", "wagtailsnippetchoosers_")
    if chooser != namespace:
        return [
            *admin_rows_in(namespace, of=of, may=may, lists=lists),
            *admin_rows_in(chooser, of=of, may=may, lists=lists),
        ]
    return admin_rows_in(namespace, of=of, may=may, lists=lists)


def admin_rows_in(namespace, *, of, may, lists):
    """The rows of one namespace, as `admin_rows` tells."""
    rows = []
    for name, arguments in addresses_in(namespace).items():

        def at(world, arguments=arguments):
            thing = of(world)
            return {argument: _argument(thing, argument) for argument in arguments}

        if arguments:
            strangers = [who for who in COORDINATORS if who not in may.split()]
            expected = {(200, 400, 405, MOVED): may, 404: " ".join(strangers), DENIED: REST}
        else:
            expected = {(200, 400, 405, MOVED): lists, DENIED: REST}
        rows.append(row(f"{namespace}:{name}", at=at, get=expected, post=expected))
    return rows


def addresses_in(namespace):
    """The names in a namespace of the project's addresses, each with its arguments."""
    patterns = get_resolver()
    prefix_arguments = []
    for part in namespace.split(":"):
        _prefix, patterns = patterns.namespace_dict[part]
    found = {}
    for pattern in patterns.url_patterns:
        if isinstance(pattern, URLPattern) and pattern.name:
            # A regular expression has no converters, but it names its groups too.
            found.setdefault(pattern.name, [*prefix_arguments, *pattern.pattern.regex.groupindex])
    return found


def _argument(thing, name):
    """What stands in an admin address for that object."""
    if name.startswith("revision_id") and not thing.latest_revision_id:
        thing.save_revision()
    if name == "revision_id":
        return thing.latest_revision_id
    if name.startswith("revision_id_"):
        return {"revision_id_a": "earliest", "revision_id_b": "live"}[name]
    return quote(thing.pk)
