"""The public application: what an organisation tells of itself, its people and its board's decision."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.files.forms import PrivateFileField
from members.organisations.models import Organisation
from members.organisations.querysets import today
from members.registration.enums import DecisionState
from members.registration.models import Application, ApplicationPerson
from members.registration.validators import clean_organisation_number
from portal.core import guard

MAX_PARTICIPANTS = 20


class ApplicationForm(forms.ModelForm):
    """The application itself; the people stand in two formsets beside it. `sender` is portal.core.guard's."""

    guard_name = "registration"

    organisation_name = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        help_text=_("Börja skriva och välj er kommun eller region i listan. Finns ni inte där: skriv namnet."),
        widget=forms.TextInput(attrs={"list": "organisationer", "autocomplete": "organization"}),
    )
    organisation_number = forms.CharField(
        label=_("Organisationsnummer"),
        max_length=20,
        required=False,
        help_text=_("Behövs bara om ni inte finns i listan."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    participant_count = forms.IntegerField(
        label=_("Hur många personer ska delta?"),
        min_value=1,
        max_value=MAX_PARTICIPANTS,
        initial=2,
        help_text=_("Namnen kan ni lämna senare, och ni får byta personer utan kostnad."),
    )
    decision_state = forms.ChoiceField(
        label=_("Har styrelsen eller nämnden beslutat om att ni ska delta?"),
        choices=DecisionState.choices,
        widget=forms.RadioSelect,
    )
    decision_body = forms.CharField(
        label=_("Vem beslutar?"), max_length=200, required=False, help_text=_("Till exempel kommunstyrelsen.")
    )
    decision_date = forms.DateField(
        label=_("Datum för beslutet"),
        required=False,
        help_text=_("Skriv som 2026-11-15."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    decision_paragraph = forms.CharField(
        label=_("Paragraf i protokollet"), max_length=40, required=False, help_text=_("Till exempel § 112.")
    )
    decision_upload = PrivateFileField(label=_("Beslutet eller protokollsutdraget"), required=False)
    is_committed = forms.BooleanField(
        label=_("Vi är beredda att arbeta med frågorna hemma mellan träffarna."),
        error_messages={
            "required": _("Kryssa i att ni är beredda att arbeta mellan träffarna. Det krävs för att delta.")
        },
    )
    motive = forms.CharField(
        label=_("Varför vill ni vara med, och vad behöver ni?"),
        max_length=5000,
        required=False,
        help_text=_("Beskriv läget i stort. Skriv inget om enskilda personer: det ni skriver kan bli allmän handling."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    # Nobody sees this field; whoever fills it in is a program.
    website = forms.CharField(
        label=_("Lämna tomt"), required=False, widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
    )

    class Meta:
        model = Application
        # Not submission_key: a second sending is an answer, not an error.
        fields = [
            "organisation_name", "organisation_number", "participant_count", "decision_state", "decision_body",
            "decision_date", "decision_paragraph", "is_committed", "motive",
        ]  # fmt: skip

    def __init__(self, *args, sender="", **kwargs):
        super().__init__(*args, **kwargs)
        self.sender = sender

    @property
    def key(self):
        """The sending's own key, of a form that has one; guard counts by it."""
        return self.cleaned_data.get("submission_key")

    def clean_website(self):
        """Refuse programs that fill in whatever they find."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Lämna fältet tomt."))
        return ""

    def clean_organisation_number(self):
        """Return the number in its usual form, or nothing."""
        value = self.cleaned_data["organisation_number"]
        return clean_organisation_number(value) if value else ""

    def clean(self):
        """Find the organisation in the register, else ask for its number; ask for the date that a decision has."""
        data = super().clean()
        name = " ".join(data.get("organisation_name", "").split())
        data["organisation"] = find_organisation(name)
        if name and data["organisation"] is None and "organisation_number" in data and not data["organisation_number"]:
            self.add_error(
                "organisation_number",
                _("Vi hittar inte %(name)s i listan. Välj ur listan, eller ange organisationsnumret.") % {"name": name},
            )
        self._clean_decision(data)
        # Each one mails a receipt to whatever address it names, and may bring a file.
        guard.refuse_flood(self)
        return data

    def _clean_decision(self, data):
        state, date = data.get("decision_state"), data.get("decision_date")
        if "decision_date" not in data:
            return
        if state in (DecisionState.TAKEN, DecisionState.SCHEDULED) and not date:
            self.add_error("decision_date", _("Ange datumet för beslutet."))
        elif state == DecisionState.TAKEN and date > today():
            self.add_error("decision_date", _("Ett fattat beslut kan inte ha ett datum som inte varit än."))
        elif state == DecisionState.SCHEDULED and date < today():
            self.add_error("decision_date", _("Datumet har varit. Ange när beslutet ska fattas."))


def find_organisation(name):
    """Return the organisation of today's register with that name, whatever the case, or None."""
    matches = {row.name.casefold(): row for row in register_of_today()}
    return matches.get(name.casefold())


def register_of_today():
    """Return the official list as it stands today."""
    return Organisation.objects.in_register().existing_on(today()).order_by("name")


class ContactPersonForm(forms.ModelForm):
    """Somebody whom the coordinator can call."""

    name = forms.CharField(label=_("Namn"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("E-postadress"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    phone = forms.CharField(
        label=_("Telefon"), max_length=40, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    )
    title = forms.CharField(
        label=_("Roll i organisationen"),
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
    )

    class Meta:
        model = ApplicationPerson
        fields = ["name", "email", "phone", "title"]


class ParticipantForm(forms.ModelForm):
    """Somebody who will take part; a name is enough, and it may follow."""

    name = forms.CharField(label=_("Namn"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-postadress"), required=False, max_length=254)

    class Meta:
        model = ApplicationPerson
        fields = ["name", "email"]

    def clean(self):
        """An address needs a name to go with it."""
        data = super().clean()
        if data.get("email") and not data.get("name"):
            self.add_error("name", _("Skriv namnet på den som har adressen."))
        return data


class ContactPersonFormSet(
    forms.formset_factory(ContactPersonForm, extra=2, min_num=0, max_num=2, absolute_max=2, validate_max=True)
):
    """One contact person is enough, two are better."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # A forged or cut-off request may bring no form at all; the formset then says so itself.
        for form in self.forms[:1]:
            form.empty_permitted = False


class ParticipantFormSet(
    forms.formset_factory(
        ParticipantForm, extra=3, max_num=MAX_PARTICIPANTS, absolute_max=MAX_PARTICIPANTS, validate_max=True
    )
):
    """As many rows as wanted; a button adds more without JavaScript too."""


class ContactedForm(forms.ModelForm):
    """The coordinator's tick with a date: every applicant is contacted."""

    class Meta:
        model = Application
        fields = ["contacted_date"]
