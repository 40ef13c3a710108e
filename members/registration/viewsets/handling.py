"""What the coordinator does with one application: decide, undo, offer a seat, ask, answer for it, call, assign.

Each stands on a page of its own, so that it works on a phone and without JavaScript; the gate of the viewset has
asked for the right to the row before any of them runs.
"""

from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from members.registration import emails, queries, services
from members.registration.enums import SEATED, TOLD_OTHERWISE, TRANSITIONS, ApplicationState
from members.registration.forms import AnswerOnBehalfForm, ContactPeopleForm
from members.registration.models import Application
from members.registration.viewsets.forms import AssignForm, CallForm, DecisionForm, LetterForm, QuestionForm, UndoForm

CONFLICT = 409
NAMESPACE = "wagtailsnippets_registration_application"
DECISIONS = [state for state in ApplicationState if state not in (*TOLD_OTHERWISE, ApplicationState.DRAFT)]


def own(request, pk):
    """Return the application, if it is the person's own to handle."""
    rows = Application.objects.visible_to(request.user).select_related("network", "assignee")
    return get_object_or_404(rows, pk=pk)


def address(name, application):
    """Return the address of one of the pages about the application."""
    return reverse(f"{NAMESPACE}:{name}", args=[application.pk])


def choices(application):
    """Return the states that the coordinator may decide on from here."""
    return [state for state in TRANSITIONS[application.state] if state not in TOLD_OTHERWISE]


def decide(request, pk):
    """Show the mail of a decision, to be edited, and take the step."""
    application = own(request, pk)
    to = request.GET.get("to")
    # A form that is sent twice comes when the step has been taken: the service knows it again.
    known = DECISIONS if request.method == "POST" else choices(application)
    if to not in known:
        return _moved_on(request, application)
    subject, text = emails.words(application, to)
    start = {"subject": subject, "text": text, "seen": application.state}
    form = DecisionForm(request.POST or None, initial=start)
    if form.is_valid():
        return _act(request, application, services.move, application=application, to=to, **form.cleaned_data)
    becomes = services.destination(application) if to in SEATED else None
    label = ApplicationState(to).label
    about = {"becomes": becomes, "leaves": application.state == ApplicationState.ACCEPTED}
    return _page(request, application, form, title=label, button=_("Besluta och skicka mejlet"), **about)


def undo(request, pk):
    """Show the correction, to be edited, and take back the step that was shown, if it still is the latest."""
    application = own(request, pk)
    step = _shown_step(request, application)
    if step is None or not services.can_undo(step):
        return _moved_on(request, application)
    subject, text = emails.words(application, "correction", step=step)
    form = UndoForm(request.POST or None, initial={"subject": subject, "text": text, "step": step.pk})
    if form.is_valid():
        about = {name: value for name, value in form.cleaned_data.items() if name != "step"}
        return _act(request, application, services.undo, step=step, **about)
    title = _("Ångra: %(step)s") % {"step": step}
    leaves = application.state == ApplicationState.ACCEPTED
    return _page(request, application, form, title=title, button=_("Ångra och skicka rättelsen"), leaves=leaves)


def _shown_step(request, application):
    """Return the step that the form was about; the latest when the page is opened; None when it cannot be told."""
    pk = request.POST.get("step", "")
    if request.method != "POST":
        return application.transitions.first()
    return application.transitions.filter(pk=pk).first() if pk.isdecimal() and len(pk) < 19 else None


def offer(request, pk):
    """Show the mail of an offer, to be edited, and hold the seat."""
    application = own(request, pk)
    if application.state != ApplicationState.WAITING or application.has_offer:
        return _moved_on(request, application)
    application.offer_expires_at = services.end_of_offer()
    subject, text = emails.words(application, "offer")
    form = LetterForm(request.POST or None, initial={"subject": subject, "text": text})
    if form.is_valid():
        return _act(request, application, services.offer_seat, application=application, **form.cleaned_data)
    becomes, button = services.destination(application), _("Håll platsen och skicka mejlet")
    return _page(request, application, form, title=_("Erbjud en plats"), button=button, becomes=becomes)


