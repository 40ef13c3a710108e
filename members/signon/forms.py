"""What a person says of a new passkey, and the administrator of how an organisation signs on."""

from urllib.parse import urlsplit

from django import forms
from django.utils.translation import gettext_lazy as _

from members.signon import services
from members.signon.models import Provider
from members.signon.services import NAME_LENGTH


class PasskeyForm(forms.Form):
    """A name to know it by; the key itself comes from the browser."""

    name = forms.CharField(
        label=_("Namn på din passkey"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=_("Så att du känner igen den, till exempel Jobbdatorn eller Min telefon."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ProviderForm(forms.ModelForm):
    """The organisation is chosen once; the secret is never shown again."""

    client_secret = forms.CharField(
        label=_("Klienthemlighet (client_secret)"),
        required=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Visas aldrig igen. Lämna tomt för att behålla den som finns."),
    )

    class Meta:
        model = Provider
        fields = ["organisation", "issuer", "client_id", "client_secret", "vouching_acr", "vouching_amr", "is_on"]
        widgets = {
            "vouching_acr": forms.Textarea(attrs={"rows": 2}),
            "vouching_amr": forms.Textarea(attrs={"rows": 2}),
        }
        help_texts = {
            "issuer": _("Exakt som organisationen uppger den, till exempel https://inloggning.exempel.se."),
            "vouching_acr": _("Ett värde per rad. Svarar organisationen med något av dem frågar vi inte efter en kod."),
            "vouching_amr": _("Ett värde per rad. Är båda fälten tomma frågar vi alltid efter en kod."),
            "is_on": _("Vi frågar utfärdaren innan inloggningen slås på. När något ändras loggas de som har kopplat sina konton ut."),  # noqa: E501 (a text)
        }  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["organisation"].disabled = self.instance.pk is not None
        self.fields["client_secret"].required = self.instance.pk is None

    def clean_issuer(self):
        """Refuse what is no issuer: it is an https address without a query."""
        issuer = self.cleaned_data["issuer"].strip()
        if not services.is_safe_address(issuer) or urlsplit(issuer).query or urlsplit(issuer).fragment:
            raise forms.ValidationError(_("Skriv en adress som börjar med https:// och saknar frågetecken."))
        return issuer

    def clean(self):
        """Switch on nothing that does not answer."""
        cleaned = super().clean()
        if cleaned.get("is_on") and cleaned.get("issuer"):
            try:
                services.try_issuer(cleaned["issuer"])
            except services.NotSignedOn:
                self.add_error(
                    "issuer", _("Utfärdaren svarar inte som den ska. Kontrollera adressen, eller spara avslagen.")
                )
        return cleaned
