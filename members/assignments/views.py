"""The pages of assignments: the list, one assignment, the organisation's answer, and the coordinator's feedback."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from members.assignments import queries, services
from members.assignments.forms import AnswerForm, FeedbackForm, SubmitForm, VisibilityForm
from members.assignments.models import Assignment, Submission
from members.organisations.access import look_at, member_required, turn_to_opened
from members.organisations.enums import PARTICIPANT_ROLES
from portal.core.access import get_visible_or_404, may, require

CONFLICT = 409


@require_safe
@member_required
def index(request):
    """The network's assignments: open, coming and closed, with where one's own organisation's answers stand."""
    found = queries.assignment_list(request.user, request.network, request.organisation)
    return render(request, "members/assignments/index.html", {"list": found, "may_answer": takes_part(request)})


@require_safe
@member_required
def assignment(request, pk):
    """One assignment: what is asked, and what has been answered by those whose answers one may read."""
    found = load_assignment(request, pk)
    coordinates = may(request.user, "assignments.follow_answers", found)
    own, opened = None, []
    if takes_part(request):
        own, opened = queries.own_and_opened(request.user, found, request.organisation)
    own_version = queries.version_of(own) if own and own.is_sent_in else None
    services.mark_seen(things=[found, *about_version(own_version)], by=request.user)
    context = {
        "assignment": found,
        "questions": list(found.questions.all()),
        "own": own,
        "own_version": own_version,
        "takes_part": takes_part(request),
        "answers": queries.who_has_answered(found) if coordinates else None,
        "may_change": may(request.user, "assignments.change_assignment", found),
        "opened": opened,
    }
    return render(request, "members/assignments/assignment.html", context)


def preview(request, found):
    """Show the draft as participants would see it; Wagtail has asked for permission already."""
    request.network = found.network
    request.memberships = []
    context = {"assignment": found, "questions": list(found.questions.all()), "takes_part": True, "is_preview": True}
    return render(request, "members/assignments/assignment.html", context)


@member_required
def answer(request, pk):
    """Write the organisation's answer; what was typed is kept whatever else happens."""
    found = load_assignment(request, pk)
    own = load_own(request, found)
    form = answer_form(request, found, own)
    if form.is_bound:
        return take_answer(request, found, form)
    if can_write(found, own):
        return show_answer(request, found, own, form)
    messages.info(request, _("Svaret kan inte ändras nu."))
    return redirect(found)


def take_answer(request, found, form):
    """Keep files and text of a posted answer, and go on to what the button said."""
    status, conflict = 200, None
    try:
        keep_answer(request, found, form)
    except services.SubmissionClosed:
        form.add_error(None, _("Uppgiften har stängt. Det du har skrivit är inte sparat: kopiera det härifrån."))
        status = CONFLICT
    except services.StaleEdit as stale:
        status, conflict = CONFLICT, stale.submission
        form.show_conflict(form.texts_of(conflict), conflict.edit_number)
    own = queries.own_submission(found, request.organisation)
    if status == CONFLICT or not form.is_valid():
        return show_answer(request, found, own, form, status=status, conflict=conflict)
    remove_attachment(own, form.cleaned_data["remove"], by=request.user)
    if form.cleaned_data["step"] != "review":
        messages.success(request, _("Utkastet är sparat %(time)s.") % {"time": clock(timezone.now())})
        return redirect("assignments:answer", pk=found.pk)
    missing = queries.missing_answers(found, own)
    if missing:
        form.go_on_from(form.texts_of(own), own.edit_number)
        form.ask_for(missing)
        return show_answer(request, found, own, form)
    return redirect("assignments:submit", pk=found.pk)


def keep_answer(request, found, form):
    """Save what can be saved: files by themselves, so that none has to be chosen again because of a sentence."""
    about = {"assignment": found, "organisation": request.organisation, "by": request.user}
    is_valid = form.is_valid()
    if uploads := form.cleaned_data.get("files"):
        services.attach(uploads=uploads, **about)
    if is_valid:
        services.save_draft(answers=form.answers, **form.kept, **about)


@require_POST
@member_required
def autosave(request, pk):
    """Save the texts in the background; answers in JSON with the number to go on from."""
    found = load_assignment(request, pk)
    own = load_own(request, found)
    form = answer_form(request, found, own)
    if not form.is_valid():
        return JsonResponse({"message": _("Inte sparat: det finns något att rätta.")}, status=422)
    about = {"assignment": found, "organisation": request.organisation, "by": request.user}
    try:
        saved = services.save_draft(answers=form.answers, **form.kept, **about)
    except services.StaleEdit:
        message = _("En kollega har ändrat svaret. Välj Spara utkast, så visas båda texterna.")
        return JsonResponse({"message": message}, status=CONFLICT)
    except services.SubmissionClosed:
        return JsonResponse({"message": _("Inte sparat: svaret kan inte ändras nu.")}, status=CONFLICT)
    message = _("Sparat %(time)s") % {"time": clock(timezone.now())}
    fields = form.fields_after(form.texts_of(saved), saved.edit_number)
    return JsonResponse({"message": message, "fields": fields})


@member_required
def submit(request, pk):
    """Look through the answer once more, and send it in."""
    found = load_assignment(request, pk)
    own = load_own(request, found)
    if own is None or not can_write(found, own):
        messages.info(request, _("Det finns inget svar att skicka in."))
        return redirect(found)
    form = SubmitForm(request.POST or None, initial={"edit_number": own.edit_number})
    status = 200
    if form.is_bound and form.is_valid():
        about = {"assignment": found, "organisation": request.organisation, "by": request.user}
        try:
            services.submit(**form.cleaned_data, **about)
        except services.StaleEdit as stale:
            form, status = SubmitForm(initial={"edit_number": stale.submission.edit_number}), CONFLICT
        except services.AnswersMissing:
            status = CONFLICT
        else:
            messages.success(request, _("Tack! Svaret är inskickat."))
            return redirect(found)
    return show_submit(request, found, own, form, status=status)


