"""The doors of the public application: which network, the first step, and the receipt. No account is needed."""

from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from members.accounts.views.doors import keep_to_ourselves
from members.organisations.enums import RegistrationState
from members.organisations.models import Network
from members.registration import services
from members.registration.forms import BeginningForm
from members.registration.models import Application
from members.registration.views.steps import STEPS, show_step
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
    """Show the first step, and begin a draft with it; the others stand at an address of the draft's own."""
    network = get_object_or_404(Network, slug=slug)
    if network.registration_state == RegistrationState.CLOSED:
        return closed(request, network)
    form = BeginningForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with guard.once(form):
            token = services.begin(network=network, key=form.key, values=form.values, language=get_language())
        return redirect("registration:step", slug=slug, token=token, step=STEPS[1].slug)
    return show_step(request, network, STEPS[0], form)


def receipt(request, slug, token):
    """Say what has been received and what happens next; the address is signed, so nobody can guess another's."""
    try:
        pk = signing.loads(token, salt=RECEIPT_SALT, max_age=RECEIPT_AGE)
    except signing.BadSignature as error:
        raise Http404 from error
    application = get_object_or_404(Application.objects.select_related("network"), pk=pk, network__slug=slug)
    context = {"application": application, "network": application.network, "is_again": "igen" in request.GET}
    return keep_to_ourselves(render(request, "members/registration/receipt.html", context))


def receipt_of(application, network):
    """Return the address of the application's receipt."""
    return reverse("registration:receipt", args=[network.slug, signing.dumps(application.pk, salt=RECEIPT_SALT)])


def closed(request, network, draft=None):
    """Say that registration is closed, and where it is open; whoever was to confirm something learns whom to ask."""
    accepting = [row for row in Network.objects.accepting() if row.pk != network.pk]
    context = {"network": network, "networks": accepting, "on_behalf": getattr(draft, "on_behalf", None)}
    return render(request, "members/registration/closed.html", context)
