"""Input of subscriptions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.core.guard import GuardedForm


class SubscribeForm(GuardedForm):
    """The address that mail should go to."""

    guard_name = "subscribe"

    email = forms.EmailField(
        label=_("E-postadress"), max_length=254, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
