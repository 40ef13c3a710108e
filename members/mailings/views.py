"""The archive of mailings, and the coordinator's desk: write, look at, send."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from members.mailings import queries, services
from members.mailings.forms import MailingForm, SendForm
from members.mailings.models import Mailing
from members.organisations.access import look_at, member_required, turn_to_opened
from portal.core.access import get_visible_or_404, may, require

CONFLICT = 409
form_methods = require_http_methods(["GET", "HEAD", "POST"])


def mailing_or_404(request, pk):
    """Return the mailing that the person may see, and turn the page to its network."""
    rows = Mailing.objects.select_related("network", "assignment", "written_by")
    found = get_visible_or_404(rows, request.user, pk)
    look_at(request, found.network_id)
    return found


@require_safe
@member_required
def archive(request):
    """What has been sent to the person, the newest first; drafts too, for the coordinator."""
    drafts, sent = queries.archive_of(request.network, request.user)
    may_write = may(request.user, "mailings.write_mailing", request.network)
    context = {"drafts": drafts if may_write else [], "sent": sent, "may_write": may_write}
    return render(request, "members/mailings/archive.html", context)


@require_safe
@member_required
def mailing(request, pk):
    """One mailing, as it was sent."""
    found = mailing_or_404(request, pk)
    if not found.is_sent:
        return redirect("mailings:send", pk=found.pk)
    return render(request, "members/mailings/mailing.html", {"mailing": found})


@form_methods
@member_required
def write(request):
    """Begin a mailing."""
    turn_to_opened(request)
    require(request.user, "mailings.write_mailing", request.network)
    return _written(request, Mailing(network=request.network))


@form_methods
@member_required
def change(request, pk):
    """Go on with a draft."""
    found = mailing_or_404(request, pk)
    if request.method == "POST" and found.is_sent:
        # It went out while the form was open: what stands in the form may become another mailing.
        require(request.user, "mailings.write_mailing", found.network)
    else:
        require(request.user, "mailings.change_mailing", found)
    return _written(request, found)


def _written(request, found):
    form = MailingForm(request.POST or None, instance=found, network=found.network)
    context, status = {"form": form, "mailing": found}, 200
    if request.method == "POST" and form.is_valid():
        opened = form.cleaned_data["opened"]
        try:
            saved = services.write(mailing=form.save(commit=False), opened=opened, by=request.user)
            return redirect("mailings:send", pk=saved.pk)
        except services.AlreadySent:
            context["is_sent"], status = True, CONFLICT
        except services.StaleDraft as stale:
            form.go_on_from(stale.mailing)
            context["saved"], status = stale.mailing, CONFLICT
    return render(request, "members/mailings/write.html", context, status=status)


@form_methods
@member_required
def send(request, pk):
    """Show the letter and whom it goes to; send it once that has been seen."""
    found = mailing_or_404(request, pk)
    if found.is_sent:
        return _sent_already(request, found)
    require(request.user, "mailings.change_mailing", found)
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            count = services.send(mailing=found, reach=queries.reach_of, by=request.user, **form.cleaned_data)
            return _told(request, found, count)
        except services.AlreadySent:
            return _sent_already(request, found)
        except services.HasChanged:
            warning = _("Texten eller mottagarna har ändrats sedan du tittade. Titta igen innan du skickar.")
            messages.warning(request, warning)
            found.refresh_from_db()
    reach = queries.reach_of(found)
    context = {"mailing": found, "reach": reach, "seen": services.mark_of_sending(found, reach.rows)}
    return render(request, "members/mailings/send.html", context)


def _told(request, found, count):
    told = ngettext("Utskicket går till %(count)s person.", "Utskicket går till %(count)s personer.", count)
    messages.success(request, told % {"count": count})
    return redirect(found)


def _sent_already(request, found):
    messages.info(request, _("Utskicket är redan skickat."))
    return redirect(found)


@member_required
@require_POST
def discard(request, pk):
    """Throw a draft away."""
    found = mailing_or_404(request, pk)
    require(request.user, "mailings.change_mailing", found)
    services.discard(mailing=found, by=request.user)
    messages.success(request, _("Utkastet är borttaget."))
    return redirect("mailings:archive")
