"""The access table: every address of the project × every person of the cast × GET and POST.

One file an app (`tests/architecture/access/<app>.py`), written by whoever writes the app's views.
It holds `ROWS`, and `objects(world)` when the app has models with `visible_to`:

    from tests.architecture.access import LOGIN, ENROL, MOVED, REST, row
    from tests.factories import ThreadFactory

    def thread(world):
        return {"pk": ThreadFactory(network=world.network).pk}

    ROWS = [
        row("forum:thread", at=thread,
            get={200: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST}),
        row("forum:reply", at=thread,
            get={200: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
            post={MOVED: "amina bo cecilia david", LOGIN: "anonymous", ENROL: "klara", 404: REST},
            data={"body": "<p>Hej</p>"}),
        row("forum:reply", "in the archive", at=archived_thread,
            get={403: "david ida", LOGIN: "anonymous", ENROL: "klara", 404: REST}),
    ]

    def objects(world):
        ThreadFactory(network=world.network)
        ThreadFactory(network=world.archive)
        ThreadFactory(network=world.other)

`row(name, label="", *, at=None, get, post=None, data=None)`

name    The URL name with its namespace. A page of Wagtail's tree: "wagtail_serve".
label   Tells two rows of one name apart.
at      A function of the world that makes what is needed and gives the address: a dict of the
        URL's keyword arguments, or a finished path ("/inbjudan/…"). None: no arguments.
get     Who gets what: {outcome: "names apart by spaces"}. Each person of the cast exactly once;
        REST stands for all who are not named. An outcome is a status (200, 403, 404 …) or

        LOGIN   sent to the login page
        ENROL   sent to set up or show their second factor
        MOVED   sent anywhere else (a form that succeeded, an old address)
        AWAY    turned away by Wagtail: sent to the start of its admin
        DENIED  any of LOGIN, ENROL, AWAY, 403, 404; for Wagtail's own addresses only

        or a tuple of them, when it truly does not matter which.
post    The same for POST. None: the view only reads, so each person gets what GET gave or 405.
data    What is posted: a dict, or a function of the world that gives one.

Each person's request runs in a savepoint of its own that is rolled back: a POST that works for one
leaves nothing to the next. The same test holds rows against the project's addresses: an address
without a row fails, and so does a row without an address.

`objects(world)` makes rows of every model of the app that has `visible_to`, in all three networks
where it can: on these the agreement of `visible_to(user)` with "<app>.view_<model>" is tried.
It returns nothing.

A viewset of Wagtail's admin has some twenty addresses: `admin_rows` writes them all.

    ROWS += admin_rows("wagtailsnippets_meetings_meeting", of=meeting, may="david",
                       lists="david henrik")

of      A function of the world that makes one object of the running network and gives it.
may     Who may reach the object. Everybody else in the admin gets 404, by GET and by POST;
        the others are LOGIN, ENROL, AWAY or 403.
lists   Who may open the addresses without an object (list, add, choose).
"""

from tests.architecture.access.table import (
    AWAY,
    DENIED,
    ENROL,
    EVERYONE,
    LOGIN,
    MOVED,
    REST,
    Row,
    admin_rows,
    outcome,
    row,
)

__all__ = [
    "AWAY",
    "DENIED",
    "ENROL",
    "EVERYONE",
    "LOGIN",
    "MOVED",
    "REST",
    "Row",
    "admin_rows",
    "outcome",
    "row",
]
