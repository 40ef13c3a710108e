"""An application that is being written: its steps, its links, and sending it. The link is the right to all of it."""

from functools import wraps
from urllib.parse import quote

from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.accounts.views.doors import keep_to_ourselves
from members.organisations.enums import RegistrationState
from members.organisations.models import Network
from members.registration import queries, services
from members.registration.forms import LinkForm, RenewForm
from members.registration.models import ApplicationDraft
from members.registration.views.applying import closed, receipt_of
from members.registration.views.steps import NAMES, STEPS, address_of, show_step, step_called, unlogged
from portal.core.guard import once

CONFLICT, GONE = 409, 410
form_methods = require_http_methods(["GET", "HEAD", "POST"])


def with_draft(view):
    """Find the draft behind the link; without one, offer a new link and never say whether there was any."""

    @wraps(view)
    def wrapper(request, slug, token, **kwargs):
        network = get_object_or_404(Network, slug=slug)
        link = queries.link_behind(network, token)
        if link is None or link.expires_at <= timezone.now():
            answer = gone(request, network, token)
        elif link.draft.application is not None:
            answer = redirect(f"{receipt_of(link.draft.application, network)}?igen")
        elif network.registration_state == RegistrationState.CLOSED:
            answer = closed(request, network, link.draft)
        else:
            try:
                answer = view(request, link.draft, token, **kwargs)
            except ApplicationDraft.DoesNotExist:  # somebody has taken it away in the meantime
                answer = gone(request, network, token)
        return unlogged(keep_to_ourselves(answer))

    return wrapper


def gone(request, network, token):
    """Say that the link leads nowhere, and offer a new one."""
    context = {"network": network, "token": token, "form": RenewForm(request=request)}
    return render(request, "members/registration/link_expired.html", context, status=GONE)


@require_safe
@with_draft
def draft(request, draft, token):
    """Go on where the draft is not whole yet; what somebody else wrote is looked through first."""
    if hasattr(draft, "on_behalf"):
        return redirect(address_of("send", draft, token))
    for each in STEPS:
        if not draft.number_of(each.slug) or not each.bound_to(draft).is_valid():
            return redirect(address_of("step", draft, token, each.slug))
    return redirect(address_of("send", draft, token))


@form_methods
@with_draft
def step(request, draft, token, step):
    """Show one step, keep what is written in it whatever it is, and go on when it is right."""
    found = step_called(step)
    context = {"draft": draft, "token": token}
    if request.method != "POST":
        values = {**draft.values_of(step), "edit_number": draft.number_of(step)}
        return show_step(request, draft.network, found, found.form(initial=values), **context)
    form = found.form(request.POST, request.FILES)
    is_valid = form.is_valid()
    try:
        draft = keep(draft, found, form)
    except services.StaleStep as stale:
        context |= {"draft": stale.draft, "others": differences(found, form, stale.draft)}
        form.go_on_from(stale.draft.number_of(step))
        return show_step(request, draft.network, found, form, status=CONFLICT, **context)
    if request.POST.get("go") in ("back", "later", "registrar"):
        return redirect(way_out(request.POST["go"], found, draft, token))
    if is_valid:
        return redirect(way_on(found, form, draft, token))
    form.go_on_from(draft.number_of(step))
    return show_step(request, draft.network, found, form, **{**context, "draft": draft})


@require_POST
@with_draft
def autosave(request, draft, token, step):
    """Keep what is written in the background; answers in JSON with the number to go on from."""
    found = step_called(step)
    form = found.form(request.POST)
    try:
        kept = services.save_step(draft=draft, step=step, values=form.values, opened_at=form.opened_at)
    except services.StaleStep:
        message = _("Någon har ändrat i ett annat fönster. Spara, så visas båda texterna.")
        return JsonResponse({"message": message}, status=CONFLICT)
    message = _("Sparat %(time)s") % {"time": formats.time_format(timezone.localtime(), "H:i")}
    return JsonResponse({"message": message, "fields": {"edit_number": kept.number_of(step)}})


@form_methods
@with_draft
def later(request, draft, token):
    """Mail the link, or hand it on to a colleague by one's own mail."""
    form = LinkForm(
        request.POST or None, request=request, initial={"email": draft.values_of("personer").get("first_email", "")}
    )
    if request.method == "POST" and form.is_valid():
        with once(form) as is_first:
            if is_first:
                services.mail_link(draft=draft, email=form.cleaned_data["email"])
        return redirect("registration:link_sent", slug=draft.network.slug)
    link = request.build_absolute_uri(address_of("draft", draft, token))
    subject = _("Vår anmälan till %(network)s") % {"network": draft.network.local_name}
    body = _("Här kan du fortsätta med vår anmälan. Den som har länken kan läsa och ändra: %(link)s") % {"link": link}
    mailto = f"mailto:?subject={quote(subject)}&body={quote(body)}"
    context = {"network": draft.network, "draft": draft, "token": token, "form": form, "link": link, "mailto": mailto}
    return render(request, "members/registration/later.html", context)


