"""Seats: counted, held and offered, always under the network's lock. A seat is one organisation's place."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from members.audit.services import record
from members.organisations.models import Network
from members.registration import emails
from members.registration.enums import ApplicationState
from members.registration.models import Application
from members.registration.services.destinations import require_match, require_only_seat

OFFER_DAYS = 7


class HasEnded(Exception):
    """The application has been declined or taken back: nothing is changed in it any more."""


class NoSeatLeft(Exception):
    """Each of the network's seats is held by another application."""


class OfferIsOver(Exception):
    """The offer has run out, or there was none."""


class NotInQueue(Exception):
    """Only an application that waits, and has no offer already, is offered a seat."""


def locked(application):
    """Return the application as it stands now, locked, its network first: whoever counts seats stands in line."""
    network = Network.objects.select_for_update(no_key=True).get(pk=application.network_id)
    found = Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    found.network = network
    return found


def locked_alive(application):
    """The same; raises HasEnded for one that was declined or taken back meanwhile."""
    found = locked(application)
    if not found.is_alive:
        raise HasEnded
    return found


def seats_left(network, *, without=None):
    """Return how many seats are free, not counting that application's own; None where there is no limit."""
    if network.capacity is None:
        return None
    held = network.applications.seated()
    if without is not None:
        held = held.exclude(pk=without.pk)
    return max(network.capacity - held.count(), 0)


def require_seat(application):
    """Raise NoSeatLeft unless there is one for it, or it holds one already; call it under the lock.

    A seat that is held or offered stays so when the network's capacity is lowered.
    """
    if application.network.applications.seated().filter(pk=application.pk).exists():
        return
    if seats_left(application.network) == 0:
        raise NoSeatLeft


def end_of_offer(days=OFFER_DAYS):
    """Return when an offer made now runs out: at the end of that day."""
    last_day = timezone.localdate() + timedelta(days=days)
    return timezone.make_aware(datetime.combine(last_day, time(23, 59)))


@transaction.atomic
def offer_seat(*, application, by, subject="", text="", days=OFFER_DAYS):
    """Hold a seat for one that waits, until the end of that many days, and mail what they have to do.

    Offered again while the offer holds, nothing happens. Raises NotInQueue, NoSeatLeft,
    AlreadySeated or OtherOrganisation.
    """
    application = locked(application)
    if application.state != ApplicationState.WAITING:
        raise NotInQueue
    if application.has_offer:
        return application
    require_only_seat(application)
    require_seat(application)
    require_match(application)
    application.offer_expires_at = end_of_offer(days)
    application.save(update_fields=["offer_expires_at"])
    record(action="registration.offer_seat", by=by, obj=application, network=application.network)
    letter = (subject, text) if text else emails.words(application, "offer")
    key = f"registration.offer:{application.pk}:{application.offer_expires_at:%Y%m%d%H%M}:{by.pk}"
    emails.letter(application=application, letter=letter, dedup=key)
    return application


@transaction.atomic
def expire_offers():
    """Let the offers go whose time has run out: the organisation waits on, its coordinator hears; return how many."""
    over = Application.objects.filter(state=ApplicationState.WAITING, offer_expires_at__lte=timezone.now())
    return sum(_expire(application) for application in over.order_by("network_id", "pk"))


def _expire(application):
    application = locked(application)
    if application.offer_expires_at is None or application.has_offer:
        return 0
    key = f"registration.offer_over:{application.pk}:{application.offer_expires_at:%Y%m%d%H%M}"
    application.offer_expires_at = None
    application.save(update_fields=["offer_expires_at"])
    record(action="registration.offer_over", obj=application, network=application.network)
    emails.letter(application=application, letter=emails.words(application, "offer_over"), dedup=key)
    emails.tell_coordinators(application=application, what="offer_over", dedup=key)
    return 1
