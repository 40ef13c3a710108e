"""What a person chooses about notices."""

from django import forms
from django.utils.translation import gettext_lazy as _


class SettingsForm(forms.Form):
    """Which kinds of notice to have by mail too."""

    mail = forms.MultipleChoiceField(
        label=_("Skicka också mejl om"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Aviseringarna i portalen får du alltid."),
    )

    def __init__(self, *args, choices, **kwargs):
        wanted = [kind.name for kind, email in choices if email]
        super().__init__(*args, initial={"mail": wanted}, **kwargs)
        self.fields["mail"].choices = [(kind.name, kind.label) for kind, _email in choices]

    def choices(self):
        """Return {kind: whether mail is wanted} for every kind that was offered."""
        return {name: name in self.cleaned_data["mail"] for name, _label in self.fields["mail"].choices}