def ask(request, pk):
    """Write a question to the applicant."""
    application = own(request, pk)
    form = QuestionForm(request.POST or None)
    if form.is_valid():
        return _act(request, application, services.ask, application=application, **form.cleaned_data)
    return _page(request, application, form, title=_("Ställ en fråga"), button=_("Skicka frågan"))


def answer(request, pk):
    """Write into the thread what the applicant answered by mail or phone."""
    application = own(request, pk)
    form = AnswerOnBehalfForm(request.POST or None)
    if form.is_valid():
        return _act(request, application, services.answer_on_behalf, application=application, **form.cleaned_data)
    title, button = _("Skriv in ett svar från organisationen"), _("Spara och mejla dem texten")
    return _page(request, application, form, title=title, button=button)


def contacts(request, pk):
    """Correct the contact persons, add the second one, or take one of two away."""
    application = own(request, pk)
    form, status = ContactPeopleForm(request.POST or None, application=application), 200
    if form.is_valid():
        about = {"contact_people": form.contact_people, "opened": form.cleaned_data["opened"]}
        try:
            return _act(request, application, services.correct_contact_people, application=application, **about)
        except services.ChangedMeanwhile as meanwhile:
            form.show_both(meanwhile.now)
            status = CONFLICT
    page = _page(request, application, form, title=_("Kontaktpersoner"), button=_("Spara"))
    page.context_data["groups"] = form.groups
    page.status_code = status
    return page


def note_call(request, pk):
    """Tick the day of a call, and keep what was said."""
    application = own(request, pk)
    form = CallForm(request.POST or None)
    if form.is_valid():
        return _act(request, application, services.note_call, application=application, **form.cleaned_data)
    return _page(request, application, form, title=_("Anteckna ett samtal"), button=_("Spara"))


def assign(request, pk):
    """Say who has the application, and when it is looked at again."""
    application = own(request, pk)
    form = AssignForm(request.POST or None, application=application)
    if form.is_valid():
        return _act(request, application, services.assign, application=application, **form.cleaned_data)
    return _page(request, application, form, title=_("Handläggare och uppföljning"), button=_("Spara"))


def _act(request, on, service, **kwargs):
    try:
        service(by=request.user, **kwargs)
    except services.NoSeatLeft:
        messages.error(request, _("Alla platser är tagna. Organisationen kan stå som reserv tills en blir ledig."))
    except services.AlreadySeated as seated:
        messages.error(request, second_seat(seated.other))
    except services.OtherOrganisation:
        messages.error(request, _("Namn och organisationsnummer hör inte ihop. Inget mejl har skickats."))
    except (services.HasMovedOn, services.NotAllowed, services.NotInQueue):
        return _moved_on(request, on)
    else:
        messages.success(request, _("Det är gjort."))
    return redirect(address("inspect", on))


def second_seat(other):
    """Return why the organisation gets no other seat."""
    told = _("Organisationen har redan en plats, genom anmälan %(other)s. Inget mejl har skickats.")
    return told % {"other": other.reference}


def _moved_on(request, application):
    messages.error(request, _("Det går inte längre: anmälan har fått ett annat läge. Inget mejl har skickats."))
    return redirect(address("inspect", application))


def _page(request, application, form, *, title, button, becomes=None, leaves=False):
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        {"url": reverse(f"{NAMESPACE}:list"), "label": _("Anmälningar")},
        {"url": address("inspect", application), "label": str(application)},
        {"url": "", "label": title},
    ]
    context = {
        "application": application,
        "form": form,
        "button": button,
        "back": address("inspect", application),
        "destination": becomes,
        "staying": queries.staying(application) if leaves else 0,
        "others": queries.others_of(application) if becomes else [],
        "seats_left": services.seats_left(application.network, without=application),
        "page_title": title,
        "header_title": title,
        "header_icon": "form",
        "breadcrumbs_items": crumbs,
    }
    return TemplateResponse(request, "members/registration/admin/act.html", context)
