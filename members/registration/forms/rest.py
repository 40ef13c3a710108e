"""The fourth and the fifth step, and what stands beside the steps."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.registration import services
from members.registration.forms.base import StepForm
from members.registration.forms.opened import Opened
from members.registration.validators import clean_invoice_address
from portal.core.guard import GuardedForm


class NeedsForm(StepForm):
    """What the organisation wants and needs, and that it is ready to work at home."""

    motive = forms.CharField(
        label=_("Varför vill ni vara med, och vad behöver ni?"),
        max_length=5000,
        required=False,
        help_text=_("Beskriv läget i stort. Skriv inget om enskilda personer: det ni skriver kan bli allmän handling."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    is_committed = forms.BooleanField(
        label=_("Vi är beredda att arbeta med frågorna hemma mellan träffarna."),
        error_messages={
            "required": _("Kryssa i att ni är beredda att arbeta mellan träffarna. Det krävs för att delta.")
        },
    )


class InvoiceForm(StepForm):
    """Where the invoice goes; all of it may follow."""

    buyer_reference = forms.CharField(
        label=_("Beställarreferens"), max_length=80, required=False, help_text=_("Den som er ekonomiavdelning vill ha.")
    )
    order_reference = forms.CharField(label=_("Ordernummer"), max_length=80, required=False)
    e_invoice_address = forms.CharField(
        label=_("E-fakturaadress (Peppol-id)"),
        max_length=60,
        required=False,
        help_text=_("Till exempel 0007:2220000315, där siffrorna efter kolon är organisationsnumret."),
    )

    def clean_e_invoice_address(self):
        """Return the address in its usual form, or nothing."""
        value = self.cleaned_data["e_invoice_address"]
        return clean_invoice_address(value) if value.strip() else ""


class CompletionForm(Opened, InvoiceForm):
    """What may follow of an application that has been sent: where the invoice goes, and the own reference."""

    edit_number = None
    names = ("buyer_reference", "order_reference", "e_invoice_address", "diary_number")
    diary_number = forms.CharField(label=_("Ert diarienummer"), max_length=40, required=False)

    def __init__(self, *args, application, **kwargs):
        opened = services.as_opened(application, self.names)
        super().__init__(*args, initial=opened, **kwargs)
        self.carry(opened)

    @property
    def corrections(self):
        """What the form says, and what the application said when it was opened."""
        return {name: self.cleaned_data[name] for name in self.names}, self.cleaned_data["opened"]


class LinkForm(GuardedForm):
    """Where the link to the draft should be mailed."""

    guard_name = "registration.link"

    email = forms.EmailField(
        label=_("E-postadress"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )


class RenewForm(GuardedForm):
    """Asks for a new link in place of one that has expired; where it goes is not for the asker to say."""

    guard_name = "registration.renew"
