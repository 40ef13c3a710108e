"""A form that remembers what it was opened with, so that nobody's change is written over unseen."""

import datetime
import json

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from members.registration import services


class Opened:
    """Mixin for a form that carries along what stood there when it was opened, as {field: text} in `opened`."""

    def carry(self, opened):
        """Carry it along; called when the form is made."""
        self.fields["opened"] = forms.CharField(widget=forms.HiddenInput)
        self.initial["opened"] = json.dumps(opened)

    def clean_opened(self):
        """Return {field: text}; what no page of ours has written is refused."""
        try:
            opened = json.loads(self.cleaned_data["opened"])
        except ValueError:
            opened = None
        if not isinstance(opened, dict):
            raise forms.ValidationError(_("Sidan är för gammal. Öppna den igen."))
        return opened

    def show_both(self, now):
        """Tell under each of these fields what somebody else has put there; sent again, the form takes its place."""
        told = _("Någon annan har ändrat det här sedan du öppnade sidan. Nu står det: %(now)s")
        for name, value in now.items():
            self.add_error(name, told % {"now": _words(self.fields[name], value) or _("(tomt)")})
        opened = json.loads(self.data["opened"]) | {name: services.as_text(value) for name, value in now.items()}
        self.data = self.data.copy()
        self.data["opened"] = json.dumps(opened)


def _words(field, value):
    if isinstance(value, datetime.date):
        return date_format(value, "DATE_FORMAT")
    if isinstance(field, forms.TypedChoiceField):
        return dict(field.choices).get(value, value)
    return value
