"""The facets of the library: the ways to narrow the list of good examples, and what a reader has chosen of them."""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casestudies.enums import CostBand, EvidenceStrength, OrganisationSize
from casestudies.models import Actor, Environment, ExamplePage, PreventionLevel, TargetGroup
from casestudies.models.example_page import BOTH_ON_GOTLAND
from members.public import OrganisationKind
from portal.core.counties import County
from portal.core.forms import SearchForm

MATCH, NEWEST, TITLE = "traff", "nyast", "titel"
ORDERS = {MATCH: _("Bäst träff"), NEWEST: _("Nyast"), TITLE: _("Titel")}
LIST, MAP = "lista", "karta"
VIEWS = {LIST: _("Lista"), MAP: _("Karta")}


@dataclass(frozen=True)
class Facet:
    """A way to narrow the list: its name in the address, its title, and where its values stand."""

    name: str
    title: str
    path: str
    terms: type | None = None
    choices: type | None = None

    @property
    def column(self):
        """The column, seen from an example, that holds the value of the address."""
        return f"{self.path}__slug" if self.terms else self.path

    def matches(self, values):
        """Any of the values, by subquery: a join would count an example once for each of its terms."""
        if self.choices:
            return Q(**{f"{self.path}__in": values})
        through = getattr(ExamplePage, self.path).through
        term = through._meta.get_field(self.terms._meta.model_name).name
        return Q(pk__in=through.objects.filter(**{f"{term}__slug__in": values}).values("examplepage_id"))


@dataclass(frozen=True)
class KindFacet(Facet):
    """The sort of organisation. Gotland is municipality and region in one: its examples are found as either."""

    def matches(self, values):
        """Any of the sorts, and Gotland's examples for both of its own."""
        found = super().matches(values)
        if BOTH_ON_GOTLAND & set(values):
            found |= Q(organisation_kind__in=BOTH_ON_GOTLAND, county_code=County.GOTLAND)
        return found


FACETS = (
    Facet("miljo", _("Miljö"), "environments", terms=Environment),
    Facet("niva", _("Förebyggande nivå"), "levels", terms=PreventionLevel),
    Facet("malgrupp", _("Målgrupp"), "target_groups", terms=TargetGroup),
    Facet("aktor", _("Aktör"), "actors", terms=Actor),
    KindFacet("organisation", _("Typ av organisation"), "organisation_kind", choices=OrganisationKind),
    Facet("storlek", _("Storlek"), "organisation_size", choices=OrganisationSize),
    Facet("lan", _("Län"), "county_code", choices=County),
    Facet("sakerhet", _("Hur säkert är det?"), "evidence", choices=EvidenceStrength),
    Facet("kostnad", _("Kostnad"), "cost_band", choices=CostBand),
)


@dataclass(frozen=True)
class Choice:
    """What the address says that the reader wants: values of facets, words, an order, and the list or the map."""

    values: dict = field(default_factory=dict)
    text: str = ""
    order: str = ""
    view: str = LIST

    @property
    def sorting(self):
        """The order asked for, else the best match of the words, else the newest."""
        if self.order in ORDERS and (self.text or self.order != MATCH):
            return self.order
        return MATCH if self.text else NEWEST

    def conditions(self, *, apart_from=None):
        """Return the condition of each facet with a choice, but for the one named."""
        return [facet.matches(self.values[facet.name]) for facet in FACETS if self._counts(facet, apart_from)]

    def _counts(self, facet, apart_from):
        return facet.name in self.values and facet.name != apart_from

    def toggled(self, name, value):
        """Return the choice with a value of a facet more or less."""
        values = [other for other in self.values.get(name, []) if other != value]
        if len(values) == len(self.values.get(name, [])):
            values.append(value)
        return replace(self, values={**self.values, name: values})

    def filters(self):
        """Return (name, value) of the words and the values, in the order of the facets."""
        words = [("q", self.text)] if self.text else []
        return words + [(facet.name, value) for facet in FACETS for value in self.values.get(facet.name, ())]

    def query(self, **changes):
        """Return the query of an address that says the same, or with these changes; empty when it says nothing."""
        choice = replace(self, **changes)
        pairs = choice.filters()
        if choice.order:
            pairs.append(("ordning", choice.order))
        if choice.view != LIST:
            pairs.append(("vy", choice.view))
        return f"?{urlencode(pairs)}" if pairs else ""


def choice_of(params, text=""):
    """Read a choice from the parameters of an address; a value that is unknown stays and simply finds nothing."""
    chosen = {facet.name: list(dict.fromkeys(params.getlist(facet.name))) for facet in FACETS}
    order, view = params.get("ordning", ""), params.get("vy", LIST)
    return Choice(
        values={name: values for name, values in chosen.items() if values},
        text=text,
        order=order if order in ORDERS else "",
        view=view if view in VIEWS else LIST,
    )


def choice_in(params):
    """Read a choice with its words; words that are too short or too long ask for nothing."""
    form = SearchForm(params)
    return choice_of(params, form.cleaned_data["q"] if form.is_valid() else "")
