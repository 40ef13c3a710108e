"""Input of the coordinator's work with an application."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.accounts.models import User
from members.organisations.enums import Role
from members.registration.enums import ApplicationState


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


class QuestionForm(forms.Form):
    """A question to the applicant."""

    text = forms.CharField(label=_("Din fråga"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6}))
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


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
        coordinates = {"memberships__network": application.network_id, "memberships__role": Role.COORDINATOR}
        people = User.objects.filter(is_active=True, memberships__to_date=None, **coordinates)
        self.fields["assignee"].queryset = people.distinct()
