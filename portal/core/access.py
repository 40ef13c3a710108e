"""Ask for permission in one way: outsiders get 404, insiders without the right get 403."""

import time
from functools import wraps
from urllib.parse import urlencode, urlsplit

import rules
from django.conf import settings
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


CONFIRMED_KEY = "confirmed_at"
FRESH = 15 * 60  # seconds that a shown code counts as "it is still you"

# What the script of a form adds when it keeps the text in the browser itself.
KEPT_BY_BROWSER = "text_is_kept"
LONGEST_BROUGHT = 200_000  # bytes of a form that is taken along to the login
# What is never taken along to the login, and what a form's own hidden fields and buttons are called: nobody fills
# those in, so a form of nothing else is a press on a button. tests/architecture/test_kept_forms.py holds both lists.
LEFT_OUT = {"csrfmiddlewaretoken", "password", "current", "code", "client_secret", "kept"}
NOT_FILLED_IN = LEFT_OUT | {
    *("edit_number", "for_organisation", "key", "network", "next", "number", "opened", "seen", "stamp"),
    *("submission_key", "table", "version"),
    *("cancel", "confirm", "go", "remove", "save_link", "step", "svar", "upload"),
}


def is_fresh(request):
    """Whether the person has shown a code within the last quarter of an hour."""
    return time.time() - request.session.get(CONFIRMED_KEY, 0) < FRESH


def redirect_to_confirm(request):
    """Ask for a code once more, and go on where the person was going."""
    return HttpResponseRedirect(f"{reverse('accounts:confirm')}?{urlencode({'next': path_back(request)})}")


TYPED_KEY = "typed_form"


def confirm_keeping_form(request):
    """Ask for a code once more before a form is acted on, and keep what was typed for when the person is back."""
    fields = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    request.session[TYPED_KEY] = {"path": request.path, "fields": fields}
    return redirect_to_confirm(request)


def typed_before(request):
    """Return what the person had typed in this form when they were asked for a code, once; else nothing."""
    kept = request.session.get(TYPED_KEY)
    if request.method != "GET" or kept is None or kept["path"] != request.path:
        return {}
    del request.session[TYPED_KEY]
    return kept["fields"]


def redirect_to_login(request):
    """Send the reader to the login page, or to the second factor, and back here afterwards.

    A form that was sent when the session had ended goes along to the login page (307), which gives it back.
    """
    door = "accounts:second_factor" if request.user.is_authenticated else "accounts:login"
    brings = not request.user.is_authenticated and brings_form(request)
    path = request.get_full_path() if brings else path_back(request)
    return HttpResponseRedirect(f"{reverse(door)}?{urlencode({'next': path})}", preserve_request=brings)


def path_back(request):
    """Return where to go on after a door: this address, or where the button stood, for many take nothing but POST."""
    if request.method != "POST":
        return request.get_full_path()
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.get_host() or not page.path.startswith("/"):
        return request.get_full_path()
    return page._replace(scheme="", netloc="", fragment="").geturl()


def brings_form(request):
    """Whether a form comes along that would be lost.

    Without the cookie that the form's token belongs to, the login page would refuse it.
    """
    return settings.CSRF_COOKIE_NAME in request.COOKIES and is_navigation(request) and holds_form(request)


def is_navigation(request):
    """Whether the answer is a page that somebody will see: a script does not follow to one."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def holds_form(request):
    """Whether somebody has filled in something that no script keeps; a large body is not even read."""
    size = request.META.get("CONTENT_LENGTH") or "0"
    if request.method != "POST" or not size.isdecimal() or int(size) > LONGEST_BROUGHT:
        return False
    return KEPT_BY_BROWSER not in request.POST and any(is_filled_in(*field) for field in request.POST.lists())


def is_filled_in(name, values):
    """Whether a person has written or chosen that, rather than the form itself."""
    return name not in NOT_FILLED_IN and not name.endswith("_mark") and any(value.strip() for value in values)


def verified_required(view):
    """Let in whoever has logged in with a second factor; send others to the login page."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not request.user.is_verified():
            return redirect_to_login(request)
        return view(request, *args, **kwargs)

    return wrapper
