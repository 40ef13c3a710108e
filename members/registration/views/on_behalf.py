"""What a coordinator wrote on behalf of an organisation, declined by it. Reading and confirming stand in drafts.py."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from members.organisations.models import Network
from members.registration import services
from members.registration.forms import DeclineForm
from members.registration.views.drafts import form_methods, with_draft
from members.registration.views.steps import address_of


@form_methods
@with_draft
def decline(request, draft, token):
    """Ask once more, and take away all that was written on the organisation's behalf."""
    if not hasattr(draft, "on_behalf"):
        raise Http404
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.decline_on_behalf(draft=draft, reason=form.cleaned_data["reason"])
        except services.AlreadyConfirmed:  # a colleague was faster; the link leads to the receipt now
            return redirect(address_of("draft", draft, token))
        return redirect("registration:declined", slug=draft.network.slug)
    context = {"network": draft.network, "on_behalf": draft.on_behalf, "token": token, "form": form}
    return render(request, "members/registration/decline.html", context)


@require_safe
def declined(request, slug):
    """Say that it is gone, and that it is still possible to apply."""
    return render(request, "members/registration/declined.html", {"network": get_object_or_404(Network, slug=slug)})
