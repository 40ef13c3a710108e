"""Input that every part of the portal has."""

from decimal import Decimal, InvalidOperation

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


class KronorInput(forms.NumberInput):
    """A price that is kept in whole öre, read and written in kronor: 8000, or 8000,50."""

    def __init__(self, attrs=None):
        super().__init__({"step": "0.01", "inputmode": "decimal", **(attrs or {})})

    def format_value(self, value):
        """Show öre as kronor; what was typed and is no number stands as it was typed."""
        try:
            kronor, rest = divmod(int(value), 100)
        except (TypeError, ValueError):
            return value
        return f"{kronor}.{rest:02}" if rest else str(kronor)

    def value_from_datadict(self, data, files, name):
        """Return what was written, in öre; what is no amount in whole öre goes on as it is, for the field to refuse."""
        typed = super().value_from_datadict(data, files, name)
        try:
            ore = Decimal("".join((typed or "").split()).replace(",", ".")) * 100
        except InvalidOperation:
            return typed
        return str(int(ore)) if ore.is_finite() and ore == int(ore) else f"{typed} kr"
