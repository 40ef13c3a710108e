"""The access table, gathered from the apps' files."""

import importlib
import pkgutil

from tests.architecture import access


def modules():
    """The apps' files: every module of the package but the machinery."""
    return [
        importlib.import_module(f"{access.__name__}.{found.name}")
        for found in pkgutil.iter_modules(access.__path__)
        if found.name != "table"
    ]


def rows():
    return [row for module in modules() for row in getattr(module, "ROWS", ())]


def objects_of(model, world):
    """Make things of that model, by the file of its app."""
    name = f"{access.__name__}.{model._meta.app_label}"
    for module in modules():
        if module.__name__ == name and hasattr(module, "objects"):
            module.objects(world)
