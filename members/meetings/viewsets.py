"""Meetings in Wagtail admin, for those who coordinate their network."""

from django.contrib.admin.utils import quote
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn
from wagtail.admin.widgets.button import Button, HeaderButton
from wagtail.snippets.views import snippets

from members.meetings import services
from members.meetings.forms import MaterialForm, MaterialsForm, MeetingForm, VideoLinkForm
from members.meetings.models import Meeting
from members.meetings.queries import materials_of, video_link_of
from portal.core.viewsets import ScopedSnippetViewSet
from portal.core.viewsets.columns import DayColumn
from portal.core.viewsets.snippets import ScopedIndexView

PANELS = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("network"),
                FieldRowPanel([FieldPanel("number"), FieldPanel("title")]),
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldRowPanel([FieldPanel("venue"), FieldPanel("address")]),
            ],
            heading=gettext_lazy("Träffen"),
        ),
        FieldPanel("intro"),
        InlinePanel(
            "agenda_items",
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("title"),
                FieldPanel("speaker"),
                FieldPanel("text"),
            ],
            heading=gettext_lazy("Program"),
            label=gettext_lazy("Programpunkt"),
        ),
        PublishingPanel(),
    ],
    base_form_class=MeetingForm,
)


class MeetingIndexView(ScopedIndexView):
    """The listing, with a way to each meeting's materials."""

    def get_list_more_buttons(self, instance):
        """Return Wagtail's buttons and the one to the materials."""
        buttons = super().get_list_more_buttons(instance)
        if self.user_has_permission_for_instance("change", instance):
            buttons.append(
                Button(_("Material och videolänk"), url=materials_url(instance), icon_name="doc-full", priority=15)
            )
        return buttons


class MeetingEditView(snippets.EditView):
    """The form, with a way to the materials."""

    @cached_property
    def header_buttons(self):
        """Return Wagtail's buttons and the one to the materials."""
        button = HeaderButton(label=_("Material och videolänk"), url=materials_url(self.object), icon_name="doc-full")
        return [*super().header_buttons, button]


def materials_url(meeting):
    """Return the address of the meeting's materials in the admin."""
    return reverse("wagtailsnippets_meetings_meeting:materials", args=[quote(meeting.pk)])


def materials(request, pk):
    """List the meeting's materials, take several files at once, and keep the video link."""
    meeting = get_object_or_404(Meeting.objects.coordinated_by(request.user).select_related("network"), pk=pk)
    link_form = VideoLinkForm(request.POST if "save_link" in request.POST else None, initial=initial_link(meeting))
    posted = (request.POST, request.FILES) if "upload" in request.POST else ()
    upload_form = MaterialsForm(*posted, meeting=meeting)
    if link_form.is_bound and link_form.is_valid():
        services.set_video_link(meeting=meeting, by=request.user, **link_form.cleaned_data)
        messages.success(request, _("Videolänken är sparad."))
        return redirect(materials_url(meeting))
    if upload_form.is_bound and upload_form.is_valid():
        uploads = upload_form.cleaned_data.pop("files")
        services.add_materials(meeting=meeting, uploads=uploads, by=request.user, **upload_form.cleaned_data)
        messages.success(request, _("Filerna är uppladdade."))
        return redirect(materials_url(meeting))
    context = {"materials": materials_of(meeting), "link_form": link_form, "upload_form": upload_form}
    return admin_page(request, "materials", meeting, _("Material och videolänk"), context)


def material(request, pk, material_id):
    """Change what a material is called and where it is shown."""
    found = material_or_404(request, pk, material_id)
    form = MaterialForm(request.POST or None, material=found)
    if form.is_valid():
        services.change_material(material=found, by=request.user, **form.cleaned_data)
        messages.success(request, _("Materialet är ändrat."))
        return redirect(materials_url(found.meeting))
    return admin_page(request, "material", found.meeting, found.title, {"material": found, "form": form})


def remove_material(request, pk, material_id):
    """Ask, and take the material away."""
    found = material_or_404(request, pk, material_id)
    if request.method == "POST":
        services.remove_material(material=found, by=request.user)
        messages.success(request, _("Materialet är borttaget."))
        return redirect(materials_url(found.meeting))
    return admin_page(request, "remove_material", found.meeting, found.title, {"material": found})


def initial_link(meeting):
    """Return what the form of the video link starts from."""
    return {"url": video_link_of(meeting)}


def material_or_404(request, meeting_id, material_id):
    """Return the material if its meeting is the person's own."""
    meetings = Meeting.objects.coordinated_by(request.user)
    return get_object_or_404(materials_of(get_object_or_404(meetings, pk=meeting_id)), pk=material_id)


def admin_page(request, template, meeting, title, context):
    """Answer with a page in Wagtail's frame, with the way back to the meeting above it."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Hem")},
        {"url": reverse("wagtailsnippets_meetings_meeting:list"), "label": _("Träffar")},
        {"url": reverse("wagtailsnippets_meetings_meeting:edit", args=[meeting.pk]), "label": str(meeting)},
    ]
    if template != "materials":
        crumbs.append({"url": materials_url(meeting), "label": _("Material och videolänk")})
    frame = {
        "meeting": meeting,
        "page_title": title,
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [*crumbs, {"url": "", "label": title}],
        "materials_url": materials_url(meeting),
    }
    return TemplateResponse(request, f"members/meetings/admin/{template}.html", {**frame, **context})


class MeetingViewSet(ScopedSnippetViewSet):
    """Meetings: drafts, preview, scheduled publishing, and their materials."""

    model = Meeting
    add_to_reference_index = True
    icon = "date"
    menu_label = gettext_lazy("Träffar")
    menu_order = 110
    index_view_class = MeetingIndexView
    edit_view_class = MeetingEditView
    edit_handler = PANELS
    list_display = [
        "title",
        Column("network", label=gettext_lazy("Nätverk"), sort_key="network__name"),
        DayColumn("starts_at", label=gettext_lazy("Börjar"), sort_key="starts_at"),
        LiveStatusTagColumn(),
    ]
    list_filter = ["network"]
    search_fields = ["title", "venue"]
    search_backend_name = None
    ordering = "-starts_at"
    inspect_view_fields = ["network", "number", "title", "starts_at", "ends_at", "venue", "address", "intro"]
    extra_actions = {"materials": "change", "material": "change", "remove_material": "change"}

    def get_own_urlpatterns(self):
        """Return the addresses of materials and video link."""
        return [
            path("materials/<int:pk>/", materials, name="materials"),
            path("materials/<int:pk>/<int:material_id>/", material, name="material"),
            path("materials/<int:pk>/<int:material_id>/remove/", remove_material, name="remove_material"),
        ]
