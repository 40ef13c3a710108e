"""Ask for permission in one way: outsiders get 404, insiders without the right get 403."""

from functools import wraps
from urllib.parse import urlencode

import rules
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse


def get_visible_or_404(queryset, user, pk, *, field="pk"):
    """Return the object that the user may see, else raise Http404 as if it did not exist.

    `queryset` is a manager or queryset with `visible_to(user)`; `field` names the unique field that `pk` is.
    """
    model = queryset.model
    try:
        return queryset.visible_to(user).get(**{field: pk})
    except (model.DoesNotExist, ValueError) as error:
        raise Http404 from error


def may(user, permission, obj=None):
    """Whether the rule named `permission` lets the user do it to the object.

    Raises KeyError for a permission that no rules.py has: a misspelled one must never silently mean no.
    """
    if not rules.perm_exists(permission):
        raise KeyError(f"No rule is named {permission!r}.")
    return rules.has_perm(permission, user, obj)


def require(user, permission, obj=None):
    """Raise PermissionDenied unless the rule lets the user do it."""
    if not may(user, permission, obj):
        raise PermissionDenied


def redirect_to_login(request):
    """Send the reader to the login page, or to the second factor, and back here afterwards."""
    door = "accounts:second_factor" if request.user.is_authenticated else "accounts:login"
    return HttpResponseRedirect(f"{reverse(door)}?{urlencode({'next': request.get_full_path()})}")


def verified_required(view):
    """Let in whoever has logged in with a second factor; send others to the login page."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.is_verified():
            return redirect_to_login(request)
        return view(request, *args, **kwargs)

    return wrapper
