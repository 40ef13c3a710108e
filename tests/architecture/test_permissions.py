"""Permissions: none is misspelled, and `visible_to` says what the rules say."""

import ast
import re

import pytest
import rules
from django.contrib.auth.models import Permission

from tests.architecture import access
from tests.architecture.project import (
    app_configs,
    hold,
    own_models,
    python_files,
    shown,
    templates,
    tree,
)
from tests.architecture.rows import objects_of

ASKING = {
    "require", "has_perm", "test_rule", "has_perms", "permission_required", "add_perm", "perm_exists",
}  # fmt: skip
PERMISSION = re.compile(r"^[a-z_]+\.[a-z_]+$")
IN_TEMPLATE = re.compile(r"{%\s*(?:has_perm|test_rule|may|can)\s+[\"']([^\"']+)[\"']")


def asked_for():
    """(permission, place) for every permission that the source asks about."""
    for path in python_files():
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in ASKING or name == "add_perm":
                continue
            for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
                for leaf in ast.walk(argument):
                    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str) and PERMISSION.match(leaf.value):
                        yield leaf.value, f"{shown(path)}:{leaf.lineno}"
    for path in templates():
        for name in IN_TEMPLATE.findall(path.read_text()):
            yield name, shown(path)


@pytest.mark.django_db
def test_permission_that_is_asked_for_exists():
    known = {f"{app}.{name}" for app, name in Permission.objects.values_list("content_type__app_label", "codename")}
    hold(
        [f"{place}: {name}" for name, place in asked_for() if not rules.perm_exists(name) and name not in known],
        rule="every permission that is asked for stands in a rules.py, or is one of Wagtail's own",
        reason="a misspelled permission silently answers no to everybody",
        way_out="mend the name, or add it to the table at the bottom of the app's rules.py",
    )


def test_permission_is_named_for_its_app():
    labels = {app.label for app in app_configs()}
    hold(
        [name for name in rules.permissions.permissions if name.split(".")[0] not in labels],
        rule='a permission is called "<app>.<verb>_<noun>"',
        reason="it is looked up in that app's rules.py",
        way_out="name it for the app it stands in",
    )


def models_with_visibility():
    return [model for model in own_models() if hasattr(model._default_manager.all(), "visible_to")]


@pytest.mark.parametrize("model", models_with_visibility(), ids=lambda model: model._meta.label)
@pytest.mark.django_db
def test_list_and_permission_agree(model, world):
    """Who finds a thing in a list may open it, and who may open it finds it."""
    permission = f"{model._meta.app_label}.view_{model._meta.model_name}"
    assert rules.perm_exists(permission), (
        f"{permission} is missing: a model with visible_to has a view permission of that name in its app's rules.py"
    )
    objects_of(model, world)
    everything = list(model._default_manager.all())
    assert everything, (
        f"No {model._meta.label} to try this on: make some in objects(world) of "
        f"tests/architecture/access/{model._meta.app_label}.py"
    )
    broken = []
    for name in access.EVERYONE:
        person = world.fresh(name)
        listed = set(model._default_manager.visible_to(person).values_list("pk", flat=True))
        may = {thing.pk for thing in everything if person.has_perm(permission, thing)}
        broken += [f"{name} finds {pk} but may not view it" for pk in listed - may]
        broken += [f"{name} may view {pk} but does not find it" for pk in may - listed]
    hold(
        broken,
        rule=f"{model._meta.label}: being in visible_to(user) equals holding {permission}",
        reason="pages ask the one, lists, search, feeds and mail the other",
        way_out="build both on the same sets of ids from members.organisations.access",
    )
