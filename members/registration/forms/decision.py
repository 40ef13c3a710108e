"""The third step: the board's decision."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.files.forms import PrivateFileField
from members.organisations.querysets import today
from members.registration.enums import DecisionState
from members.registration.forms.base import StepForm


class DecisionForm(StepForm):
    """Taken with date, paragraph and file; scheduled for a date; or not known yet."""

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

    def clean(self):
        """Ask for the date that a decision has."""
        data = super().clean()
        state, date = data.get("decision_state"), data.get("decision_date")
        if "decision_date" not in data:
            return data
        if state in (DecisionState.TAKEN, DecisionState.SCHEDULED) and not date:
            self.add_error("decision_date", _("Ange datumet för beslutet."))
        elif state == DecisionState.TAKEN and date > today():
            self.add_error("decision_date", _("Ett fattat beslut kan inte ha ett datum som inte varit än."))
        elif state == DecisionState.SCHEDULED and date < today():
            self.add_error("decision_date", _("Datumet har varit. Ange när beslutet ska fattas."))
        return data
