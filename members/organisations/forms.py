"""What contact persons and coordinators type in."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from members.organisations.enums import PARTICIPANT_ROLES, Role
from members.organisations.models import Membership, Network, Organisation
from members.organisations.querysets import is_portal_administrator, today
from members.organisations.services import MAX_ROWS
from members.organisations.validators import clean_code, clean_organisation_number
from portal.core.counties import County
from portal.core.reading import Unreadable, read_table
from portal.core.viewsets.forms import ScopedFormMixin


class InviteForm(forms.Form):
    """Whom to invite. A contact person invites to their own organisation, a coordinator to any."""

    email = forms.EmailField(
        label=_("E-postadress"),
        max_length=254,
        help_text=_("Länken i mejlet fungerar bara för den här adressen."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=_("Namn"), max_length=150, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    organisation = forms.ModelChoiceField(label=_("Organisation"), queryset=Organisation.objects.none())
    role = forms.ChoiceField(
        label=_("Roll"),
        widget=forms.RadioSelect,
        choices=[
            (Role.MEMBER, _("Deltagare")),
            (Role.CONTACT_PERSON, _("Kontaktperson – bjuder in kollegor och svarar för organisationen")),
        ],
        initial=Role.MEMBER,
    )

    def __init__(self, *args, network, own=None, **kwargs):
        """Let `own` be the organisation of a contact person, None for a coordinator."""
        super().__init__(*args, **kwargs)
        if own is not None:
            del self.fields["organisation"]
            return
        field = self.fields["organisation"]
        field.queryset = Organisation.objects.existing_on(today())
        taking_part = set(
            Membership.objects.current()
            .participants()
            .filter(network=network)
            .values_list("organisation_id", flat=True)
        )
        field.choices = _grouped(field.queryset, taking_part)


def _grouped(organisations, taking_part):
    """Return the choices with those that take part first; the field still checks against its queryset."""
    here, others = [], []
    for organisation in organisations:
        (here if organisation.pk in taking_part else others).append((organisation.pk, organisation.name))
    return [("", _("Välj organisation")), (_("Deltar i nätverket"), here), (_("Andra organisationer"), others)]


class HandOverForm(forms.Form):
    """Whether the one who hands over goes on as contact person too; one is enough, two are better."""

    stays = forms.ChoiceField(
        label=_("Och du själv?"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", _("Jag fortsätter också som kontaktperson")),
            ("no", _("Jag lämnar över och fortsätter som deltagare")),
        ],
        initial="yes",
    )

    def __init__(self, *args, leads, **kwargs):
        """Let `leads` say whether the person is contact person there; a coordinator has nothing to hand over."""
        super().__init__(*args, **kwargs)
        if not leads:
            del self.fields["stays"]

    def clean(self):
        """Turn the choice into yes or no."""
        data = super().clean()
        return {"stays": data.get("stays", "yes") == "yes"}


class PlaceFormMixin(ScopedFormMixin):
    """A form in Wagtail admin that chooses a network, among all that run for an administrator, and an organisation."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.is_update and is_portal_administrator(self.for_user):
            self.fields["network"].queryset = Network.objects.running()
        if not self.is_update:
            self.fields["organisation"].queryset = Organisation.objects.existing_on(today())


class MembershipAdminForm(WagtailAdminModelForm):
    """A membership made by hand; the model itself says which roles have a network."""


class InvitationAdminForm(WagtailAdminModelForm):
    """An invitation: coordinators invite to participation, administrators to every role."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_portal_administrator(self.for_user):
            self.fields["role"].choices = [(role.value, role.label) for role in PARTICIPANT_ROLES]

    def clean(self):
        """Refuse a role without its network, and somebody who is there already."""
        data = super().clean()
        if self.errors:
            return data
        place = {"organisation": data["organisation"], "network": data["network"]}
        try:
            Membership(role=data["role"], **place).clean()
        except ValidationError as error:
            self.add_error(None, error.messages[0])
        if Membership.objects.giving(email=data["email"], role=data["role"], **place).exists():
            self.add_error("email", _("Den här personen deltar redan för organisationen."))
        return data


class OrganisationAdminForm(WagtailAdminModelForm):
    """A row of the register: what stands in it is checked as in an application and in a file."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        counties = [(county.value, f"{county.value} {county.label}") for county in County]
        self.fields["county_code"] = forms.ChoiceField(
            label=_("Län"), choices=[("", "–"), *counties], required=False, help_text=_("Tomt: som koden säger.")
        )

    def clean_organisation_number(self):
        """Refuse a number that cannot be one."""
        number = self.cleaned_data["organisation_number"]
        return clean_organisation_number(number) if number else ""

    def clean(self):
        """Refuse a code that is none of that sort's, and one that lies in another county."""
        data = super().clean()
        code = data.get("code", "")
        if not code or self.errors:
            return data
        try:
            clean_code(code, data["kind"])
        except ValidationError as error:
            self.add_error("code", error)
            return data
        if data["county_code"] not in ("", code[:2]):
            self.add_error("county_code", _("Koden hör till %(county)s.") % {"county": County(code[:2]).label})
        return data | {"county_code": code[:2]}


class LastDayForm(forms.Form):
    """The last day of several organisations: a reform ends them together."""

    last_day = forms.DateField(
        label=_("Sista dag"),
        help_text=_("Från dagen efter väljs de inte längre. De som redan har en sista dag behåller den."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class NetworkForm(forms.Form):
    """To which of the networks that the person runs."""

    network = forms.ModelChoiceField(label=_("Nätverk"), queryset=None)

    def __init__(self, *args, networks, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["network"].queryset = networks
        if networks.count() == 1:
            self.fields["network"].initial = networks[0]


class ImportForm(NetworkForm):
    """The workbook."""

    file = forms.FileField(
        label=_("Fil"),
        help_text=_("Excel (.xlsx), högst 1 MB och 500 rader."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def clean_file(self):
        """Read it; what cannot be read says why."""
        try:
            return read_table(self.cleaned_data["file"], max_rows=MAX_ROWS)
        except Unreadable as error:
            raise ValidationError(error.message) from error


class LookedAtForm(NetworkForm):
    """The rows that were looked at, as the portal sent them: signed, for this person, for an hour."""

    SALT, SECONDS = "organisations.import", 3600

    table = forms.CharField(strip=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.salt = f"{self.SALT}.{user.pk}"

    def sealed(self, table):
        """Return the rows as they are sent along."""
        return signing.dumps(table, salt=self.salt, compress=True)

    def clean_table(self):
        """Open the seal."""
        try:
            return signing.loads(self.cleaned_data["table"], salt=self.salt, max_age=self.SECONDS)
        except signing.BadSignature as error:
            raise ValidationError(_("Det har gått för lång tid. Ladda upp filen igen.")) from error
