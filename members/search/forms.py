"""What one searches for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SearchForm(forms.Form):
    """Words, and perhaps one source alone."""

    q = forms.CharField(label=_("Sök"), max_length=200, required=False)
    i = forms.ChoiceField(required=False)

    def __init__(self, *args, sources, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["i"].choices = [(source.name, source.label) for source in sources]
