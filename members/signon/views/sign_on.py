"""In by way of one's organisation: to its provider, and back."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods
from django_otp import login as vouch_for

from members.accounts.services import note_login
from members.accounts.views.doors import (
    address_of,
    go_on,
    keep_to_ourselves,
    next_of,
    open_session,
    raise_session,
    recognised,
)
from members.accounts.views.kept import held, hold, keep
from members.signon import queries, services
from members.signon.enums import Refusal
from members.signon.models import Provider
from members.signon.views.journeys import come_back, keep_found, set_out, turned_away, way_back
from portal.core.access import verified_required


@require_http_methods(["GET", "POST"])
@never_cache
def organisations(request):
    """Let the person say where they work; a form that was brought to the login page waits in the session meanwhile."""
    if request.method == "POST":
        if hold(request, request.POST.get("kept", "")):
            return HttpResponseRedirect(address_of("signon:organisations", next_of(request)))
        messages.error(request, _("Det du fyllde i kan inte följa med dit. Logga in här, så får du tillbaka det."))
        return HttpResponseRedirect(address_of("accounts:login", next_of(request)), preserve_request=True)
    context = {"providers": Provider.objects.on(), "next": next_of(request), "holds": bool(held(request))}
    return render(request, "members/signon/organisations.html", context)


@require_GET
@never_cache
def begin_sign_on(request, pk):
    """Send the browser to the organisation; whoever is inside already goes on."""
    provider = get_object_or_404(Provider.objects.on(), pk=pk)
    if request.user.is_verified():
        return go_on(request)
    return set_out(request, provider, next_path=next_of(request))


@require_GET
@never_cache
@verified_required
def begin_confirm(request):
    """Send somebody who has no factor of the portal's own to the organisation, to be asked there once more."""
    identity = services.confirming_identity_of(request.user)
    if identity is None:
        return HttpResponseRedirect(address_of("accounts:confirm", next_of(request)))
    return set_out(request, identity.provider, next_path=next_of(request), confirming=request.user.pk)


@require_GET
@never_cache
def finish_sign_on(request, pk):
    """Take what the provider answers: in, on to the code, or on to linking; else to a page that says why not."""
    language = translation.get_language()
    try:
        kept = come_back(request, pk)
        language = kept["language"]
        with translation.override(language):
            return keep_to_ourselves(_arrive(request, kept))
    except services.NotSignedOn as refused:
        with translation.override(language):
            return turned_away(refused.reason)


def _arrive(request, kept):
    provider = Provider.objects.on().filter(pk=kept["provider"]).first()
    person = kept["linking"] or kept["confirming"]
    is_theirs = person is None or (request.user.is_verified() and request.user.pk == person)
    if provider is None or not is_theirs:
        raise services.NotSignedOn(Refusal.AGAIN)
    answer = request.GET.dict()
    claims = services.answer_of(provider=provider, redirect_uri=way_back(provider), kept=kept, answer=answer)
    if kept["confirming"] is not None:
        return _confirm(request, provider, claims, kept)
    if kept["linking"] is None:
        try:
            return _let_in(request, services.identity_of(provider=provider, claims=claims), claims, kept["next"])
        except services.UnknownIdentity:
            pass
    keep_found(request, provider, claims)
    return HttpResponseRedirect(reverse("signon:link"))


def _confirm(request, provider, claims, kept):
    """Let the session count as fresh, if the organisation has just asked the very person and vouches for it."""
    identity = services.confirming_identity_of(request.user)
    is_same = identity is not None and (identity.provider_id, identity.issuer, identity.subject) == (
        provider.pk, claims["iss"], claims["sub"],
    )  # fmt: skip
    if not is_same:
        raise services.NotSignedOn(Refusal.WRONG)
    services.hold_to_afresh(provider=provider, claims=claims, since=kept["at"])
    services.note_confirmation(identity=identity, by=request.user)
    raise_session(request, identity)
    return go_on(request, kept["next"])


def _let_in(request, identity, claims, next_path):
    """Open a session: on to the code, unless the provider vouches for a second factor or the browser is remembered.

    It is not fresh: the organisation may have asked nothing at all today.
    """
    open_session(request, identity.user)
    keep(request, "")
    if services.is_vouched_for(identity=identity, claims=claims):
        vouch_for(request, identity)
        request.session.cycle_key()
        note_login(by=request.user)
    elif not recognised(request):
        return HttpResponseRedirect(address_of("accounts:second_factor", next_path))
    return go_on(request, next_path)


@require_GET
@never_cache
def not_signed_on(request):
    """Say why, and which ways there are."""
    title, text, status = queries.refusal(request.GET.get("varfor", ""))
    return render(request, "members/signon/not_signed_on.html", {"title": title, "text": text}, status=status)
