"""What an organisation tells of its application after sending it."""

import datetime
import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.registration.enums import DecisionState
from members.registration.forms.decision import DecisionForm
from members.registration.forms.people import PeopleForm

MOST_ANSWERS = 10  # an hour; each is a mail to the coordinators


class AnswerForm(forms.Form):
    """A message to the coordinator about an application; whoever holds the link does not flood the inbox by it."""

    text = forms.CharField(
        label=_("Skriv till nätverksledaren"),
        max_length=5000,
        help_text=_("Skriv inget om enskilda personers förhållanden: det ni skriver kan bli allmän handling."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, **kwargs)
        self.application = application

    def clean(self):
        """Ask for a pause when there have been many within the hour; the text stays in the form."""
        data = super().clean()
        since = timezone.now() - datetime.timedelta(hours=1)
        written = self.application.messages.filter(is_from_applicant=True, channel="", at__gt=since)
        if written.exclude(submission_key=data.get("submission_key")).count() >= MOST_ANSWERS:
            error = _("Ni har skrivit många meddelanden den senaste timmen. Vänta en stund och skicka igen.")
            self.add_error("text", error)
        return data


class NamesForm(PeopleForm):
    """The participants' names, as many as there are seats applied for."""

    first_name = first_email = first_phone = first_title = None
    second_name = second_email = second_phone = second_title = participant_count = None

    def __init__(self, *args, most, **kwargs):
        super().__init__(*args, **kwargs)
        self.most = most

    def clean(self):
        """Hold the number to what was applied for: more people is a question to the coordinator."""
        data = super().clean()
        if len(data.get("participants") or []) > self.most:
            self.add_error(
                "participants",
                _("Ni har anmält %(number)s personer. Ska fler delta: skriv till nätverksledaren.")
                % {"number": self.most},
            )
        return data


class DecisionTakenForm(DecisionForm):
    """The decision that has been taken since."""

    decision_state = None
    decision_date = forms.DateField(
        label=_("Datum för beslutet"),
        error_messages={"required": _("Ange datumet för beslutet.")},
        help_text=_("Skriv som 2026-11-15."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self):
        """A decision that has been taken has a date that has been."""
        self.cleaned_data["decision_state"] = DecisionState.TAKEN
        return super().clean()


class WithdrawForm(forms.Form):
    """Why the application is taken back, if one wants to say."""

    reason = forms.CharField(
        label=_("Varför tar ni tillbaka anmälan?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
