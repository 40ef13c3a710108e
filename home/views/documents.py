"""The files made from an invitation: the calendar of its meetings, and a sheet to print and send on."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from home import queries
from home.forms import DecisionForm
from portal.core.downloads import WORD, public_file
from portal.core.pages import public
from portal.core.typesetting import TypesettingFailed, pdf


def invitation_or_404(slug):
    """Return the published invitation to that network, in the language of the address."""
    page = queries.invitation_of(slug)
    if page is None:
        raise Http404
    return page


@require_safe
@public
def calendar(request, network):
    """The public meetings as an .ics file."""
    content = queries.calendar(invitation_or_404(network))
    return public_file(request, content, content_type="text/calendar; charset=utf-8", name=f"{network}.ics")


@require_safe
@public
def sheet(request, network):
    """The invitation as an accessible PDF of a page or two."""
    page = invitation_or_404(network)
    try:
        content = pdf("home/typst/invitation.typ", queries.sheet(page), made_at=page.last_published_at)
    except TypesettingFailed:
        return render(request, "home/sheet_failed.html", {"page": page}, status=503)
    return public_file(request, content, content_type="application/pdf", name=f"{network}.pdf", as_attachment=False)


@require_safe
def decision(request, network):
    """A draft for the board as a Word file; a number that cannot be is asked for again."""
    page = invitation_or_404(network)
    form = DecisionForm(request.GET if "antal" in request.GET else {"antal": DecisionForm.base_fields["antal"].initial})
    if not form.is_valid():
        return render(request, "home/decision.html", {"page": page, "form": form})
    content = queries.decision(page, form.cleaned_data["antal"])
    return public_file(request, content, content_type=WORD, name=f"beslutsunderlag-{network}.docx")
