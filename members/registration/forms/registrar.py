"""The registrar's link: where it goes, and what is left by it."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.files.forms import PrivateFileField
from members.registration.forms.own import DecisionTakenForm
from members.registration.models import RegistrarLink
from portal.core.guard import GuardedForm

MOST_LINKS = 5  # an hour, of one application: the address may be a stranger's


class RegistrarLinkForm(GuardedForm):
    """A link to the registrar: mailed to an address, or shown once to be handed on by oneself."""

    guard_name = "registration.registrar_link"

    email = forms.EmailField(
        label=_("Registratorns e-postadress"),
        max_length=254,
        error_messages={"required": _("Skriv vart länken ska skickas.")},
        help_text=_("Till exempel registrator@kommunen.se. Mejlet säger vad som behövs, och inget ur er anmälan."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, target, **kwargs):
        super().__init__(*args, **kwargs)
        self.target = target
        self.fields["email"].required = not self.is_shown

    @property
    def is_shown(self):
        """Whether the link is to be shown, not mailed."""
        return self.data.get("go") == "show"

    def clean_email(self):
        """Return where to mail it; a link that is shown goes to nobody."""
        return "" if self.is_shown else self.cleaned_data["email"]

    def clean(self):
        """Ask for a pause when many links have been made within the hour."""
        data = super().clean()
        since = timezone.now() - datetime.timedelta(hours=1)
        recent = self.target.registrar_links.filter(created_at__gt=since)
        mine = RegistrarLink.digest_of(RegistrarLink.token_from(self.key))
        if recent.exclude(digest=mine).count() >= MOST_LINKS:
            raise forms.ValidationError(_("Ni har gjort många länkar den senaste timmen. Vänta en stund."))
        return data


class RegistrarForm(GuardedForm, DecisionTakenForm):
    """The decision as the registrar leaves it: date, paragraph and paper, and nothing else."""

    guard_name = "registration.registrar"

    edit_number = decision_body = None
    decision_upload = PrivateFileField(label=_("Beslutet eller protokollsutdraget"))


class PostponedForm(forms.Form):
    """The day on which the board decides instead."""

    decision_date = forms.DateField(
        label=_("Nytt datum för beslutet"),
        error_messages={"required": _("Ange datumet för beslutet.")},
        help_text=_("Skriv som 2026-11-15."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_decision_date(self):
        """Return a day that has not been yet."""
        date = self.cleaned_data["decision_date"]
        if date < timezone.localdate():
            raise forms.ValidationError(_("Datumet har varit. Ange när beslutet ska fattas."))
        return date
