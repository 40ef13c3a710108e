"""What the link in an invitation opens: a new account, or an old one that takes part in one thing more."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from members.accounts.forms import NewAccountForm
from members.accounts.views.doors import address_of, go_on, keep_to_ourselves, open_session
from members.organisations import queries, services
from members.organisations.access import NETWORK_KEY, ORGANISATION_KEY


@sensitive_post_parameters("password")
@never_cache
def welcome(request, token):
    """What the link in an invitation opens. Mail scanners follow links: only a POST uses it up."""
    invitation = queries.invitation_of(token)
    if invitation is None or not invitation.is_open:
        page = render(request, "members/organisations/welcome_closed.html", {"invitation": invitation}, status=410)
        return keep_to_ourselves(page)
    account = queries.account_of(invitation)
    if request.user.is_authenticated and request.user.email != invitation.email:
        page = render(request, "members/organisations/welcome_other.html", {"invitation": invitation})
        return keep_to_ourselves(page)
    answer = _welcome_new if account is None else _welcome_back
    try:
        return keep_to_ourselves(answer(request, invitation))
    except (services.InvitationIsClosed, services.AccountExists):
        # Somebody was faster, in another window: the page says what holds now.
        return HttpResponseRedirect(request.path)


def _welcome_new(request, invitation):
    """Somebody new gives a name and a password, and goes on to the second factor."""
    form = NewAccountForm(request.POST or None, email=invitation.email, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid():
        user = services.accept_as_new(invitation=invitation, language=get_language(), **form.cleaned_data)
        open_session(request, user)
        _look_at(request, invitation)
        return HttpResponseRedirect(address_of("accounts:enrol", _start_of(invitation)))
    steps = [_("Lösenord"), _("Autentiseringsapp"), _("Återställningskoder")]
    context = {"invitation": invitation, "form": form, "steps": steps}
    return render(request, "members/organisations/welcome_new.html", context)


def _welcome_back(request, invitation):
    """Somebody with an account accepts once both factors have been shown."""
    if request.method == "POST" and request.user.is_authenticated and request.user.is_verified():
        services.accept_invitation(invitation=invitation, by=request.user)
        _look_at(request, invitation)
        messages.success(request, _("Du deltar nu för %(name)s.") % {"name": invitation.organisation.name})
        return HttpResponseRedirect(_start_of(invitation) or go_on(request)["Location"])
    context = {"invitation": invitation, "login_url": address_of("accounts:login", request.path)}
    return render(request, "members/organisations/welcome_back.html", context)


def _look_at(request, invitation):
    if invitation.network_id:
        request.session[NETWORK_KEY] = invitation.network_id
        request.session[ORGANISATION_KEY] = invitation.organisation_id


def _start_of(invitation):
    return reverse("journey:start") if invitation.network_id else ""
