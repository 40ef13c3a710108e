"""A new e-mail address: asked for by somebody who has just shown a code, approved, confirmed and undone by links."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts import services
from members.accounts.forms import NewEmailForm
from members.accounts.views.doors import fresh_code_required, keep_to_ourselves

OVER = "members/accounts/email_link_over.html"


@never_cache
@fresh_code_required
def change_email(request):
    """Ask for the new address; the answer is the same whether or not somebody has it."""
    form = NewEmailForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            services.ask_for_email(email=form.cleaned_data["email"], by=request.user)
        except services.TooManyChanges:
            form.add_error(None, _("Du har bett om många byten. Vänta en timme och försök igen."))
        else:
            messages.success(request, _("Titta i inkorgen till den adress som du har nu: bytet börjar med länken där."))
            return HttpResponseRedirect(reverse("accounts:account"))
    return render(request, "members/accounts/change_email.html", {"form": form})


@never_cache
def approve_email(request, token):
    """What the link to the old address opens: by POST the new address gets its link."""
    return _answer(
        request, token, services.APPROVE_EMAIL, services.approve_email, "members/accounts/approve_email.html"
    )


@never_cache
def confirm_email(request, token):
    """What the link to the new address opens. Mail scanners follow links: only a POST changes the address."""
    return _answer(
        request, token, services.CONFIRM_EMAIL, services.confirm_email, "members/accounts/confirm_email.html"
    )


@never_cache
def undo_email(request, token):
    """What the link to the old address opens: a way back, by POST."""
    return _answer(request, token, services.UNDO_EMAIL, services.undo_email, "members/accounts/undo_email.html")


def _answer(request, token, purpose, act, template):
    context = {"is_done": False}
    try:
        if request.method == "POST":
            act(token=token)
            context["is_done"] = True
        else:
            _user, context["email"] = services.user_of_link(token=token, purpose=purpose)
    except services.LinkIsOver:
        return keep_to_ourselves(render(request, OVER, status=410))
    return keep_to_ourselves(render(request, template, context))
