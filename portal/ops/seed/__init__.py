"""The demonstration: fills an empty database, and later moves its dates to the present week.

The texts are in `content`, one module a subject; the modules beside it turn them into rows. Nothing here sends mail.
"""

from django.db import transaction
from django.utils import timezone

from members.accounts.models import User
from members.organisations.models import Network
from portal.ops import register
from portal.ops.seed import (
    applications,
    examples,
    inventories,
    mailings,
    mails,
    meetings,
    memory,
    network_pages,
    notices,
    people,
    site,
    talk,
    uses,
    work,
)


def is_empty():
    """Whether nobody has an account and no network exists: only then does the seed fill the database."""
    return not User.objects.exists() and not Network.objects.exists()


@transaction.atomic
def fill():
    """Fill an empty database; return what was made."""
    register.load()
    world = people.World(day=memory.monday(timezone.localdate()))
    people.fill(world)
    meetings.fill(world)
    work.fill(world)
    inventories.fill(world)
    talk.fill(world)
    mailings.fill(world)
    notices.fill(world)
    applications.fill(world)
    home = site.fill(world)
    uses.fill(world, examples.fill(home))
    network_pages.fill(world, home)
    mails.fill(world)
    memory.remember(world.moving, day=world.day)
    return world


@transaction.atomic
def move():
    """Move the dates of the demonstration's unedited rows to this week; return how many moved and how many stayed.

    An offer of a seat that the clock has let go meanwhile is made anew, as its coordinator would make it.
    """
    counts = memory.move(timezone.localdate())
    applications.renew_offers()
    return counts
