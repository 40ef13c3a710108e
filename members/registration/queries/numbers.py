"""A network's numbers, for its coordinator: each chart's rows, with whole numbers for its drawing."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from members.organisations.models import Organisation
from members.organisations.queries import participating
from members.registration.enums import SEATED, ApplicationState
from members.registration.models import InvoiceLine
from portal.core.counties import County, county_map

WHOLE = 1000  # what a full bar is wide: SVG takes whole numbers, in any language
S = ApplicationState


@dataclass(frozen=True)
class Bar:
    """A row of a table with its bar."""

    key: str
    label: str
    count: int = 0
    people: int = 0
    kronor: int = 0
    start: int = 0
    share: int = 0


def numbers(network):
    """Return the network's numbers; each is asked for once. Six queries."""
    return Numbers(network)


class Numbers:
    """Applications by state, seats, money, and the map of those who are in."""

    def __init__(self, network):
        self.network = network
        self.capacity = network.capacity

    @cached_property
    def _by_state(self):
        rows = self.network.applications.order_by().values("state")
        owed = Sum(F("participant_count") * F("price_per_person_ore"))
        found = rows.annotate(count=Count("pk"), people=Sum("participant_count"), ore=owed)
        return {row["state"]: row for row in found}

    def _of(self, what, *states):
        return sum(self._by_state[state][what] for state in states if state in self._by_state)

    @cached_property
    def states(self):
        """How many applications stand where, and for how many people."""
        states = [state for state in S if state != S.DRAFT]
        most = max(self._of("count", state) for state in states)
        return [
            Bar(
                key=state,
                label=state.label,
                count=(count := self._of("count", state)),
                people=self._of("people", state),
                share=share(count, most),
            )
            for state in states
        ]

    @cached_property
    def drafts(self):
        """How many applications are being written."""
        return self.network.application_drafts.filter(application=None).count()

    @cached_property
    def _offered(self):
        waiting = self.network.applications.filter(state=S.WAITING, offer_expires_at__gt=timezone.now())
        return waiting.count()

    @property
    def queue(self):
        """How many wait without an offer."""
        return self._of("count", S.WAITING) - self._offered

    @cached_property
    def seats(self):
        """Who holds the seats, and how many are free; without a limit nothing is called free."""
        held = [
            ("accepted", S.ACCEPTED.label, self._of("count", S.ACCEPTED)),
            ("conditional", S.CONDITIONAL.label, self._of("count", S.CONDITIONAL)),
            ("offered", _("Erbjuden plats"), self._offered),
        ]
        taken = sum(count for _key, _label, count in held)
        if self.capacity is not None:
            held.append(("free", _("Ledig plats"), max(self.capacity - taken, 0)))
        whole = max(self.capacity or 0, taken)
        bars, start = [], 0
        for key, label, count in held:
            end = start + count
            width = share(end, whole) - share(start, whole)
            bars.append(Bar(key=key, label=label, count=count, start=share(start, whole), share=width))
            start = end
        return bars

    @cached_property
    def money(self):
        """What the invoice basis holds, taken away and not, and what may come."""
        amount = Sum(F("people") * F("price_per_person_ore"))
        lines = InvoiceLine.objects.filter(application__network=self.network).aggregate(
            taken=Sum(F("people") * F("price_per_person_ore"), filter=~Q(exported_at=None)), all=amount
        )
        taken = lines["taken"] or 0
        sums = [
            ("exported", _("Fakturaunderlag som har hämtats"), taken),
            ("new_lines", _("Fakturaunderlag som inte har hämtats"), (lines["all"] or 0) - taken),
            ("conditional", _("Platser med villkor"), self._of("ore", S.CONDITIONAL)),
            ("undecided", _("Anmälningar utan beslut"), self._of("ore", S.SUBMITTED, S.FOLLOW_UP)),
        ]
        most = max(ore for _key, _label, ore in sums)
        return [Bar(key=key, label=label, kronor=ore // 100, share=share(ore, most)) for key, label, ore in sums]

    @cached_property
    def organisations(self):
        """Those who are in: they take part, or their place is confirmed."""
        accepted = self.network.applications.filter(state=S.ACCEPTED).values("organisation")
        taking_part = participating(self.network).order_by().values("pk")
        return list(Organisation.objects.filter(Q(pk__in=accepted) | Q(pk__in=taking_part)))

    @cached_property
    def without_application(self):
        """How many are in that have no seat by an application: read in from a list, or invited by hand."""
        seated = self.network.applications.filter(state__in=SEATED).values_list("organisation", flat=True)
        return len({organisation.pk for organisation in self.organisations} - set(seated))

    @property
    def without_county(self):
        """How many are in that the map cannot show."""
        return sum(organisation.county_code not in County.values for organisation in self.organisations)

    @cached_property
    def map(self):
        """The map of how many are in from each county."""
        codes = (organisation.county_code for organisation in self.organisations)
        return county_map(Counter(code for code in codes if code in County.values))


def share(part, whole):
    """Return the part in thousandths of the whole; nought of nothing, and for what is owed back."""
    return max(WHOLE * part // whole, 0) if whole > 0 else 0
