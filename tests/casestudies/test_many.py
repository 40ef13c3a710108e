"""The library with 2,000 examples: as many queries as with 20, and counts that a count by hand gives too."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casestudies.queries import FACETS, listing
from casestudies.queries.facets import Choice
from tests.factories.casestudies import ActorFactory, EnvironmentFactory, PreventionLevelFactory, TargetGroupFactory
from tests.factories.many import WORDS, many_examples, terms_for_facets

FACTORIES = {
    "environments": EnvironmentFactory,
    "levels": PreventionLevelFactory,
    "target_groups": TargetGroupFactory,
    "actors": ActorFactory,
}


def by_hand(facts, choice):
    """(ids of what matches, {(facet, value): count}) by going through every example."""

    def holds(fact, apart_from=None):
        return (not choice.text or fact["q"] == choice.text) and all(
            name == apart_from or fact[name] & set(values) for name, values in choice.values.items()
        )

    counts = {}
    for facet in FACETS:
        for fact in facts.values():
            if holds(fact, apart_from=facet.name):
                for value in fact[facet.name]:
                    counts[facet.name, value] = counts.get((facet.name, value), 0) + 1
    return {pk for pk, fact in facts.items() if holds(fact)}, counts


def choices(values):
    """Up to three facets with up to three values each, perhaps a word, in any order of the list."""
    chosen = st.dictionaries(st.sampled_from([facet.name for facet in FACETS]), st.just(None), max_size=3).flatmap(
        lambda names: st.fixed_dictionaries(
            {name: st.lists(st.sampled_from(values[name]), min_size=1, max_size=3, unique=True) for name in names}
        )
    )
    order = st.sampled_from(["", "nyast", "titel", "traff"])
    return st.builds(Choice, values=chosen, text=st.sampled_from(["", *WORDS]), order=order)


def address_of(facts):
    """An address with a word and three facets, as one of the examples has them."""
    fact = next(fact for fact in facts.values() if fact["niva"] and fact["miljo"] and fact["lan"])
    chosen = {name: sorted(fact[name]) for name in ("niva", "miljo", "lan")}
    return "/goda-exempel/" + Choice(values=chosen, text=fact["q"]).query()


@pytest.mark.usefixtures("unmeasured")
def test_counts_agree_with_a_count_by_hand_and_cost_the_same_for_2000_as_for_20(client, site):
    values = terms_for_facets(FACTORIES)

    def cost():
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    facts = many_examples(site.examples, 20, values)
    address = address_of(facts)
    few = cost()
    facts |= many_examples(site.examples, 1980, values, start=20, seed=2)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as it does by itself where rows are committed
    assert cost() == few <= 9

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(choices(values))
    def agrees(choice):
        ids, counts = by_hand(facts, choice)
        answer = listing(site.examples.locale_id, choice)
        shown = {
            (name, option.value): option.count
            for name, options in answer.options.items()
            for option in options
            if option.count
        }
        assert shown == counts
        assert answer.total == len(ids)
        assert {example.pk for example in answer.page_obj} <= ids
        assert len(answer.page_obj.object_list) == min(24, len(ids))

    agrees()
