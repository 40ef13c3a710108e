"""Input of the public site."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.guard import GuardedForm


class DecisionForm(forms.Form):
    """For how many people the draft for the board is to be written."""

    antal = forms.IntegerField(
        label=_("Antal deltagare"),
        min_value=1,
        max_value=50,
        initial=2,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )


class BarrierForm(GuardedForm):
    """Something on the portal that stood in somebody's way."""

    guard_name = "barrier"

    text = forms.CharField(
        label=_("Vad hindrade dig?"),
        help_text=_("Berätta vad du försökte göra och vad som hände. Skriv inget om din hälsa om det inte behövs."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    address = forms.CharField(
        label=_("På vilken sida?"), help_text=_("Sidans namn eller adress."), max_length=500, required=False
    )
    email = forms.EmailField(
        label=_("Din e-postadress"),
        help_text=_("Bara om du vill ha svar. Du kan vara anonym."),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
