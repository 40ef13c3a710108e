"""The registrar's link: made by whoever holds an application or its draft, and the one page that it opens."""

from functools import wraps

from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from members.accounts.views.doors import keep_to_ourselves
from members.organisations.models import Network
from members.registration import queries, services
from members.registration.forms import RegistrarForm, RegistrarLinkForm, find_organisation
from members.registration.models import ApplicationDraft
from members.registration.views.drafts import with_draft
from members.registration.views.own import GONE, form_methods, with_application
from members.registration.views.steps import unlogged
from portal.core.guard import once

DONE = {
    "skickad": _("Länken är på väg till registratorn."),
    "tillbaka": _("Länken är tillbakadragen och leder inte längre någonstans."),
    "over": _("Det går inte att göra någon länk till registratorn nu."),
}


@form_methods
@with_application
def own_registrar(request, application, token):
    """Let the registrar leave the decision of an application that has been sent."""
    return hand_on(request, application, token, at="own_registrar", back="own")


@form_methods
@with_draft
def draft_registrar(request, draft, token):
    """Let the registrar leave the decision while the application is being written."""
    return hand_on(request, draft, token, at="draft_registrar", back="draft")


def with_registrar_link(view):
    """Find the link; one that has ended, or that there never was, gives the same page, which says whom to ask."""

    @wraps(view)
    def wrapper(request, slug, token):
        network = get_object_or_404(Network, slug=slug)
        link = queries.registrar_link_behind(network, token)
        is_open = link is not None and link.is_open
        answer = view(request, link, token) if is_open else over(request, network)
        return unlogged(keep_to_ourselves(answer))

    return wrapper


@form_methods
@with_registrar_link
def registrar(request, link, token):
    """Take in the decision: date, paragraph and paper. Nothing of the application is shown."""
    form = RegistrarForm(request.POST or None, request.FILES or None, request=request)
    if request.method == "POST" and form.is_valid():
        about = {
            "upload": form.cleaned_data["decision_upload"],
            "decision_date": form.cleaned_data["decision_date"],
            "decision_paragraph": form.cleaned_data["decision_paragraph"],
        }
        try:
            with once(form) as is_first:
                if is_first:
                    services.hand_in_by_registrar(link=link, **about)
        except services.LinkIsOver:
            return over(request, link.network)
        return redirect("registration:registrar_receipt", slug=link.network.slug, token=token)
    return show(request, "registrar", link, token, form=form)


@form_methods
@with_registrar_link
def registrar_receipt(request, link, token):
    """Say what has been received, and how a mistake is mended."""
    if link.file is None:
        return redirect("registration:registrar", slug=link.network.slug, token=token)
    return show(request, "registrar_receipt", link, token)


# The steps that the views share.


def hand_on(request, target, token, *, at, back):
    """Show the registrar's link of an application or a draft; make one, or take it back."""
    here = reverse(f"registration:{at}", args=[target.network.slug, token])
    if request.method == "POST" and request.POST.get("go") == "withdraw":
        services.withdraw_registrar_link(target=target)
        return HttpResponseRedirect(f"{here}?tillbaka")
    form = RegistrarLinkForm(request.POST or None, request=request, target=target)
    made = ""
    if request.method == "POST" and form.is_valid():
        try:
            made = made_by(form, request, target)
        except services.LinkIsOver:
            return HttpResponseRedirect(f"{here}?over")
        if not form.is_shown:
            return HttpResponseRedirect(f"{here}?skickad")
    context = {
        "network": target.network,
        "form": form,
        "link": queries.registrar_link_of(target),
        "made": made,
        "back_url": reverse(f"registration:{back}", args=[target.network.slug, token]),
        "done": DONE.get(next(iter(request.GET), "")),
        "is_possible": target.takes_registrars_decision,
    }
    return render(request, "members/registration/hand_on.html", context)


def made_by(form, request, target):
    """Make the link that the form asks for, and return its address."""
    with once(form):
        made = services.make_registrar_link(
            target=target,
            key=form.key,
            email=form.cleaned_data["email"],
            organisation_name=registered_name(target),
        )
    return request.build_absolute_uri(reverse("registration:registrar", args=[target.network.slug, made]))


def registered_name(target):
    """Return the organisation's name in the register, or nothing for one that is not there."""
    is_draft = isinstance(target, ApplicationDraft)
    found = find_organisation(typed_name(target)) if is_draft else target.organisation
    return found.name if found else ""


def typed_name(target):
    """Return the organisation's name as it was written, or picked."""
    if isinstance(target, ApplicationDraft):
        return " ".join(target.values_of("organisation").get("organisation_name", "").split())
    return target.organisation_name


def over(request, network):
    """Say that nothing can be left here any more, and whom to ask."""
    return render(request, "members/registration/registrar_over.html", {"network": network}, status=GONE)


def show(request, name, link, token, **context):
    """Show a page to the registrar: whose decision it is, and of what they have left themselves."""
    shown = {
        "network": link.network,
        "link": link,
        "token": token,
        "organisation_name": registered_name(link.target) or typed_name(link.target),
        **context,
    }
    return render(request, f"members/registration/{name}.html", shown)
