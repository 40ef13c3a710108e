"""Input about meetings: the agenda in Wagtail admin, materials and the video link."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from members.files.forms import ManyPrivateFilesField
from members.meetings.enums import Stage
from members.meetings.models import AgendaItem


class MeetingForm(WagtailAdminModelForm):
    """A meeting as the coordinator writes it."""

    def clean(self):
        """Hold the times together, and keep the points of the agenda that materials belong to."""
        cleaned = super().clean()
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends_at", _("Träffen måste sluta efter att den börjar."))
        missing = self._items_needed_but_missing()
        if missing:
            self.add_error(
                None,
                ValidationError(
                    _("Programpunkter med material kan inte tas bort: %(items)s. Flytta materialet först."),
                    params={"items": ", ".join(missing)},
                ),
            )
        return cleaned

    def _items_needed_but_missing(self):
        if self.instance.pk is None or "agenda_items" not in self.formsets:
            return []
        agenda = self.formsets["agenda_items"]
        agenda.is_valid()
        deleted = {id(form) for form in agenda.deleted_forms} if agenda.is_bound and agenda.is_valid() else set()
        kept = {form.instance.uuid for form in agenda.forms if id(form) not in deleted}
        needed = AgendaItem.objects.filter(meeting_id=self.instance.pk, materials__isnull=False).distinct()
        return [item.title for item in needed if item.uuid not in kept]


class VideoLinkForm(forms.Form):
    """The link to a meeting held, or followed, at a distance."""

    url = forms.URLField(
        label=_("Videolänk"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=_("Visas för dem som deltar i nätverket. Den sparas inte i träffens versioner."),
    )


class MaterialsForm(forms.Form):
    """Several files at once, for the meeting or for one point of its agenda."""

    files = ManyPrivateFilesField(label=_("Filer"))
    title = forms.CharField(
        label=_("Rubrik"),
        required=False,
        max_length=200,
        help_text=_("Om du laddar upp en enda fil. Annars visas filernas namn."),
    )
    stage = forms.ChoiceField(label=_("När"), choices=Stage.choices, initial=Stage.BEFORE)
    agenda_item = forms.ModelChoiceField(
        label=_("Programpunkt"), queryset=AgendaItem.objects.none(), required=False, empty_label=_("Hela träffen")
    )

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        # Those in the database: a point that is still a draft has nothing that a material could hold on to.
        self.fields["agenda_item"].queryset = AgendaItem.objects.filter(meeting_id=meeting.pk)


class MaterialForm(forms.Form):
    """What one material is called and where it is shown."""

    title = forms.CharField(label=_("Rubrik"), max_length=200)
    stage = forms.ChoiceField(label=_("När"), choices=Stage.choices)
    agenda_item = forms.ModelChoiceField(
        label=_("Programpunkt"), queryset=AgendaItem.objects.none(), required=False, empty_label=_("Hela träffen")
    )

    def __init__(self, *args, material, **kwargs):
        initial = {"title": material.title, "stage": material.stage, "agenda_item": material.agenda_item}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["agenda_item"].queryset = AgendaItem.objects.filter(meeting_id=material.meeting_id)
