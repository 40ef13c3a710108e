"""The public application: form and receipt. No account is needed."""

import uuid

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from members.accounts.views.doors import keep_to_ourselves
from members.organisations.enums import RegistrationState
from members.organisations.models import Network
from members.registration import services
from members.registration.forms import (
    MAX_PARTICIPANTS,
    ApplicationForm,
    ContactPersonFormSet,
    ParticipantFormSet,
    register_of_today,
)
from members.registration.models import Application
from portal.core import guard

RECEIPT_SALT = "registration.receipt"
RECEIPT_AGE = 60 * 60 * 24 * 7  # seconds: the page holds no personal data but what the receipt mail holds too


def networks(request):
    """Open the only open network's form, else list those that are open."""
    accepting = list(Network.objects.accepting())
    if len(accepting) == 1:
        return redirect("registration:apply", slug=accepting[0].slug)
    return render(request, "members/registration/networks.html", {"networks": accepting})


def apply(request, slug):
    """Show and take in the application to one network."""
    network = get_object_or_404(Network, slug=slug)
    if network.registration_state == RegistrationState.CLOSED:
        return _closed(request, network)
    form, contacts, participants = _forms(request)
    adds_rows = "add_rows" in request.POST
    if request.method == "POST" and not adds_rows and all(_valid(form, contacts, participants)):
        try:
            with guard.once(form) as is_first:
                application = services.apply(
                    network=network, language=get_language(), **_cleaned(form, contacts, participants)
                )
        except services.RegistrationClosed:
            return _closed(request, network)
        return redirect(_receipt_of(application) + ("" if is_first else "?igen"))
    shown = {"form": form, "contacts": contacts, "participants": participants, "network": network}
    shown |= {"organisations": register_of_today(), "shows_errors": request.method == "POST" and not adds_rows}
    return render(request, "members/registration/apply.html", shown)


def _receipt_of(application):
    token = signing.dumps(application.pk, salt=RECEIPT_SALT)
    return reverse("registration:receipt", args=[application.network.slug, token])


def receipt(request, slug, token):
    """Say what has been received and what happens next; the address is signed, so nobody can guess another's."""
    try:
        pk = signing.loads(token, salt=RECEIPT_SALT, max_age=RECEIPT_AGE)
    except signing.BadSignature as error:
        raise Http404 from error
    application = get_object_or_404(Application.objects.select_related("network"), pk=pk, network__slug=slug)
    context = {"application": application, "network": application.network, "is_again": "igen" in request.GET}
    return keep_to_ourselves(render(request, "members/registration/receipt.html", context))


def _closed(request, network):
    accepting = [row for row in Network.objects.accepting() if row.pk != network.pk]
    return render(request, "members/registration/closed.html", {"network": network, "networks": accepting})


def _forms(request):
    if request.method != "POST":
        return (
            ApplicationForm(initial={"submission_key": uuid.uuid4()}),
            ContactPersonFormSet(prefix="contacts"),
            ParticipantFormSet(prefix="participants"),
        )
    data = request.POST
    if "add_rows" in data:
        data = data.copy()
        rows = data.get("participants-TOTAL_FORMS", "")
        # Two digits at most: "²" is a digit too, and no number.
        rows = int(rows) if rows.isdecimal() and len(rows) < 3 else 0
        data["participants-TOTAL_FORMS"] = str(min(rows + 3, MAX_PARTICIPANTS))
    return (
        ApplicationForm(data, request.FILES, sender=guard.sender(request)),
        ContactPersonFormSet(data, prefix="contacts"),
        ParticipantFormSet(data, prefix="participants"),
    )


def _valid(*forms):
    # A list, not a generator: every form shows its errors at once.
    return [form.is_valid() for form in forms]


def _cleaned(form, contacts, participants):
    data = dict(form.cleaned_data)
    data.pop("website")
    return {
        "decision_upload": data.pop("decision_upload", None),
        "application": data,
        "contact_people": [row.cleaned_data for row in contacts if row.has_changed()],
        "participants": [row.cleaned_data for row in participants if row.cleaned_data.get("name")],
    }
