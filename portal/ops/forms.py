"""Input of what spans apps."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from members.organisations.models import TAKEN_ADDRESSES, Network


class NextNetworkForm(forms.Form):
    """What is new about the next network; all else comes from the last."""

    name = forms.CharField(label=_("Namn"), max_length=200)
    name_en = forms.CharField(label=_("Namn på engelska"), max_length=200, required=False)
    slug = forms.SlugField(
        label=_("Adress"),
        max_length=80,
        help_text=_("Små bokstäver och bindestreck, till exempel trygga-motesplatser. Går inte att ändra sedan."),
    )
    first_day = forms.DateField(
        label=_("Första träffen"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Alla dagar flyttas lika många veckor, så att veckodagarna står kvar."),
    )

    def clean_slug(self):
        """The address is lower case, and free."""
        slug = self.cleaned_data["slug"].lower()
        if slug in TAKEN_ADDRESSES or Network.objects.filter(slug=slug).exists():
            raise ValidationError(_("Adressen är upptagen. Välj en annan."))
        return slug

    def clean_first_day(self):
        """A network begins in the future."""
        day = self.cleaned_data["first_day"]
        if day <= timezone.localdate():
            raise ValidationError(_("Välj en dag som kommer."))
        return day
