"""Input of reading in an invitation: the file, and what was read, to be changed before a draft is made."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from home.models import InvitationIndexPage, InvitationPage
from home.queries.letter import PROSE
from portal.core.reading import Unreadable, read

# What a person wrote may be long; what a program sends may not be endless.
LONGEST_TEXT = 100_000


class PlaceForm(forms.Form):
    """For which network and in which language."""

    network = forms.ModelChoiceField(label=_("Nätverk"), queryset=None)
    language = forms.ChoiceField(label=_("Språk"), choices=[("sv", _("Svenska")), ("en", _("Engelska"))])

    def __init__(self, *args, networks, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = networks

    def clean(self):
        """A network has one invitation a language."""
        data = super().clean()
        locale = Locale.objects.filter(language_code=data.get("language")).first()
        if not InvitationIndexPage.objects.filter(locale=locale).exists():
            raise ValidationError(_("Det finns ingen plats för inbjudningar på det språket."))
        if data.get("network") and InvitationPage.objects.filter(network=data["network"], locale=locale).exists():
            raise ValidationError(_("Nätverket har redan en inbjudan på det här språket."))
        return data


class UploadForm(PlaceForm):
    """The file."""

    file = forms.FileField(
        label=_("Fil"),
        help_text=_("Word (.docx) eller ren text (.txt), högst 5 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
    )

    def clean_file(self):
        """Read it; what cannot be read says why."""
        try:
            return read(self.cleaned_data["file"])
        except Unreadable as error:
            raise ValidationError(error.message) from error


def _text(label, rows):
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": rows})
    )


class LetterForm(PlaceForm):
    """What was read. Long texts are in light markup, which services turn into rich text."""

    title = forms.CharField(label=_("Rubrik"), max_length=255)
    lead = forms.CharField(label=_("Ingress"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 3}))
    host = forms.CharField(label=_("Värd"), max_length=200, required=False)
    background = _text(_("Bakgrund"), 6)
    purpose = _text(_("Syfte"), 4)
    goal = _text(_("Mål"), 4)
    target_group = _text(_("Målgrupp"), 4)
    requirements = _text(_("Vad det kräver att vara med"), 4)
    approach = _text(_("Arbetssätt"), 4)
    cost_note = forms.CharField(label=_("Om priset"), max_length=200, required=False)
    registration_note = _text(_("Om anmälan"), 4)
    unplaced = _text(_("Kunde inte placeras"), 6)
    # Shown beside the fields; comes back so that it can be shown again.
    source = forms.CharField(required=False, max_length=4 * LONGEST_TEXT, strip=False, widget=forms.HiddenInput)

    @property
    def shown_fields(self):
        """The fields that a person changes, the two of the place apart."""
        return [field for field in self.visible_fields() if field.name not in {"network", "language"}]

    @property
    def texts(self):
        """The rich texts that were written, by field."""
        return {name: self.cleaned_data[name] for name in PROSE}


def _day():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _hour():
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class MeetingRow(forms.Form):
    """One row of the timetable."""

    number = forms.IntegerField(label=_("Nummer"), min_value=1, max_value=99)
    date = forms.DateField(label=_("Dag"), required=False, widget=_day())
    starts = forms.TimeField(label=_("Börjar"), required=False, widget=_hour())
    ends = forms.TimeField(label=_("Slutar"), required=False, widget=_hour())
    when_text = forms.CharField(label=_("När, i ord"), max_length=100, required=False)
    place = forms.CharField(label=_("Plats"), max_length=200, required=False)

    def clean(self):
        """A row says when, and ends after it starts."""
        data = super().clean()
        if not self.errors and data and not (data.get("date") or data.get("when_text")):
            raise ValidationError(_("Skriv vilken dag träffen är, eller ungefär när."))
        starts, ends = data.get("starts"), data.get("ends")
        if ends and (not starts or ends <= starts):
            raise ValidationError(_("Träffen måste sluta efter att den börjar."))
        return data


class ContactRow(forms.Form):
    """Somebody to ask."""

    name = forms.CharField(label=_("Namn"), max_length=150)
    role = forms.CharField(label=_("Roll"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-post"), required=False, max_length=254)
    phone = forms.CharField(label=_("Telefon"), max_length=40, required=False)


MeetingRows = forms.formset_factory(MeetingRow, extra=1, max_num=60, absolute_max=60, can_delete=True)
ContactRows = forms.formset_factory(ContactRow, extra=1, max_num=30, absolute_max=30, can_delete=True)
