"""In with a passkey, and a page where one is made. The script of these pages talks JSON; nothing else here does."""

import json
import time
from functools import wraps

from django.contrib import messages
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from members.accounts.services import note_login
from members.accounts.views.doors import address_of, go_on, next_of, open_session, raise_session
from members.accounts.views.enrolment import keep_codes, other_door, steps
from members.accounts.views.kept import keep
from members.signon import services
from members.signon.forms import PasskeyForm

LOGIN_KEY, NEW_KEY = "passkey_login", "passkey_new"
ANSWER_WITHIN = 60 * 60  # seconds; the browser may offer a passkey for as long as the login page stands open


def for_the_script(view):
    """Answer in JSON; a refusal says what to do, and never why: an unknown key is told from nothing else."""

    @wraps(view)
    def wrapper(request):
        try:
            return view(request)
        except services.Refused:
            return JsonResponse({"error": _("Det gick inte. Försök igen, eller välj ett annat sätt.")}, status=400)

    return require_POST(never_cache(wrapper))


@for_the_script
def begin_login(request):
    """Ask the browser for a passkey: any, or one of the person's own when the password has been shown."""
    by = request.user if request.user.is_authenticated else None
    options, state = services.begin_login(by=by)
    _remember(request, LOGIN_KEY, state)
    return JsonResponse(options)


@for_the_script
def finish_login(request):
    """Let in whoever holds the passkey, both factors shown; for somebody inside it says that it is still them."""
    by = request.user if request.user.is_authenticated else None
    state, answer = _remembered(request, LOGIN_KEY), _sent(request)
    passkey = services.passkey_of(state=state, answer=answer, by=by)
    was_inside = by is not None and by.is_verified()
    if by is None:
        open_session(request, passkey.user)
        keep(request, str(answer.get("kept", "")))
    raise_session(request, passkey)
    if not was_inside:
        note_login(by=request.user)
    return JsonResponse({"url": go_on(request).url})


@never_cache
def passkeys(request):
    """Make a passkey: as the first factor of somebody new, or one more for somebody who has just shown one."""
    door = other_door(request)
    if door:
        return HttpResponseRedirect(_address_of_door(request, door))
    context = {"form": PasskeyForm(), "next": next_of(request), "steps": steps()}
    return render(request, "members/signon/passkeys.html", context)


def _for_a_new_passkey(view):
    """Hold the two requests to the doors of the page that makes them."""

    @wraps(view)
    def wrapper(request):
        door = other_door(request)
        return (
            JsonResponse({"url": address_of(door, reverse("signon:passkeys"))}, status=403) if door else view(request)
        )

    return for_the_script(wrapper)


@_for_a_new_passkey
def begin_passkey(request):
    """Ask the browser to make a passkey."""
    options, state = services.begin_passkey(by=request.user)
    _remember(request, NEW_KEY, state)
    return JsonResponse(options)


@_for_a_new_passkey
def finish_passkey(request):
    """Keep the passkey; with the first factor come recovery codes, and the session is verified."""
    state, answer = _remembered(request, NEW_KEY), _sent(request)
    form = PasskeyForm(answer)
    if not form.is_valid():
        raise services.Refused
    passkey = services.add_passkey(state=state, answer=answer, name=form.cleaned_data["name"], by=request.user)
    if request.user.is_verified():
        messages.success(request, _("Din passkey är tillagd. Nästa gång kan du logga in med den."))
        return JsonResponse({"url": reverse("accounts:account")})
    raise_session(request, passkey)
    note_login(by=request.user)
    keep_codes(request)
    return JsonResponse({"url": address_of("accounts:recovery_codes", next_of(request))})


def _address_of_door(request, door):
    return address_of(door, next_of(request) or (request.path if "confirm" in door else ""))


def _remember(request, key, state):
    request.session[key] = {"state": state, "at": int(time.time())}


def _remembered(request, key):
    """Return the challenge, once: it is gone from the session before anything is looked at."""
    kept = request.session.pop(key, None)
    request.session.save()
    if kept is None or time.time() - kept["at"] > ANSWER_WITHIN:
        raise services.Refused
    return kept["state"]


def _sent(request):
    try:
        sent = json.loads(request.body)
    except ValueError as error:
        raise services.Refused from error
    if not isinstance(sent, dict):
        raise services.Refused
    return sent
