"""The second step: whom the coordinator may call, and who will take part."""

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from members.registration import services
from members.registration.forms.base import StepForm
from members.registration.forms.opened import Opened

MAX_PARTICIPANTS = 20
PLACES = ("first", "second")
CONTACT_FIELDS = ("name", "email", "phone", "title")


def _name(**kwargs):
    return forms.CharField(
        label=_("Namn"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}), **kwargs
    )


def _email(**kwargs):
    return forms.EmailField(
        label=_("E-postadress"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"}), **kwargs
    )


def _phone(**kwargs):
    widget = forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"})
    return forms.CharField(label=_("Telefon"), max_length=40, widget=widget, **kwargs)


def _title():
    widget = forms.TextInput(attrs={"autocomplete": "organization-title"})
    return forms.CharField(label=_("Roll i organisationen"), max_length=150, required=False, widget=widget)


class PeopleForm(StepForm):
    """One contact person is enough, two are better; the participants' names may follow."""

    first_name, first_email, first_phone, first_title = _name(), _email(), _phone(), _title()
    second_name, second_email, second_phone, second_title = (
        _name(required=False), _email(required=False), _phone(required=False), _title(),
    )  # fmt: skip
    participant_count = forms.IntegerField(
        label=_("Hur många personer ska delta?"),
        min_value=1,
        max_value=MAX_PARTICIPANTS,
        help_text=_("Namnen kan ni lämna senare, och ni får byta personer utan kostnad."),
    )
    participants = forms.CharField(
        label=_("Deltagarnas namn"),
        max_length=5000,
        required=False,
        help_text=_(
            "En person på varje rad. Skriv gärna e-postadressen efter ett komma: Pelle Person, pelle@kommun.se"
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    @property
    def groups(self):
        """Each contact person apart, then the participants."""
        return [
            (_("Kontaktperson"), [self[f"first_{name}"] for name in CONTACT_FIELDS]),
            (_("Kontaktperson till (frivilligt)"), [self[f"second_{name}"] for name in CONTACT_FIELDS]),
            (_("Deltagare"), [self["participant_count"], self["participants"]]),
        ]

    def clean_participants(self):
        """Return the people named, one a line; an address stands after a comma."""
        people = []
        lines = self.cleaned_data["participants"].splitlines()
        for number, line in enumerate(lines, 1):
            name, _comma, email = (part.strip() for part in line.partition(","))
            if name or email:
                people.append(_person(name, email, number))
        if len(people) > MAX_PARTICIPANTS:
            raise ValidationError(_("Högst %(number)s personer kan delta.") % {"number": MAX_PARTICIPANTS})
        return people

    def clean(self):
        """A second contact person is whole or not there; the number covers those who are named."""
        data = super().clean()
        self._require_whole("second", data)
        named = len(data.get("participants") or [])
        if data.get("participant_count") and data["participant_count"] < named:
            self.add_error(
                "participant_count",
                _("Ni har skrivit namn på %(named)s personer. Ändra antalet eller namnen.") % {"named": named},
            )
        return data

    def _require_whole(self, place, data):
        if not any(data.get(f"{place}_{name}") for name in CONTACT_FIELDS):
            return
        for name in ("name", "email", "phone"):
            if f"{place}_{name}" in data and not data[f"{place}_{name}"]:
                self.add_error(f"{place}_{name}", _("Fyll i fältet, eller lämna hela kontaktpersonen tom."))

    @property
    def contact_people(self):
        """The one or two contact persons, of a form that is valid."""
        rows = [{name: self.cleaned_data[f"{place}_{name}"] for name in CONTACT_FIELDS} for place in PLACES]
        return [row for row in rows if row["name"]]


class ContactPeopleForm(Opened, PeopleForm):
    """The contact persons corrected: one who is emptied is taken away, and one stays at least."""

    edit_number = participant_count = participants = None

    def __init__(self, *args, application, **kwargs):
        opened = services.contact_values(application)
        super().__init__(*args, initial=opened, **kwargs)
        for name in self.fields:
            self.fields[name].required = False
        self.carry(opened)

    @property
    def groups(self):
        """Each contact person apart."""
        titles = (_("Kontaktperson"), _("Kontaktperson till (frivilligt)"))
        return [
            (title, [self[f"{place}_{name}"] for name in CONTACT_FIELDS])
            for title, place in zip(titles, PLACES, strict=True)
        ]

    def clean(self):
        """Each is whole or not there."""
        data = super().clean()
        self._require_whole("first", data)
        if not any(data.get(f"{place}_{name}") for place in PLACES for name in CONTACT_FIELDS):
            self.add_error("first_name", _("Minst en kontaktperson behövs."))
        return data


def _person(name, email, number):
    if not name or len(name) > 150:
        raise ValidationError(_("Rad %(number)s: skriv ett namn, högst 150 tecken.") % {"number": number})
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise ValidationError(
                _("Rad %(number)s: %(email)s är ingen e-postadress.") % {"number": number, "email": email}
            ) from error
    return {"name": name, "email": email}
