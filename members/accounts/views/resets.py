"""Setting up anew after somebody has vouched, and stopping that."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from members.accounts import queries, services
from members.accounts.views.doors import address_of, keep_to_ourselves
from portal.core.access import redirect_to_login


@never_cache
def start_anew(request):
    """For somebody with the password and no factor left: when it opens, and the step that takes the old ones away."""
    if not request.user.is_authenticated:
        return redirect_to_login(request)
    reset = queries.waiting_reset_of(request.user)
    if request.user.is_verified() or reset is None:
        return HttpResponseRedirect(address_of("accounts:second_factor"))
    if request.method == "POST":
        try:
            services.start_anew(by=request.user)
        except services.NotYet:
            messages.error(request, _("Det är inte dags än."))
            return HttpResponseRedirect(address_of("accounts:start_anew"))
        request.session.cycle_key()  # the session that asked is gone with the others
        return HttpResponseRedirect(address_of("accounts:enrol"))
    return render(request, "members/accounts/start_anew.html", {"reset": reset})


@never_cache
def stop_reset(request, token):
    """What the link in the mail opens: a question, and by POST a stop."""
    context = {"is_done": False}
    try:
        if request.method == "POST":
            services.stop_reset(token=token)
            context["is_done"] = True
        else:
            context["person"] = services.reset_of_link(token).user.name
    except services.NothingToStop:
        return keep_to_ourselves(render(request, "members/accounts/stop_reset.html", {"is_over": True}, status=410))
    return keep_to_ourselves(render(request, "members/accounts/stop_reset.html", context))
