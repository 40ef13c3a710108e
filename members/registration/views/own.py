"""An application that has been sent, as its contact persons see it: the link is the right to it."""

from functools import wraps

from django.core import signing
from django.db.models import prefetch_related_objects
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from members.accounts.views.doors import keep_to_ourselves
from members.organisations.models import Network
from members.registration import queries, services
from members.registration.enums import DecisionState
from members.registration.forms import (
    AnswerForm,
    CompletionForm,
    DecisionTakenForm,
    NamesForm,
    PostponedForm,
    RenewForm,
    WithdrawForm,
)
from members.registration.views.steps import unlogged
from portal.core.guard import once

CONFLICT, GONE = 409, 410
form_methods = require_http_methods(["GET", "HEAD", "POST"])


def with_application(view):
    """Find the application behind the link; without one, offer a new link and never say whether there was any."""

    @wraps(view)
    def wrapper(request, slug, token):
        network = get_object_or_404(Network, slug=slug)
        try:
            person = queries.person_behind(network, token)
        except signing.BadSignature:
            person = None
        if person is None:
            context = {"network": network, "token": token, "form": RenewForm(request=request), "is_sent": True}
            answer = render(request, "members/registration/link_expired.html", context, status=GONE)
        else:
            answer = view(request, person.application, token)
        return unlogged(keep_to_ourselves(answer))

    return wrapper


def while_alive(view):
    """Lead back from what can only be done with an application that is neither declined nor taken back."""

    @wraps(view)
    def wrapper(request, application, token):
        try:
            if not application.is_alive:
                raise services.HasEnded
            return view(request, application, token)
        except services.HasEnded:
            return back(application, token, "avslutad")

    return wrapper


@form_methods
@with_application
def own(request, application, token):
    """Say where the application stands, show what has been written, and take in an answer."""
    form = AnswerForm(request.POST or None, application=application)
    if request.method == "POST" and form.is_valid():
        services.answer(application=application, **form.cleaned_data)
        return back(application, token, "svarat")
    prefetch_related_objects([application], "people")
    context = {
        "can_withdraw": application.is_alive,
        "is_decided": application.decision_state == DecisionState.TAKEN and application.decision_file is not None,
        "thread": list(application.messages.all()),
        "on_behalf": getattr(getattr(application, "draft", None), "on_behalf", None),
        "done": DONE.get(next(iter(request.GET), "")),
    }
    return show(request, "own", application, token, form, **context)


@form_methods
@with_application
@while_alive
def own_names(request, application, token):
    """Say who will take part, now or instead of those named before."""
    lines = [", ".join(filter(None, (person.name, person.email))) for person in application.participants]
    form = NamesForm(
        request.POST or None, most=application.participant_count, initial={"participants": "\n".join(lines)}
    )
    if request.method == "POST" and form.is_valid():
        services.name_participants(application=application, participants=form.cleaned_data["participants"])
        return back(application, token, "namn")
    return ask(request, "own_names", application, token, form)


@form_methods
@with_application
@while_alive
def own_decision(request, application, token):
    """Tell what the board has decided, with the paper."""
    form = DecisionTakenForm(
        request.POST or None, request.FILES or None, initial={"decision_body": application.decision_body}
    )
    if request.method == "POST" and form.is_valid():
        names = ("decision_date", "decision_body", "decision_paragraph")
        about = {name: form.cleaned_data[name] for name in names}
        services.hand_in_decision(application=application, upload=form.cleaned_data["decision_upload"], **about)
        return back(application, token, "beslut")
    return ask(request, "own_decision", application, token, form)


@form_methods
@with_application
@while_alive
def own_postpone(request, application, token):
    """Tell on which day the board decides instead."""
    form = PostponedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.postpone_decision(application=application, decision_date=form.cleaned_data["decision_date"])
        return back(application, token, "datum")
    return ask(request, "own_postpone", application, token, form)


@form_methods
@with_application
@while_alive
def own_invoice(request, application, token):
    """Complete where the invoice goes, and the own reference."""
    form, status = CompletionForm(request.POST or None, application=application), 200
    if request.method == "POST" and form.is_valid():
        values, opened = form.corrections
        try:
            services.complete(application=application, values=values, opened=opened)
        except services.ChangedMeanwhile as meanwhile:
            form.show_both(meanwhile.now)
            status = CONFLICT
        else:
            return back(application, token, "faktura")
    return ask(request, "own_invoice", application, token, form, status=status)


