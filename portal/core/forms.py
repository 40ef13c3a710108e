"""Input that every part of the portal has."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """What a reader searches for."""

    q = forms.CharField(
        label=_("Sök"),
        required=False,
        min_length=2,
        max_length=200,
        error_messages={
            "min_length": _("Skriv minst två tecken."),
            "max_length": _("Skriv högst 200 tecken."),
        },
    )