@require_safe
@member_required
def submission(request, pk):
    """The answer that an organisation has sent in, as it stands in its latest version."""
    found = load_submission(request, pk)
    latest = queries.version_of(found)
    if latest is None:
        return redirect("assignments:answer", pk=found.assignment_id)
    return show_version(request, found, latest)


@require_safe
@member_required
def version(request, pk, number):
    """One of the versions that an organisation has sent in, for itself and the coordinator."""
    found = load_submission(request, pk)
    require(request.user, "assignments.view_history", found)
    chosen = queries.version_of(found, number)
    if chosen is None:
        raise Http404
    return show_version(request, found, chosen)


@member_required
def visibility(request, pk):
    """Choose who may read what the organisation has sent in."""
    found = load_submission(request, pk)
    require(request.user, "assignments.change_submission", found)
    form = VisibilityForm(request.POST or None, instance=found)
    if form.is_bound and form.is_valid():
        services.set_visibility(submission=found, visibility=form.cleaned_data["visibility"], by=request.user)
        messages.success(request, _("Valet är sparat."))
        return redirect(found.assignment)
    return render(request, "members/assignments/visibility.html", {"submission": found, "form": form})


@member_required
def feedback(request, pk):
    """Read the answer and say one strength and one question about it."""
    found = load_submission(request, pk)
    require(request.user, "assignments.give_feedback", found)
    latest = queries.version_of(found)
    form = FeedbackForm(request.POST or None, initial={"version": latest.number})
    status = 200
    if form.is_bound and form.is_valid():
        try:
            services.give_feedback(submission=found, by=request.user, **form.cleaned_data)
        except services.VersionSuperseded as newer:
            latest, status = newer.version, CONFLICT
            form.go_on_from(latest)
        else:
            messages.success(request, _("Återkopplingen är sparad och organisationen får veta det."))
            return redirect(found)
    context = {"submission": found, "version": latest, "form": form, "is_superseded": status == CONFLICT}
    return render(request, "members/assignments/feedback.html", context, status=status)


# The steps that the views share.


def takes_part(request):
    """Whether the person is here for an organisation that answers."""
    return request.membership.role in PARTICIPANT_ROLES


def load_assignment(request, pk):
    """Return the assignment if the person sees it, and turn the request to its network."""
    found = get_visible_or_404(
        Assignment.objects.select_related("network", "thread", "before_meeting"), request.user, pk
    )
    look_at(request, found.network_id)
    return found


def load_own(request, found):
    """Return the organisation's own answer, or None; raises PermissionDenied for who may not write it."""
    turn_to_opened(request)
    mine = Submission(assignment=found, organisation=request.organisation)
    require(request.user, "assignments.change_submission", mine)
    return queries.own_submission(found, request.organisation)


def load_submission(request, pk):
    """Return the answer if the person sees it, and turn the request to its network."""
    submissions = Submission.objects.select_related("assignment__network", "organisation")
    found = get_visible_or_404(submissions, request.user, pk)
    look_at(request, found.assignment.network_id, found.organisation_id)
    return found


def can_write(found, own):
    """Whether the answer can be changed now."""
    return found.is_open and (own is None or own.is_editable)


def answer_form(request, found, own):
    """Return the form of the answer, filled with what stands saved."""
    return AnswerForm(
        request.POST or None, request.FILES or None, questions=list(found.questions.all()), submission=own
    )


def remove_attachment(own, attachment_id, *, by):
    """Take away the file whose button was pressed."""
    for attachment in own.attachments.all():
        if attachment.pk == attachment_id:
            services.remove_attachment(attachment=attachment, by=by)


def clock(moment):
    """Return the time of day, as a person says it."""
    return formats.time_format(timezone.localtime(moment), "H:i")


def show_answer(request, found, own, form, *, status=200, conflict=None):
    """Answer with the form of the organisation's answer."""
    context = {
        "assignment": found,
        "own": own,
        "form": form,
        "conflict": conflict,
        "version": queries.version_of(own) if own and own.is_sent_in else None,
        "orphans": queries.answer_texts(found, own)[1],
    }
    return render(request, "members/assignments/answer.html", context, status=status)


def show_submit(request, found, own, form, *, status):
    """Answer with the page where the answer is looked through before it is sent in."""
    if status == CONFLICT:
        own = queries.own_submission(found, request.organisation)
    context = {
        "assignment": found,
        "own": own,
        "form": form,
        "texts": queries.answer_texts(found, own)[0],
        "missing": queries.missing_answers(found, own),
        "is_changed": status == CONFLICT,
    }
    return render(request, "members/assignments/submit.html", context, status=status)


def about_version(version):
    """Return what a person has been told of who now sees this version: that it was sent in, and the feedback."""
    return [version.submission, *version.feedback.all()] if version else []


def show_version(request, found, chosen):
    """Answer with the page of one version."""
    services.mark_seen(things=about_version(chosen), by=request.user)
    follows = may(request.user, "assignments.view_history", found)
    context = {
        "submission": found,
        "assignment": found.assignment,
        "version": chosen,
        "versions": queries.version_numbers(found) if follows else [],
        "follows": follows,
        "may_give_feedback": may(request.user, "assignments.give_feedback", found),
        "may_change": may(request.user, "assignments.change_submission", found),
    }
    return render(request, "members/assignments/submission.html", context)
