"""Models: their foreign keys follow the import order, and each one's data is accounted for."""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from wagtail.images import get_image_model

from portal.core.classification import DELETED, ERASURES, KEPT, OWNERS, PERSON
from portal.ops.classification import CLASSIFIED
from tests.architecture.project import hold, own_models

# Top to bottom, as in pyproject.toml: a model may point at its own level's app and at what is below.
ORDER = [
    {"home"},
    {"casestudies"},
    {"members.search"},
    {"members.journey"},
    {"members.registration"},
    {"members.mailings"},
    {"members.assignments"},
    {"members.meetings"},
    {"members.needs", "members.forum"},
    {"members.signon"},
    {"members.organisations"},
    {"members.notifications"},
    {"members.files"},
    {"members.accounts"},
    {"members.audit"},
    {"portal.core"},
]
LEVEL = {app: level for level, apps in enumerate(ORDER) for app in apps}


def app_of(model):
    """The dotted name of the project's app that the model is in, or None for others' models."""
    name = model._meta.app_config.name
    return name if name.split(".")[0] in {"portal", "home", "casestudies", "members"} else None


def relations():
    for model in own_models():
        for field in model._meta.get_fields(include_parents=False):
            if field.concrete and field.is_relation and field.related_model:
                yield model, field, field.related_model


def test_foreign_keys_follow_the_import_order():
    """The user model is a setting (AUTH_USER_MODEL), so every app may point at it without an import."""
    broken = []
    for model, field, target in relations():
        here, there = app_of(model), app_of(target)
        if there is None or here == there or target is get_user_model():
            continue
        if here not in LEVEL or there not in LEVEL or LEVEL[there] <= LEVEL[here]:
            broken.append(f"{model._meta.label}.{field.name} -> {target._meta.label}")
    hold(
        broken,
        rule="a foreign key points at its own app or at one below it",
        reason="it is an import written as a string: the linter cannot see it, the cycle is the same",
        way_out="turn the relation around, or let the lower app keep a key and a registry",
    )


def test_audit_has_no_foreign_keys():
    hold(
        [
            f"{model._meta.label}.{field.name}"
            for model, field, _target in relations()
            if app_of(model) == "members.audit"
        ],
        rule="the audit record points at nothing",
        reason="it must outlive what it tells of",
        way_out="keep the id and a label in text",
    )


def test_user_points_at_no_picture():
    targets = [
        field.related_model for field in get_user_model()._meta.get_fields() if field.concrete and field.is_relation
    ]
    assert get_image_model() not in targets, "accounts 0001 would wait for Wagtail, which waits for it"


def test_model_is_classified():
    hold(
        [model._meta.label for model in own_models() if model._meta.label not in CLASSIFIED],
        rule="every model says whose data it holds, how long, and what export and erasure do with it",
        reason="what nobody thought of is kept for ever and forgotten when a person asks",
        way_out="a line in portal/ops/classification.py",
    )


def test_classification_speaks_of_models():
    labels = {model._meta.label for model in own_models()}
    hold(
        [label for label in CLASSIFIED if label not in labels],
        rule="the classification holds models that there are",
        reason="a line for nothing reads as a promise",
        way_out="mend the name or take the line away",
    )


def test_classification_is_sound():
    """A person's own data is exported, and goes with the person unless nothing in it tells of them."""
    broken = []
    for label, about in CLASSIFIED.items():
        if about.owner not in OWNERS or about.erasure not in ERASURES or not about.retention:
            broken.append(f"{label}: {about}")
        if about.owner == PERSON and (not about.export or about.erasure == KEPT):
            broken.append(f"{label}: about a person, yet not exported or not erased")
    hold(
        broken,
        rule="owner, retention, export and erasure are each one of the words that the file allows",
        reason="the law asks exactly these four questions",
        way_out="see the top of portal/ops/classification.py",
    )


def test_model_that_names_a_person_does_not_outlive_them_untouched():
    """A model with a key to the user is erased or made anonymous with the person."""
    user = get_user_model()
    hold(
        [
            f"{model._meta.label}.{field.name}"
            for model, field, target in relations()
            if target is user and CLASSIFIED[model._meta.label].erasure == KEPT
        ],
        rule="what points at a person is deleted or made anonymous when the person is erased",
        reason="a key to a person is data about a person",
        way_out="classify it DELETED or ANONYMISED, and let the erasure do it",
    )


def test_deletion_is_said_once():
    """PROTECT on a key to the user would stop what the classification promises."""
    user = get_user_model()
    hold(
        [
            f"{model._meta.label}.{field.name}"
            for model, field, target in relations()
            if target is user
            and CLASSIFIED[model._meta.label].erasure == DELETED
            and getattr(field.remote_field, "on_delete", None) is models.PROTECT
        ],
        rule="what goes with a person does not hold the person back",
        reason="PROTECT would make the erasure fail half-way",
        way_out="on_delete=CASCADE, or classify it ANONYMISED",
    )


def fields_of(model):
    return {field.name: field for field in model._meta.concrete_fields}


def test_exported_rows_lead_to_the_person():
    """By a key to the account, or by an address: without either the export would leave them out."""
    user, broken = get_user_model(), []
    for label, about in CLASSIFIED.items():
        for way in about.ways if about.export else ():
            model, field = apps.get_model(label), None
            for step in way.split("__"):
                field = fields_of(model).get(step)
                model = getattr(field, "related_model", None) or model
            is_own_number = field is user._meta.pk
            if not is_own_number and model is not user and not isinstance(field, models.EmailField):
                broken.append(f"{label}: {way} leads to no person")
    hold(
        broken,
        rule="what is exported says how a row leads to its person",
        reason="the export reads nothing else",
        way_out="ways=(...) in portal/ops/classification.py",
    )
