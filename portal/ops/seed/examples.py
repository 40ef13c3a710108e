"""The library: the words that examples are sorted by, and the ten examples in both languages."""

from datetime import timedelta

from casestudies.models import Actor, Environment, ExampleIndexPage, ExamplePage, PreventionLevel, TargetGroup
from portal.ops.seed import prose
from portal.ops.seed.content import library, people, terms
from portal.ops.seed.content.chains import APPROVED, CHAINS
from portal.ops.seed.content.examples import EXAMPLES
from portal.ops.seed.memory import moment
from portal.ops.seed.site import LANGUAGES, add, both

TERMS = {
    "environments": (Environment, terms.ENVIRONMENTS),
    "levels": (PreventionLevel, terms.LEVELS),
    "target_groups": (TargetGroup, terms.TARGET_GROUPS),
    "actors": (Actor, terms.ACTORS),
}
LOGIC = ("logic_need", "logic_activities", "logic_results", "logic_effects")
RICH = ("need", "goal", "lesson", "results", "not_working", "transferability", "ethics", "advice")


def fill(home):
    """Make the library below the home pages; the examples are marked as invented, so no search engine lists them."""
    words, index = library_of(home)
    made = {}
    for example in EXAMPLES:
        made[example["slug"]] = _pages(index, example)
        for page in made[example["slug"]].values():
            for name, found in words.items():
                getattr(page, name).set([found[key] for key in example[name]])
            page.save()
    return made


def library_of(home):
    """Make the empty library and the words that it is sorted by; return {field: {slug: word}}, and the index pages."""
    words = {name: _terms(model, texts) for name, (model, texts) in TERMS.items()}
    index = add(
        home,
        ExampleIndexPage,
        slug="goda-exempel",
        title=both(library.TITLE),
        lead=both(library.LEAD),
        search_description=both(library.LEAD),
    )
    return words, index


def _terms(model, texts):
    """Make the words that are not there yet; an editor may have changed the rest."""
    return {
        slug: model.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name,
                "name_en": name_en,
                "explanation": explanation,
                "explanation_en": explanation_en,
                "sort_order": order,
            },
        )[0]
        for order, (slug, (name, name_en, explanation, explanation_en)) in enumerate(texts.items())
    }


def _pages(index, example):
    name, kind, county_code, *_rest = people.ORGANISATIONS[example["organisation"]]
    return add(
        index,
        ExamplePage,
        slug=example["slug"],
        **{field: {language: example[language][field] for language in LANGUAGES} for field in ("title", "summary")},
        search_description={language: example[language]["summary"] for language in LANGUAGES},
        **{field: _each(example, field) for field in RICH},
        done={language: _done(example[language], language) for language in LANGUAGES},
        **_chain(example["slug"]),
        **_approval(example),
        resources={language: _resources(example[language]) for language in LANGUAGES},
        cost=_plain(example, "cost"),
        contact_role=_plain(example, "contact_role"),
        contact_email=example["contact_email"],
        organisation_name=name,
        organisation_kind=kind,
        organisation_size=example["size"],
        county_code=county_code,
        evidence=example["evidence"],
        cost_band=example["cost_band"],
        reviewed_date=example["reviewed_date"],
        first_published_at=moment(example["reviewed_date"], 0),
        last_published_at=moment(example["reviewed_date"], 0),
        is_demonstration=True,
    )


def _each(example, field):
    return {language: prose.html(example[language].get(field, "")) for language in LANGUAGES}


def _plain(example, field):
    return {language: example[language][field] for language in LANGUAGES}


def _done(text, language):
    """What was done, and then for whom: the model has groups to choose, the text says what they mean here."""
    group = text.get("target_group", "")
    label = {"sv": "För vem", "en": "For whom"}[language]
    return prose.html(text["done"]) + (prose.html(f"**{label}:** {group.strip()}") if group else "")


def _chain(slug):
    """The points of the figure, one a line, by field and language."""
    points = CHAINS[slug]
    return {
        name: {language: "\n".join(points[language][at]) for language in LANGUAGES} for at, name in enumerate(LOGIC)
    }


def _approval(example):
    """The role that approved the text, the day before it was reviewed; nothing for those that nobody approved."""
    role = APPROVED.get(example["slug"])
    if role is None:
        return {}
    return {"approved_by_role": both(role), "approved_date": example["reviewed_date"] - timedelta(days=1)}


def _resources(text):
    return " ".join(part for part in (prose.plain(text.get("resources", "")), text["period"]) if part)