@form_methods
@with_application
@while_alive
def own_withdraw(request, application, token):
    """Ask once more, and take the application back."""
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.withdraw(application=application, reason=form.cleaned_data["reason"])
        return back(application, token)
    return ask(request, "own_withdraw", application, token, form)


@require_POST
@with_application
def own_offer(request, application, token):
    """Take the seat that is held; to leave it is to take the application back, which asks once more."""
    if request.POST.get("svar") == "nej":
        return redirect("registration:own_withdraw", slug=application.network.slug, token=token)
    if request.POST.get("svar") != "ja":
        return back(application, token)
    try:
        services.accept_offer(application=application)
    except services.OfferIsOver:
        return back(application, token, "forsent" if application.is_alive else "avslutad")
    except services.AlreadySeated:
        return back(application, token, "redan")
    return back(application, token, "svarat")


@require_POST
def renew_own_link(request, slug, token):
    """Mail a new link to whom an old one belonged; the answer is the same when there was none."""
    network = get_object_or_404(Network, slug=slug)
    form = RenewForm(request.POST, request=request)
    if not form.is_valid():
        context = {"network": network, "token": token, "form": form, "is_sent": True}
        return keep_to_ourselves(render(request, "members/registration/link_expired.html", context))
    try:
        person = queries.person_behind(network, token, max_age=None)
    except signing.BadSignature:
        person = None
    with once(form) as is_first:
        if is_first and person is not None:
            services.mail_own_link(person=person)
    return redirect("registration:link_sent", slug=slug)


#: What the page of one thing says: heading, what follows from doing it, and the button.
WORDS = {
    "own_names": {
        "heading": _("Ändra deltagarnas namn"),
        "lead": _("Ni får byta personer utan kostnad."),
        "submit": _("Spara"),
    },
    "own_decision": {
        "heading": _("Lämna beslutet"),
        "lead": _("Nätverksledaren får veta att beslutet är fattat."),
        "submit": _("Lämna beslutet"),
    },
    "own_postpone": {
        "heading": _("Ändra datum för beslutet"),
        "lead": _(
            "Nätverksledaren får veta att datumet har flyttats. "
            "Varken anmälan eller en plats med villkor förfaller av det."
        ),
        "submit": _("Spara datumet"),
    },
    "own_invoice": {
        "heading": _("Fakturauppgifter och diarienummer"),
        "lead": _("Ni faktureras först när platsen är bekräftad. Det som ni inte vet än kan ni lämna tomt."),
        "submit": _("Spara"),
    },
    "own_withdraw": {
        "heading": _("Ta tillbaka anmälan"),
        "lead": _("Då lämnar ni er plats till någon annan. Det går inte att ångra här, men ni kan anmäla er igen."),
        "submit": _("Ta tillbaka anmälan"),
    },
}
DONE = {
    "svarat": _("Tack, nätverksledaren har fått ert svar."),
    "namn": _("Deltagarna är sparade."),
    "beslut": _("Tack, nätverksledaren har fått beslutet."),
    "datum": _("Tack, nätverksledaren har fått det nya datumet."),
    "faktura": _("Uppgifterna är sparade."),
    "avslutad": _("Anmälan är avslutad, så det går inte att ändra något i den."),
    "redan": _("Er organisation har redan en plats, genom en annan anmälan."),
    "forsent": _("Tiden att svara har gått ut. Ni står kvar som reserv."),
}


# The steps that the views share.


def back(application, token, done=""):
    """Go back to the application, with what has been done said there."""
    path = reverse("registration:own", args=[application.network.slug, token])
    return HttpResponseRedirect(f"{path}?{done}" if done else path)


def ask(request, name, application, token, form, *, status=200):
    """Show the page of one thing that can be done with the application."""
    return show(request, "own_form", application, token, form, status=status, words=WORDS[name])


def show(request, name, application, token, form, *, status=200, **context):
    """Show a page about the application."""
    shown = {"application": application, "network": application.network, "token": token, "form": form, **context}
    return render(request, f"members/registration/{name}.html", shown, status=status)
