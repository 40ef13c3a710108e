"""What a coordinator writes on behalf of an organisation: the applicant's own steps on one page, and how it was told.

Only what the mail said is asked for. What is left empty is the organisation's to fill in before it confirms; what is
written is held to the same rules as the applicant's, and its commitment is asked of the organisation alone.
"""

import uuid

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from members.organisations.models import Network
from members.organisations.querysets import today
from members.registration import queries
from members.registration.enums import Channel
from members.registration.forms.decision import DecisionForm
from members.registration.forms.organisation import OrganisationForm
from members.registration.forms.people import PeopleForm
from members.registration.forms.rest import InvoiceForm, NeedsForm


class AsTold:
    """Mixin of a step: nothing but `essential` must be filled in; no error stands at a field that was left empty."""

    essential = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.required = name in self.essential

    def full_clean(self):
        """Judge what is there; what is not is the organisation's to say."""
        super().full_clean()
        for name in list(self.errors):
            is_empty = not self.values.get(name, "").strip() and not self.files.get(name)
            if name in self.fields and name not in self.essential and is_empty:
                del self.errors[name]

    @property
    def has_something(self):
        """Whether anything is written in it."""
        return any(value.strip() for value in self.values.values())


class OrganisationAsTold(AsTold, OrganisationForm):
    """Which organisation, by the same register and the same checked number as the applicant's."""

    essential = ("organisation_name", "organisation_number")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation_number"].required = False


class PeopleAsTold(AsTold, PeopleForm):
    """To whom the link is mailed, and what is known of the others."""

    essential = ("first_name", "first_email")


class DecisionAsTold(AsTold, DecisionForm):
    """What is known of the board's decision."""


class NeedsAsTold(AsTold, NeedsForm):
    """Why they want to take part. That they are committed is for them alone to say."""

    is_committed = None


class InvoiceAsTold(AsTold, InvoiceForm):
    """Where the invoice goes."""


PARTS = {
    "organisation": (_("Organisationen"), OrganisationAsTold),
    "personer": (_("Personer"), PeopleAsTold),
    "beslut": (_("Beslut"), DecisionAsTold),
    "behov": (_("Vad de vill och behöver"), NeedsAsTold),
    "faktura": (_("Faktura"), InvoiceAsTold),
}


class TellingForm(forms.Form):
    """How and when the organisation told it."""

    channel = forms.ChoiceField(label=_("Hur har de hört av sig?"), choices=Channel.choices)
    told_date = forms.DateField(
        label=_("Vilken dag?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean_told_date(self):
        """Nothing has been told on a day that has not been."""
        value = self.cleaned_data["told_date"]
        if value > today():
            raise forms.ValidationError(_("Dagen har inte varit än."))
        return value


class SourceForm(TellingForm):
    """For which network, how it was told, and in which language the organisation is asked to confirm."""

    network = forms.ModelChoiceField(label=_("Nätverk"), queryset=Network.objects.none(), empty_label=None)
    language = forms.ChoiceField(label=_("Språk i mejlet till dem"), choices=settings.LANGUAGES)
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    is_another = forms.BooleanField(label=_("Jag har sett det. Skicka ändå."), required=False)

    field_order = ["network", "channel", "told_date", "language"]

    def __init__(self, *args, networks, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = networks
        self.fields["told_date"].help_text = _(
            "Kom det senast på sista anmälningsdagen räknas anmälan inte som sen, även om de bekräftar efteråt."
        )


class AnswerOnBehalfForm(TellingForm):
    """What an applicant answered by mail or phone."""

    text = forms.CharField(
        label=_("Vad de svarade"),
        max_length=5000,
        help_text=_("Kontaktpersonerna får texten med e-post och kan rätta den. Skriv inget om enskilda personer."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class ReminderForm(forms.Form):
    """Where the link is mailed once more."""

    email = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        help_text=_("Ändrar du adressen slutar de länkar som redan har mejlats att fungera."),
    )


class DeclineForm(forms.Form):
    """Why the organisation declines, if it wants to say."""

    reason = forms.CharField(
        label=_("Vad är det som inte stämmer?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class OnBehalfForms:
    """The source and each part, filled in together on one page and judged together."""

    def __init__(self, data=None, files=None, *, networks):
        self.source = SourceForm(data, networks=networks)
        self.parts = {slug: form(data, files) for slug, (_title, form) in PARTS.items()}
        self.duplicates = []

    @property
    def all(self):
        """Each form, in the order of the page."""
        return [self.source, *self.parts.values()]

    @property
    def sections(self):
        """(heading, fields) of each part, as they stand together."""
        for slug, (title, _form) in PARTS.items():
            for group, fields in self.parts[slug].groups:
                yield group or title, fields

    @property
    def errors(self):
        """(field, its errors) of what has to be mended, in the order of the page."""
        return [(field, field.errors) for form in self.all for field in form.visible_fields() if field.errors]

    def is_valid(self):
        """Whether all of it can be kept. A network that knows the organisation already is looked at once more."""
        judged = [form.is_valid() for form in self.all]  # each of them, so that each tells its errors
        if not all(judged):
            return False
        known = queries.already_there(
            self.source.cleaned_data["network"],
            organisation=self.organisation,
            name=self.organisation_name,
            number=self.parts["organisation"].cleaned_data["organisation_number"],
        )
        self.duplicates = [row for row in known if row.key != self.source.cleaned_data["key"]]
        return not self.duplicates or self.source.cleaned_data["is_another"]

    @property
    def organisation(self):
        """The organisation of the register that was picked, or None."""
        return self.parts["organisation"].cleaned_data["organisation"]

    @property
    def organisation_name(self):
        """Its name, as the register or the mail has it."""
        if self.organisation is not None:
            return self.organisation.name
        return " ".join(self.parts["organisation"].cleaned_data["organisation_name"].split())

    @property
    def cleaned_data(self):
        """What the service wants, of forms that are all valid."""
        source, people = self.source.cleaned_data, self.parts["personer"].cleaned_data
        return {
            **{name: source[name] for name in ("network", "language", "channel", "told_date", "key")},
            "organisation_name": self.organisation_name,
            "email": people["first_email"],
            "steps": {slug: form.values for slug, form in self.parts.items() if form.has_something},
            "upload": self.parts["beslut"].cleaned_data.get("decision_upload"),
        }
