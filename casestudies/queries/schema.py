"""The open data described as OpenAPI 3.1: what can be asked for, and what each field of the answer is."""

from django.utils.translation import gettext as _

from casestudies.queries.examples import TEXTS
from casestudies.queries.facets import FACETS
from portal.core.pages import absolute

SHORTEST = 2  # characters of a search
TEXT, NUMBER, FLAG, MAYBE = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}, {"type": ["string", "null"]}
VALUE = {"type": "object", "properties": {"value": TEXT, "label": TEXT}, "required": ["value", "label"]}


def openapi():
    """Return the whole description, in the language of the address."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Nätverksportalens goda exempel"),
            "version": "1",
            "description": _("Publicerade goda exempel, bara för läsning. Ingen inloggning behövs."),
        },
        "servers": [{"url": absolute("/api/v1")}],
        "paths": {
            "/exempel/": {"get": _operation("listExamples", _("Exempel, nyast först"), "Listing", parameters())},
            "/exempel/{id}/": {
                "get": _operation("getExample", _("Ett exempel med alla texter"), "WholeExample", [_id()])
            },
        },
        "components": {
            "schemas": {
                "Example": {"type": "object", "properties": fields()},
                "WholeExample": {
                    "allOf": [
                        {"$ref": "#/components/schemas/Example"},
                        {"type": "object", "properties": more_fields()},
                    ]
                },
                "Listing": {
                    "type": "object",
                    "properties": {
                        "meta": {"type": "object", "properties": {"total_count": NUMBER}},
                        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Example"}},
                    },
                },
            }
        },
    }


def parameters():
    """Return the parameters of the list."""
    rows = [
        ("sprak", _("Språk: sv eller en. Svenska om inget anges."), {"type": "string", "enum": ["sv", "en"]}),
        ("q", _("Ord att söka på. Alla ord ska finnas, i någon form."), {"type": "string", "minLength": SHORTEST}),
        *((facet.name, _("Ett eller flera värden; något av dem ska stämma."), _facet(facet)) for facet in FACETS),
        ("limit", _("Hur många exempel i svaret."), {"type": "integer", "minimum": 0, "maximum": 20, "default": 20}),
        ("offset", _("Hur många exempel att hoppa över."), {"type": "integer", "minimum": 0, "default": 0}),
    ]
    return [
        {"name": name, "in": "query", "required": False, "description": text, "schema": kind}
        for name, text, kind in rows
    ]


def fields():
    """Return the fields of an example in the list."""
    return {
        "id": NUMBER | {"description": _("Sidans nummer, ett för varje språk.")},
        "language": TEXT | {"description": _("Språket som exemplet är skrivet på.")},
        "title": TEXT | {"description": _("Titel.")},
        "url": TEXT | {"format": "uri", "description": _("Exemplets sida.")},
        "summary": TEXT | {"description": _("Sammanfattning.")},
        "organisation": TEXT | {"description": _("Organisationen som gjorde arbetet.")},
        **{facet.path.removesuffix("_code"): _field(facet) for facet in FACETS},
        "cost": TEXT | {"description": _("Kostnad, med organisationens egna ord.")},
        "resources": TEXT | {"description": _("Resurser: personer, tid, lokaler.")},
        "partners": TEXT | {"description": _("Samverkan och partner.")},
        "contact_role": TEXT | {"description": _("Rollen att fråga. Kontakten går genom exemplets sida.")},
        "reviewed": MAYBE | {"format": "date", "description": _("Dagen då exemplet senast granskades.")},
        "published": MAYBE | {"format": "date-time", "description": _("När exemplet först publicerades.")},
        "changed": MAYBE | {"format": "date-time", "description": _("När exemplet senast ändrades.")},
        "is_demonstration": FLAG | {"description": _("Sant om exemplet är påhittat, för att visa portalen.")},
    }


def more_fields():
    """Return what one example has besides."""
    document = {"type": "object", "properties": {"title": TEXT, "url": TEXT | {"format": "uri"}, "bytes": NUMBER}}
    texts = {name: TEXT | {"description": str(heading)} for name, heading in TEXTS.items()}
    lines = {"type": "array", "items": TEXT}
    chain = dict.fromkeys(("need", "activities", "results", "effects"), lines)
    return {
        "texts": {"type": "object", "properties": texts, "description": _("De långa texterna, utan formatering.")},
        "logic_model": {"type": "object", "properties": chain, "description": _("Kedjan från behov till effekt.")},
        "documents": {"type": "array", "items": document, "description": _("Dokument att hämta.")},
    }


def _operation(name, summary, schema, takes):
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    answers = {"200": {"description": summary, "content": content}}
    if name == "getExample":
        answers["404"] = {"description": _("Det finns inget sådant publicerat exempel.")}
    else:
        answers["400"] = {"description": _("Frågan har en okänd parameter eller ett värde som inte går.")}
    return {"operationId": name, "summary": summary, "parameters": takes, "responses": answers}


def _id():
    return {"name": "id", "in": "path", "required": True, "schema": NUMBER}


def _facet(facet):
    values = {"enum": [str(value) for value in facet.choices.values]} if facet.choices else {}
    return {"type": "array", "items": TEXT | values}


def _field(facet):
    kind = {"type": "array", "items": VALUE} if facet.terms else VALUE | {"type": ["object", "null"]}
    return kind | {"description": str(facet.title)}
