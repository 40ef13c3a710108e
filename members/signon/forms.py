"""What a person says of a new passkey."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.signon.services import NAME_LENGTH


class PasskeyForm(forms.Form):
    """A name to know it by; the key itself comes from the browser."""

    name = forms.CharField(
        label=_("Namn på din passkey"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=_("Så att du känner igen den, till exempel Jobbdatorn eller Min telefon."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
