"""Every address that the project answers to, told apart into ours and Wagtail's."""

from collections import namedtuple
from functools import cache

from django.urls import URLPattern, get_resolver

from tests.architecture.project import ROOTS, app_configs

Address = namedtuple("Address", "name route arguments ours")


@cache
def addresses():
    return tuple(_walk(get_resolver(), "", (), ()))


def _walk(resolver, route, namespaces, arguments):
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        taken = (*arguments, *pattern.pattern.converters, *_groups(pattern.pattern))
        if isinstance(pattern, URLPattern):
            name = ":".join([*namespaces, pattern.name or ""])
            yield Address(name, here, taken, _is_ours(pattern, namespaces))
        else:
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, here, inner, taken)


def _groups(pattern):
    regex = getattr(pattern, "regex", None)
    return tuple(regex.groupindex) if regex and not pattern.converters else ()


def _is_ours(pattern, namespaces):
    """A view of ours, or a view of Wagtail's on a model of ours."""
    view = pattern.callback
    cls = getattr(view, "view_class", None)
    if (cls or view).__module__.split(".")[0] in ROOTS:
        return True
    model = getattr(view, "view_initkwargs", {}).get("model") or getattr(cls, "model", None)
    # Wagtail lists our users under its own address.
    about_us = getattr(model, "__module__", "").split(".")[0] in ROOTS
    if about_us and not any(namespace.startswith("wagtailusers") for namespace in namespaces):
        return True
    labels = [app.label for app in app_configs()]
    return any(namespace.startswith(f"wagtailsnippets_{label}_") for namespace in namespaces for label in labels)
