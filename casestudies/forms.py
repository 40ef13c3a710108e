"""Input of readers; each form may be sent without an account, and is guarded."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.guard import GuardedForm
from portal.core.validators import refuse_personal_numbers


def _long_text(label, help_text="", *, rows=6, max_length=3000, required=True):
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=max_length,
        required=required,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def _email(label, help_text="", *, required=True):
    widget = forms.EmailInput(attrs={"autocomplete": "email"})
    return forms.EmailField(label=label, help_text=help_text, required=required, max_length=254, widget=widget)


def _short_text(label, help_text="", *, autocomplete="", required=True):
    widget = forms.TextInput(attrs={"autocomplete": autocomplete} if autocomplete else {})
    return forms.CharField(label=label, help_text=help_text, max_length=150, required=required, widget=widget)


class ReaderForm(GuardedForm):
    """What all of them have in common."""

    @property
    def written(self):
        """What the reader wrote, without the guard's own fields."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("stamp", "website")}


class ContactForm(ReaderForm):
    """A message to those behind an example."""

    guard_name = "contact"

    message = _long_text(
        _("Ditt meddelande"), _("Skriv aldrig om enskilda personer som du är orolig för."), rows=8, max_length=5000
    )
    name = _short_text(_("Ditt namn"), autocomplete="name")
    organisation = _short_text(_("Organisation"), autocomplete="organization", required=False)
    email = _email(_("Din e-postadress"), _("Dit svarar de. Adressen visas bara för dem."))
    wants_copy = forms.BooleanField(
        label=_("Skicka en kopia till mig"), help_text=_("Länkar tas bort ur kopian."), required=False
    )


class UseForm(ReaderForm):
    """An organisation tells how it used an example."""

    guard_name = "use"

    organisation_name = _short_text(_("Er organisation"), autocomplete="organization")
    what_changed = _long_text(
        _("Vad gjorde ni, och vad ändrade ni?"), _("Skriv så att en annan organisation kan ha nytta av det.")
    )
    outcome = _long_text(
        _("Vad ledde det till?"), _("Berätta gärna också om det som inte gick som ni tänkt."), required=False
    )
    sender_name = _short_text(_("Ditt namn"), _("Visas inte."), autocomplete="name")
    sender_email = _email(_("Din e-postadress"), _("Visas inte. Vi mejlar när vi har läst."))
    may_be_shown = forms.BooleanField(
        label=_("Organisationens namn och texten får visas på webbplatsen"),
        help_text=_("Var säker på att ni får berätta för er organisation."),
    )

    @property
    def written(self):
        """Without the consent, without which nothing is sent."""
        return {name: value for name, value in super().written.items() if name != "may_be_shown"}


class TipForm(ReaderForm):
    """A tip of an example: three questions, and an address for whoever wants to be asked more."""

    guard_name = "tip"

    done = _long_text(_("Vad har de gjort?"))
    organisation_name = _short_text(_("Vilken organisation är det?"))
    why = _long_text(_("Varför ska andra känna till det?"), _("Skriv också var vi kan läsa mer, om du vet."), rows=4)
    email = _email(_("Din e-postadress"), _("Om vi får fråga mer. Visas inte."), required=False)
