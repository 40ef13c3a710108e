"""Who reaches what in the forum."""

from django.core import signing

from members.forum.emails import MUTE_SALT
from tests.architecture.access import ENROL, LOGIN, MOVED, REST, admin_rows, row
from tests.factories.forum import CategoryFactory, PostFactory, ThreadFactory

MEMBERS = "amina bo cecilia david"
EVERY_NETWORK = "amina bo cecilia david gunilla henrik ida"
RUNNING = "amina bo cecilia david gunilla henrik"
DOORS = {LOGIN: "anonymous", ENROL: "klara", 404: REST}
KEY = "6f1ad3a4-93a1-4a0b-9a35-3d9a1f7c2b10"


def thread(world, **fields):
    found = ThreadFactory(network=world.network, author=world.bo, **fields)
    PostFactory(thread=found)
    return {"pk": found.pk}


def locked(world):
    return thread(world, is_locked=True)


def archived(world):
    found = ThreadFactory(network=world.archive, author=world.ida)
    PostFactory(thread=found)
    return {"pk": found.pk}


def removed(world):
    found = ThreadFactory(network=world.network, author=world.bo)
    PostFactory(thread=found)
    found.removed_at = found.created_at
    found.save()
    return {"pk": found.pk}


def post(world):
    return thread(world) | {"number": 1}


def removed_post(world):
    found = PostFactory(thread__network=world.network, thread__author=world.bo, removed=True, deleted_by=world.bo)
    return {"pk": found.thread_id, "number": 1}


def archived_post(world):
    return archived(world) | {"number": 1}


def category(world):
    return {"slug": CategoryFactory(network=world.network).slug}


def moderation(world):
    where = CategoryFactory(network=world.network)
    return {"title": "Ny rubrik", "category": where.pk, "is_pinned": "on"}


def mute_link(world):
    return {"token": signing.dumps([world.bo.pk, thread(world)["pk"]], salt=MUTE_SALT)}


REPLY = {"source": "Hej", "submission_key": KEY}

ROWS = [
    row("forum:index", get={200: EVERY_NETWORK, **DOORS}),
    row("forum:threads", get={200: EVERY_NETWORK, **DOORS}),
    row("forum:category", at=category, get={200: MEMBERS, **DOORS}),
    row(
        "forum:start",
        get={200: RUNNING, 403: "ida", **DOORS},
        post={MOVED: RUNNING, 403: "ida", **DOORS},
        data=REPLY | {"title": "Fråga"},
    ),
    row(
        "forum:mark_read",
        get={405: "amina bo cecilia david eva fredrik gunilla henrik ida johan", LOGIN: "anonymous", ENROL: "klara"},
        post={MOVED: EVERY_NETWORK, **DOORS},
    ),
    row("forum:thread", at=thread, get={200: MEMBERS, **DOORS}),
    row("forum:thread", "in the archive", at=archived, get={200: "david ida", **DOORS}),
    row("forum:thread", "removed", at=removed, get={200: "david", **DOORS}),
    row("forum:first_unread", at=thread, get={MOVED: MEMBERS, **DOORS}),
    row("forum:post", at=post, get={MOVED: MEMBERS, **DOORS}),
    row("forum:reply", at=thread, get={200: MEMBERS, **DOORS}, post={MOVED: MEMBERS, **DOORS}, data=REPLY),
    row(
        "forum:reply",
        "locked",
        at=locked,
        get={200: "david", 403: "amina bo cecilia", **DOORS},
        post={MOVED: "david", 403: "amina bo cecilia", **DOORS},
        data=REPLY,
    ),
    row(
        "forum:reply",
        "in the archive",
        at=archived,
        get={403: "david ida", **DOORS},
        post={403: "david ida", **DOORS},
        data=REPLY,
    ),
    row("forum:reply", "removed", at=removed, get={403: "david", **DOORS}, post={403: "david", **DOORS}, data=REPLY),
    row(
        "forum:follow",
        at=thread,
        get={200: MEMBERS, **DOORS},
        post={MOVED: MEMBERS, **DOORS},
        data={"following": "mute"},
    ),
    row(
        "forum:moderate",
        at=thread,
        get={200: "david", 403: "amina bo cecilia", **DOORS},
        post={MOVED: "david", 403: "amina bo cecilia", **DOORS},
        data=moderation,
    ),
    row("forum:moderate", "in the archive", at=archived, get={403: "david ida", **DOORS}),
    row(
        "forum:remove_thread",
        at=thread,
        get={200: "david", 403: "amina bo cecilia", **DOORS},
        post={MOVED: "david", 403: "amina bo cecilia", **DOORS},
    ),
    row(
        "forum:restore_thread",
        at=removed,
        get={405: "amina bo cecilia david eva fredrik gunilla henrik ida johan", LOGIN: "anonymous", ENROL: "klara"},
        post={MOVED: "david", **DOORS},
    ),
    row(
        "forum:edit_post",
        at=post,
        get={200: "bo", 403: "amina cecilia david", **DOORS},
        post={MOVED: "bo", 403: "amina cecilia david", **DOORS},
        data={"source": "Ändrat"},
    ),
    row("forum:edit_post", "in the archive", at=archived_post, get={403: "david ida", **DOORS}),
    row(
        "forum:remove_post",
        at=post,
        get={200: "bo david", 403: "amina cecilia", **DOORS},
        post={MOVED: "bo david", 403: "amina cecilia", **DOORS},
    ),
    row("forum:remove_post", "in the archive", at=archived_post, get={403: "david ida", **DOORS}),
    row(
        "forum:restore_post",
        at=removed_post,
        get={405: "amina bo cecilia david eva fredrik gunilla henrik ida johan", LOGIN: "anonymous", ENROL: "klara"},
        post={MOVED: "bo", 403: "amina cecilia david", **DOORS},
    ),
    # The link of a mail: whoever has it may stop the mails, without logging in.
    row("forum_mail:mute", at=mute_link, get={200: REST}, post={MOVED: REST}),
    *admin_rows(
        "wagtailsnippets_forum_category",
        of=lambda world: CategoryFactory(network=world.network),
        may="david",
        lists="david henrik",
    ),
    *admin_rows(
        "wagtailsnippetchoosers_forum_category",
        of=lambda world: CategoryFactory(network=world.network),
        may="david",
        lists="david henrik",
    ),
]


def objects(world):
    for network in (world.network, world.archive, world.other):
        PostFactory(thread__network=network)
        PostFactory(thread__network=network, thread__removed_at=network.first_meeting_at)
