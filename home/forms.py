"""Input of the public site."""

from django import forms
from django.utils.translation import gettext_lazy as _


class DecisionForm(forms.Form):
    """For how many people the draft for the board is to be written."""

    antal = forms.IntegerField(
        label=_("Antal deltagare"),
        min_value=1,
        max_value=50,
        initial=2,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
