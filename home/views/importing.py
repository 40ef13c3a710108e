"""Reading in an invitation in Wagtail admin: choose a file, look at what was read, make a draft."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from home import services
from home.forms import ContactRows, LetterForm, MeetingRows, UploadForm
from home.queries import letter
from members.public import networks_run_by


def networks_or_403(user):
    """Return the networks that the person may read in an invitation for."""
    networks = networks_run_by(user)
    if not networks.exists():
        raise PermissionDenied
    return networks


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request):
    """Choose a file; what was read is shown, and nothing is kept yet."""
    networks = networks_or_403(request.user)
    form = UploadForm(request.POST or None, request.FILES or None, networks=networks)
    if request.method == "POST" and form.is_valid():
        lines, network = form.cleaned_data["file"], form.cleaned_data["network"]
        found = letter.place(lines, after=network.registration_opens_date)
        return review_page(request, network, found, *_filled(form.cleaned_data, found, lines, networks))
    return admin_page(request, "upload", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def review(request):
    """Make the draft of what has been looked at; without anything sent there is nothing to look at."""
    form = LetterForm(request.POST, networks=networks_or_403(request.user))
    if request.method != "POST":
        return redirect("invitation_import:upload")
    meetings, contacts = MeetingRows(request.POST, prefix="traffar"), ContactRows(request.POST, prefix="kontakter")
    if not all([form.is_valid(), meetings.is_valid(), contacts.is_valid()]):
        return review_page(request, form.cleaned_data.get("network"), None, form, meetings, contacts)
    page = services.draft_invitation(
        fields=form.cleaned_data,
        texts=form.texts,
        meetings=_rows(meetings),
        contacts=_rows(contacts),
        by=request.user,
    )
    told = _("Utkastet är sparat: %(title)s. En redaktör läser igenom och publicerar.")
    messages.success(request, told % {"title": page.title})
    if page.permissions_for_user(request.user).can_edit():
        return redirect("wagtailadmin_pages:edit", page.pk)
    return redirect("invitation_import:upload")


def _filled(data, found, lines, networks):
    """The forms with what was read in them."""
    texts = {name: getattr(found, name) for name in ("title", "lead", "host", "cost_note", "unplaced")}
    texts["title"] = texts["title"] or data["network"].name
    source = "\n".join(line.text for line in lines)
    place = {"network": data["network"].pk, "language": data["language"], "source": source}
    meetings = [vars(meeting) for meeting in found.meetings]
    contacts = [vars(contact) for contact in found.contacts]
    return (
        LetterForm(initial=place | texts | found.texts, networks=networks),
        MeetingRows(initial=meetings, prefix="traffar"),
        ContactRows(initial=contacts, prefix="kontakter"),
    )


def _rows(formset):
    return [row for row in formset.cleaned_data if row and not row.pop("DELETE", False)]


def review_page(request, network, found, form, meetings, contacts):
    """Show the fields beside the text that they were read from."""
    source = form["source"].value() or ""
    context = {
        "network": network,
        "found": found,
        "form": form,
        "meetings": meetings,
        "contacts": contacts,
        "source": source.splitlines(),
    }
    return admin_page(request, "review", context)


def admin_page(request, template, context):
    """Answer with a page in Wagtail's frame."""
    title = _("Läs in en inbjudan")
    frame = {
        "page_title": title,
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
            {"url": reverse("invitation_import:upload"), "label": title},
        ],
    }
    return TemplateResponse(request, f"home/import/{template}.html", {**frame, **context})
