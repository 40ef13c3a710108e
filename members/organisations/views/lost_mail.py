"""Mail that did not get through, in Wagtail admin: to whom, why, and once more by hand."""

from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from members.organisations import queries, services
from portal.core.access import require

SHOWN = 200


@require_safe
def lost(request):
    """List them. What a mail was about is not told: it may have been another network's."""
    require(request.user, "organisations.look_after_mail", None)
    title = _("Mejl som inte kom fram")
    context = {
        "mails": queries.lost_mail(user=request.user)[:SHOWN],
        "page_title": title,
        "header_title": title,
        "header_icon": "mail",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "members/organisations/admin/lost_mail.html", context)


@require_POST
def retry(request, pk):
    """Try once more."""
    require(request.user, "organisations.look_after_mail", None)
    message = get_object_or_404(queries.lost_mail(user=request.user), pk=pk)
    if services.retry_mail(message=message, by=request.user):
        messages.success(request, _("Mejlet till %(email)s skickas igen.") % {"email": message.to})
    else:
        messages.error(
            request, _("Länken i mejlet har tagits bort. Skicka en ny inbjudan eller be personen begära en ny.")
        )
    return redirect("lost_mail:list")
