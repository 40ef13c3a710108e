"""What somebody had written when the session ended: taken along through the login, and given back after it.

Until the password it stands, signed, in the login page alone: a stranger's form is stored nowhere.
"""

from django.core import signing
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from members.accounts.views.doors import KEPT_KEY, go_on, landing_of
from portal.core.access import verified_required

SALT, FIELD = "accounts.kept", "kept"
LIVES = 12 * 60 * 60  # seconds, as a session
LEFT_OUT = ("csrfmiddlewaretoken", "password", "current", FIELD)


def is_brought(request):
    """Whether the login page was sent another page's form, not its own."""
    return request.method == "POST" and "username" not in request.POST


def kept_of(request):
    """Return what the login page is to hold: the form that was brought, signed, or that which it already holds."""
    if not is_brought(request):
        return request.POST.get(FIELD, "")
    path = request.GET.get("next", "")
    fields = [[name, values] for name, values in request.POST.lists() if name not in LEFT_OUT]
    if not fields or not url_has_allowed_host_and_scheme(path, allowed_hosts=None):
        return ""
    return signing.dumps({"path": path, "fields": fields}, salt=SALT, compress=True)


def keep(request, signed):
    """Move what the login page held into the session of the person who has just logged in there."""
    try:
        request.session[KEPT_KEY] = signing.loads(signed, salt=SALT, max_age=LIVES)
    except signing.BadSignature:
        return


@never_cache
@verified_required
def kept(request):
    """Give the form back, to be sent on to where it was going, or to be thrown away."""
    form = request.session.get(KEPT_KEY)
    if form is None:
        return go_on(request)
    if request.method == "POST":
        del request.session[KEPT_KEY]
        if "kept_send" in request.POST:
            return HttpResponseRedirect(form["path"], preserve_request=True)
        return HttpResponseRedirect(landing_of(request.user))
    pairs = [(name, value) for name, values in form["fields"] for value in values]
    texts = [(name, value) for name, value in pairs if " " in value.strip() or "\n" in value.strip()]
    rest = [pair for pair in pairs if pair not in texts]
    return render(request, "members/accounts/kept.html", {"texts": texts, "rest": rest})