@require_POST
def renew_link(request, slug, token):
    """Mail a new link to where an expired one went; the answer is the same when there was none."""
    network = get_object_or_404(Network, slug=slug)
    form = RenewForm(request.POST, request=request)
    if not form.is_valid():
        context = {"network": network, "token": token, "form": form}
        return keep_to_ourselves(render(request, "members/registration/link_expired.html", context))
    link = queries.link_behind(network, token)
    with once(form) as is_first:
        if is_first and link is not None:
            services.renew_link(link=link)
    return redirect("registration:link_sent", slug=slug)


@require_safe
def link_sent(request, slug):
    """Say that a link is on its way; the same whether or not there was anything to send."""
    return render(request, "members/registration/link_sent.html", {"network": get_object_or_404(Network, slug=slug)})


@form_methods
@with_draft
def send(request, draft, token):
    """Look through all of it, and send it in."""
    forms = {each: each.bound_to(draft) for each in STEPS}
    unfinished = [each for each, form in forms.items() if not form.is_valid()]
    is_stale = False
    if request.method == "POST" and not unfinished:
        try:
            application = services.send(draft=draft, number=int_of(request.POST.get("number")), **gathered(forms))
        except services.RegistrationClosed:
            return closed(request, draft.network, draft)
        except services.StaleStep as stale:
            draft.steps, is_stale = stale.draft.steps, True
            forms = {each: each.bound_to(draft) for each in STEPS}
        else:
            return redirect(receipt_of(application, draft.network))
    is_refused = is_stale or (request.method == "POST" and bool(unfinished))
    return show_summary(request, draft, token, forms, is_stale=is_stale, is_refused=is_refused)


# The steps that the views share.


def keep(draft, found, form):
    """Keep what can be kept: a file by itself, so that none has to be chosen again because of a sentence."""
    upload = getattr(form, "cleaned_data", {}).get("decision_upload")
    if upload:
        draft = services.keep_decision(draft=draft, upload=upload)
    return services.save_step(draft=draft, step=found.slug, values=form.values, opened_at=form.opened_at)


def differences(found, form, draft):
    """Return what was saved elsewhere, of the fields in which it is not what was typed here."""
    saved = draft.values_of(found.slug)
    differing = [name for name, value in form.values.items() if saved.get(name, "") != value]
    return {name: form.words_for(name, saved.get(name, "")) or _("(tomt)") for name in differing}


def way_out(go, found, draft, token):
    """Return where a press on "back", "later" or "registrar" leads; each has saved."""
    if go == "registrar":
        return address_of("draft_registrar", draft, token)
    if go == "back" and found.preceding:
        return address_of("step", draft, token, found.preceding.slug)
    return address_of("later", draft, token)


def way_on(found, form, draft, token):
    """Return the next page; with a first contact person known, the way back goes there by mail in a while."""
    if found.slug == "personer":
        services.mail_link(draft=draft, email=form.cleaned_data["first_email"], is_later=True)
    if found.following is None:
        return address_of("send", draft, token)
    return address_of("step", draft, token, found.following.slug)


def gathered(forms):
    """Return what the service wants, of forms that are all valid."""
    data = {}
    for form in forms.values():
        data |= form.cleaned_data
    people = next(form for step, form in forms.items() if step.slug == "personer")
    application = {
        name: value
        for name, value in data.items()
        if name not in ("edit_number", "decision_upload", "participants") and name not in people.kept_names
    }
    application["participant_count"] = data["participant_count"]
    return {
        "application": application,
        "contact_people": people.contact_people,
        "participants": data["participants"],
    }


def show_summary(request, draft, token, forms, *, is_stale, is_refused):
    """Show what will be sent, and what is missing."""
    rows = [(each, not form.is_valid(), told(form)) for each, form in forms.items()]
    count = draft.values_of("personer").get("participant_count", "")
    context = {
        "network": draft.network, "draft": draft, "token": token, "rows": rows, "steps": NAMES,
        "unfinished": [each for each, is_missing, _told in rows if is_missing],
        "is_stale": is_stale, "shows_errors": is_refused and not is_stale,
        "count": int_of(count), "total": int_of(count) * draft.network.price_per_person_kronor,
    }  # fmt: skip
    status = CONFLICT if is_refused else 200
    return render(request, "members/registration/summary.html", context, status=status)


def told(form):
    """Return label and words of the fields that hold something."""
    pairs = []
    for title, fields in form.groups:
        for field in fields:
            if field.name not in form.kept_names or not form.data.get(field.name):
                continue
            value = _("Ja") if field.widget_type == "checkbox" else form.words_for(field.name, form.data[field.name])
            pairs.append((title, field.label, value))
    return pairs


def int_of(text):
    """Return the whole number that the text is, else 0."""
    text = str(text or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else 0
