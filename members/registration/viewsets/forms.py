"""Input of the coordinator's work with an application."""

import uuid

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from members.accounts.models import User
from members.organisations.enums import Role
from members.organisations.models import Membership, Organisation
from members.organisations.querysets import today
from members.registration import services
from members.registration.enums import ApplicationState, DecisionState
from members.registration.forms.opened import Opened
from members.registration.forms.organisation import label_of
from members.registration.forms.people import MAX_PARTICIPANTS
from members.registration.validators import clean_invoice_address, clean_organisation_number


class LetterForm(forms.Form):
    """The mail as it will be sent, and why the step is taken."""

    subject = forms.CharField(
        label=_("Mejlets ämne"), max_length=150, help_text=_("Ärendenumret läggs till av sig självt.")
    )
    text = forms.CharField(
        label=_("Mejlets text"),
        max_length=5000,
        help_text=_("Så här går mejlet ut, med hälsning före och ärendenummer efter. Ändra det som behöver ändras."),
        widget=forms.Textarea(attrs={"rows": 9}),
    )


class StepForm(LetterForm):
    """A step from the state that the coordinator looks at."""

    reason = forms.CharField(
        label=_("Skäl"),
        max_length=2000,
        required=False,
        help_text=_("För er egen logg. Det följer inte med i mejlet."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DecisionForm(StepForm):
    """As it is seen: sent from an old page it is refused."""

    seen = forms.ChoiceField(choices=ApplicationState.choices, widget=forms.HiddenInput)


class UndoForm(StepForm):
    """Bound to the step that was shown: another is not undone by it."""

    step = forms.IntegerField(widget=forms.HiddenInput)


class QuestionForm(forms.Form):
    """A question to the applicant."""

    text = forms.CharField(label=_("Din fråga"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def day_that_has_been(day):
    """Return the day; raises ValidationError for one to come: nobody has been called on it yet."""
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("Dagen har inte varit än."))
    return day


class CallForm(forms.Form):
    """A call: the day, and what was said."""

    contacted_date = forms.DateField(
        label=_("Kontaktad den"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    text = forms.CharField(
        label=_("Vad ni kom fram till"),
        max_length=5000,
        required=False,
        help_text=_("Bara nätverksledarna ser anteckningen. Den kan bli allmän handling."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_contacted_date(self):
        """Return a day that has been."""
        return day_that_has_been(self.cleaned_data["contacted_date"])


class SeenForm(forms.Form):
    """The states in which the person saw the chosen applications, {id: state}: what has moved since is left alone."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_seen(self):
        """Return them, without what no page of ours has written."""
        pairs = (pair.partition(":") for pair in self.cleaned_data["seen"].split())
        return {int(pk): state for pk, _colon, state in pairs if _is_id(pk) and state in ApplicationState.values}


def _is_id(text):
    return text.isdecimal() and len(text) < 20  # no id is longer


def coordinators_of(*networks):
    """Return those who coordinate each of the networks today."""
    people = User.objects.filter(is_active=True)
    for network in networks:
        held = Membership.objects.current().filter(network=network, role=Role.COORDINATOR)
        people = people.filter(pk__in=held.values("user"))
    return people


class HandlerForm(forms.Form):
    """Who has the chosen applications."""

    assignee = forms.ModelChoiceField(
        label=_("Handläggs av"), queryset=User.objects.none(), required=False, empty_label=_("Ingen än")
    )

    def __init__(self, *args, networks, **kwargs):
        super().__init__(*args, **kwargs)
        if networks:
            self.fields["assignee"].queryset = coordinators_of(*networks)


class FollowUpForm(forms.Form):
    """When the chosen applications are looked at again."""

    follow_up_date = forms.DateField(
        label=_("Följ upp den"),
        required=False,
        help_text=_("Lämna fältet tomt om de inte behöver följas upp."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class AssignForm(forms.Form):
    """Who has the application, and when it is looked at again."""

    assignee = forms.ModelChoiceField(
        label=_("Handläggs av"), queryset=User.objects.none(), required=False, empty_label=_("Ingen än")
    )
    follow_up_date = forms.DateField(
        label=_("Följ upp den"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, application, **kwargs):
        start = {"assignee": application.assignee_id, "follow_up_date": application.follow_up_date}
        super().__init__(*args, initial=start, **kwargs)
        self.fields["assignee"].queryset = coordinators_of(application.network_id)


class ApplicationForm(Opened, WagtailAdminModelForm):
    """Corrections of what an application says. Which organisation it is stands fast once that has been let in.

    What is not touched is held to nothing: an old application is corrected in one field without the others' rules.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["organisation"]
        offered = Q(pk__in=Organisation.objects.existing_on(today())) | Q(pk=self.instance.organisation_id)
        field.queryset = Organisation.objects.filter(offered).select_related("parent").order_by("name")
        field.label_from_instance = label_of
        field.empty_label = _("Finns inte i registret")
        if self.instance.state == ApplicationState.ACCEPTED:
            for name in services.IDENTITY:
                self.fields[name].disabled = True
        self.carry(services.as_opened(self.instance, self._meta.fields))

    def clean_organisation_number(self):
        """Return the number in its usual form, or nothing."""
        return self._checked("organisation_number", clean_organisation_number)

    def clean_e_invoice_address(self):
        """Return the address in its usual form, or nothing."""
        return self._checked("e_invoice_address", clean_invoice_address)

    def clean_participant_count(self):
        """Return as many as the public application takes."""
        count = self.cleaned_data["participant_count"]
        if "participant_count" in self.changed_data and not 1 <= count <= MAX_PARTICIPANTS:
            told = _("Minst en och högst %(number)s personer kan delta.") % {"number": MAX_PARTICIPANTS}
            raise forms.ValidationError(told)
        return count

    def clean_contacted_date(self):
        """Return a day that has been."""
        return day_that_has_been(self.cleaned_data["contacted_date"])

    def clean(self):
        """Ask for the day that a decision has."""
        data = super().clean()
        state, day = data.get("decision_state"), data.get("decision_date")
        if "decision_date" not in data or not {"decision_state", "decision_date"} & set(self.changed_data):
            return data
        if state in (DecisionState.TAKEN, DecisionState.SCHEDULED) and not day:
            self.add_error("decision_date", _("Ange datumet för beslutet."))
        elif state == DecisionState.TAKEN and day > today():
            self.add_error("decision_date", _("Ett fattat beslut kan inte ha ett datum som inte varit än."))
        return data

    def _checked(self, name, clean):
        value = self.cleaned_data[name]
        return clean(value) if value.strip() and name in self.changed_data else value

    @property
    def corrections(self):
        """What the form says, and what the application said when it was opened."""
        return {name: self.cleaned_data[name] for name in self._meta.fields}, self.cleaned_data["opened"]
