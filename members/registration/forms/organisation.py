"""The first step: which organisation applies."""

from django import forms
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from members.organisations.models import Organisation
from members.organisations.querysets import GOTLAND, today
from members.registration.forms.base import StepForm
from members.registration.validators import clean_organisation_number
from portal.core.guard import GuardedForm

#: Municipality and region in one organisation, and in the register by its name as a region.
AS_MUNICIPALITY = "Gotlands kommun (Region Gotland)"
ALSO_CALLED = {GOTLAND: (AS_MUNICIPALITY, "Gotlands kommun", "Gotland")}


class OrganisationForm(StepForm):
    """Picked from the register as it stands today, or entered with a checked number."""

    organisation_name = forms.CharField(
        label=_("Organisation"),
        max_length=200,
        help_text=_(
            "Börja skriva och välj er kommun, region eller stadsdelsnämnd i listan. Finns ni inte där: skriv namnet."
        ),
        widget=forms.TextInput(attrs={"list": "organisationer", "autocomplete": "organization"}),
    )
    organisation_number = forms.CharField(
        label=_("Organisationsnummer"),
        max_length=20,
        required=False,
        help_text=_("Behövs bara om ni inte finns i listan."),
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    diary_number = forms.CharField(
        label=_("Ert diarienummer"),
        max_length=40,
        required=False,
        help_text=_("Om ni diarieför anmälan hos er. Det går att lämna tomt."),
    )

    def clean_organisation_number(self):
        """Return the number in its usual form, or nothing."""
        value = self.cleaned_data["organisation_number"]
        return clean_organisation_number(value) if value else ""

    def clean(self):
        """Find the organisation in the register, else ask for its number."""
        data = super().clean()
        name = " ".join(data.get("organisation_name", "").split())
        data["organisation"] = find_organisation(name) if name else None
        if name and data["organisation"] is None and "organisation_number" in data and not data["organisation_number"]:
            self.add_error(
                "organisation_number",
                _("Vi hittar inte %(name)s i listan. Välj ur listan, eller ange organisationsnumret.") % {"name": name},
            )
        return data


class BeginningForm(GuardedForm, OrganisationForm):
    """The same step before there is a draft: here programs and floods are kept out."""

    guard_name = "registration"


def find_organisation(name):
    """Return the one organisation of today's register with that name or label, whatever the case, or None."""
    wanted = name.casefold()
    matches = [row for row in register_of_today() if wanted in {known.casefold() for known in names_of(row)}]
    return matches[0] if len(matches) == 1 else None


def names_of(organisation):
    """Return all that it is found by."""
    return {organisation.name, label_of(organisation), *ALSO_CALLED.get(organisation.code, ())}


def labels_to_pick():
    """Return what the list offers: each organisation once, and Gotland also as the municipality that it is."""
    labels = []
    for row in register_of_today():
        labels += [label_of(row), *([AS_MUNICIPALITY] if row.code == GOTLAND else [])]
    return labels


def register_of_today():
    """Return the official list as it stands today, districts beneath their municipality."""
    rows = Organisation.objects.in_register().existing_on(today()).select_related("parent")
    return rows.order_by(Coalesce("parent__name", "name"), F("parent__name").asc(nulls_first=True), "name")


def label_of(organisation):
    """Return the name to pick it by: a district is told from its namesakes by its municipality."""
    return f"{organisation.name} ({organisation.parent.name})" if organisation.parent else organisation.name
