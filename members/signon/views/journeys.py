"""What the session remembers while the browser is at the provider, and what it brought back that is not linked yet.

The session is the only place: an answer counts in the browser that asked, once, and within a quarter of an hour.
"""

import time

from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare

from members.accounts.views.doors import keep_to_ourselves
from members.signon import services
from members.signon.enums import Refusal
from members.signon.services import NotSignedOn

JOURNEY_KEY, FOUND_KEY = "sign_on", "sign_on_found"
BACK_WITHIN = LINKED_WITHIN = 15 * 60  # seconds


def set_out(request, provider, *, next_path="", linking=None, confirming=None):
    """Send the browser to the provider, by GET: the page's policy lets no form lead to another site.

    `linking` is whose account is to be linked, `confirming` who is to show that it is still them.
    """
    language = translation.get_language()
    try:
        address, secrets = services.begin_exchange(
            provider=provider, redirect_uri=way_back(provider), language=language, afresh=confirming is not None
        )
    except NotSignedOn as refused:
        return turned_away(refused.reason)
    request.session[JOURNEY_KEY] = {
        **secrets, "next": next_path, "linking": linking, "confirming": confirming,
        "provider": provider.pk, "language": language, "at": int(time.time()),
    }  # fmt: skip
    return keep_to_ourselves(HttpResponseRedirect(address))


def way_back(provider):
    """Return the address that the provider sends the browser to: one, whatever the reader's language."""
    with translation.override(settings.LANGUAGE_CODE):
        return f"{settings.SITE_URL}{reverse('signon:finish_sign_on', args=[provider.pk])}"


def come_back(request, pk):
    """Return what was remembered when the browser set out, once; raises NotSignedOn for whoever did not.

    What somebody else's state is brought for stays as it was: a stranger's link ends nobody's journey.
    """
    kept = request.session.get(JOURNEY_KEY)
    state = request.GET.get("state", "")
    if kept is None or kept["provider"] != pk or not constant_time_compare(kept["state"], state):
        raise NotSignedOn(Refusal.AGAIN)
    del request.session[JOURNEY_KEY]
    request.session.save()  # gone before anything is looked at
    if time.time() - kept["at"] > BACK_WITHIN:
        raise NotSignedOn(Refusal.AGAIN)
    return kept


def turned_away(reason):
    """Lead to the page that says why, at an address without the code and the state."""
    return keep_to_ourselves(HttpResponseRedirect(f"{reverse('signon:not_signed_on')}?varfor={reason}"))


def keep_found(request, provider, claims):
    """Remember who the provider says that this browser's person is, until the person has said whose account it is."""
    shown = next((claims[name] for name in ("name", "preferred_username", "email") if claims.get(name)), "")
    request.session[FOUND_KEY] = {
        "provider": provider.pk,
        "issuer": claims["iss"],
        "subject": claims["sub"],
        "shown": str(shown)[:100],
        "at": int(time.time()),
    }


def found(request):
    """Return it, or None when there is nothing or it is too old."""
    kept = request.session.get(FOUND_KEY)
    return kept if kept and time.time() - kept["at"] <= LINKED_WITHIN else None


def forget_found(request):
    """Forget it."""
    request.session.pop(FOUND_KEY, None)
