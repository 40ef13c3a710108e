"""What somebody had filled in when the session ended: taken along through the login, and given back after it.

Until the password it stands, signed, in the login page alone: a stranger's form is stored nowhere. Whoever goes by way
of their organisation leaves the page, so there it waits, sealed, in the session of that browser: little, for a quarter
of an hour, and not often.
"""

import re
import time

from django.core import signing
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from members.accounts import queries, services
from members.accounts.views.doors import KEPT_KEY, go_on, landing_of
from portal.core.access import LEFT_OUT, is_filled_in, path_back, verified_required
from portal.core.guard import sender

SALT, FIELD, HELD_KEY = "accounts.kept", "kept", "held_form"
LIVES = 12 * 60 * 60  # seconds, as a session
HELD_FOR, LONGEST_HELD = 15 * 60, 100_000  # seconds, characters of the signed form
# The value of a choice: a word of the portal's own, not something that somebody has written.
CHOICE = re.compile(r"[a-z_][a-z0-9_-]*|\d{1,6}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_brought(request):
    """Whether the login page was sent another page's form, not its own."""
    return request.method == "POST" and "username" not in request.POST


def kept_of(request):
    """Return what the login page is to hold: the form that was brought, signed, or that which is held already."""
    if not is_brought(request) or FIELD in request.POST:
        return request.POST.get(FIELD, "") or held(request)
    path = request.GET.get("next", "")
    fields = fields_of(request)
    if not fields or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return ""
    page = path_back(request)
    stood_on = page if url_has_allowed_host_and_scheme(page, None) and page != request.get_full_path() else ""
    return signing.dumps({"path": path, "page": stood_on, "fields": fields}, salt=SALT, compress=True)


def fields_of(request):
    """Return what was filled in, as [name, values], without secrets."""
    return [[name, values] for name, values in request.POST.lists() if name not in LEFT_OUT]


def hold(request, signed):
    """Let the form wait in the session while the browser is at the organisation; whether it may."""
    is_ours = len(signed) <= LONGEST_HELD and _form_of(signed) is not None
    if not is_ours or not services.may_hold_form(sender=sender(request)):
        return False
    request.session[HELD_KEY] = {"sealed": queries.sealed(signed), "at": int(time.time())}
    request.session.set_expiry(HELD_FOR)
    return True


def held(request):
    """Return the form that waits in the session, signed, or nothing."""
    waits = request.session.get(HELD_KEY)
    if waits is None or time.time() - waits["at"] > HELD_FOR:
        return ""
    return queries.unsealed(waits["sealed"])


def keep(request, signed):
    """Move what the login page held into the session of the person who has just logged in there."""
    signed = signed or held(request)
    request.session.pop(HELD_KEY, None)
    if _form_of(signed) is not None:
        request.session[KEPT_KEY] = queries.sealed(signed)


def _form_of(signed):
    try:
        return signing.loads(signed, salt=SALT, max_age=LIVES)
    except signing.BadSignature:
        return None


@never_cache
@verified_required
def kept(request):
    """Give the form back, to be sent on to where it was going, or to be thrown away."""
    form = _form_of(queries.unsealed(request.session.get(KEPT_KEY, "")))
    if form is None:
        request.session.pop(KEPT_KEY, None)
        return go_on(request)
    if request.method == "POST":
        del request.session[KEPT_KEY]
        if "kept_send" in request.POST:
            return HttpResponseRedirect(form["path"], preserve_request=True)
        return HttpResponseRedirect(landing_of(request.user))
    return render(request, "members/accounts/kept.html", {**by_kind(form["fields"]), "page": form.get("page", "")})


def by_kind(fields):
    """Return the values by how the page shows them: texts to read and change, short ones to read, choices to count."""
    pairs = [(name, value) for name, values in fields for value in values]
    texts = [(name, value) for name, value in pairs if " " in value.strip() or "\n" in value.strip()]
    rest = [pair for pair in pairs if pair not in texts]
    filled = [value for name, value in rest if is_filled_in(name, [value])]
    written = [value for value in filled if DAY.fullmatch(value) or not CHOICE.fullmatch(value)]
    return {"texts": texts, "rest": rest, "written": written, "choices": len(filled) - len(written)}
