"""What contact persons and coordinators type in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.organisations.enums import Role
from members.organisations.models import Membership, Organisation
from members.organisations.querysets import today


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
