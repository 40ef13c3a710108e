"""In by way of one's organisation: to its provider, and back."""

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET
from django_otp import login as vouch_for

from members.accounts.services import note_login
from members.accounts.views.doors import (
    address_of,
    go_on,
    keep_to_ourselves,
    landing_of,
    next_of,
    open_session,
    recognised,
)
from members.signon import queries, services
from members.signon.enums import Refusal
from members.signon.models import Provider
from members.signon.views.journeys import come_back, keep_found, set_out, turned_away, way_back


@require_GET
@never_cache
def organisations(request):
    """Let the person say where they work."""
    context = {"providers": Provider.objects.on(), "next": next_of(request)}
    return render(request, "members/signon/organisations.html", context)


@require_GET
@never_cache
def begin_sign_on(request, pk):
    """Send the browser to the organisation; whoever is inside already goes on."""
    provider = get_object_or_404(Provider.objects.on(), pk=pk)
    if request.user.is_verified():
        return go_on(request)
    return set_out(request, provider, next=next_of(request), linking=None)


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
    is_theirs = kept["linking"] is None or (request.user.is_verified() and request.user.pk == kept["linking"])
    if provider is None or not is_theirs:
        raise services.NotSignedOn(Refusal.AGAIN)
    answer = request.GET.dict()
    claims = services.answer_of(provider=provider, redirect_uri=way_back(provider), kept=kept, answer=answer)
    if kept["linking"] is None:
        try:
            return _let_in(request, services.identity_of(provider=provider, claims=claims), claims, kept["next"])
        except services.UnknownIdentity:
            pass
    keep_found(request, provider, claims)
    return HttpResponseRedirect(reverse("signon:link"))


def _let_in(request, identity, claims, next_path):
    """Open a session: on to the code, unless the provider vouches for a second factor or the browser is remembered.

    It is not fresh: the organisation may have asked nothing at all today.
    """
    open_session(request, identity.user)
    if services.is_vouched_for(identity=identity, claims=claims):
        vouch_for(request, identity)
        request.session.cycle_key()
        note_login(by=request.user)
    elif not recognised(request):
        return HttpResponseRedirect(address_of("accounts:second_factor", next_path))
    return HttpResponseRedirect(next_path or landing_of(request.user))


@require_GET
@never_cache
def not_signed_on(request):
    """Say why, and which ways there are."""
    title, text, status = queries.refusal(request.GET.get("varfor", ""))
    return render(request, "members/signon/not_signed_on.html", {"title": title, "text": text}, status=status)
