"""The facets of the library: the ways to narrow the list of good examples."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from casestudies.enums import County, EvidenceStrength, OrganisationSize
from casestudies.models import Actor, Environment, ExamplePage, PreventionLevel, TargetGroup
from members.public import OrganisationKind


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


FACETS = (
    Facet("miljo", _("Miljö"), "environments", terms=Environment),
    Facet("niva", _("Förebyggande nivå"), "levels", terms=PreventionLevel),
    Facet("malgrupp", _("Målgrupp"), "target_groups", terms=TargetGroup),
    Facet("aktor", _("Aktör"), "actors", terms=Actor),
    Facet("organisation", _("Typ av organisation"), "organisation_kind", choices=OrganisationKind),
    Facet("storlek", _("Storlek"), "organisation_size", choices=OrganisationSize),
    Facet("lan", _("Län"), "county_code", choices=County),
    Facet("sakerhet", _("Hur säkert är det?"), "evidence", choices=EvidenceStrength),
)


def chosen_values(params):
    """Return {facet name: values} of the address; what is unknown stays and simply finds nothing."""
    chosen = {facet.name: list(dict.fromkeys(params.getlist(facet.name))) for facet in FACETS}
    return {name: values for name, values in chosen.items() if values}
