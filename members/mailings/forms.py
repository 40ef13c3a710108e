"""What the coordinator writes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from members.assignments.models import Assignment
from members.mailings.enums import Audience
from members.mailings.models import Mailing


class MailingForm(forms.ModelForm):
    """A letter, to whom, in Swedish and English."""

    # The mark of the draft as it was opened: empty for a new one.
    opened = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Mailing
        fields = ["audience", "assignment", "subject", "body", "subject_en", "body_en"]
        widgets = {
            "audience": forms.RadioSelect,
            "body": forms.Textarea(attrs={"rows": 12}),
            "body_en": forms.Textarea(attrs={"rows": 8, "lang": "en"}),
            "subject_en": forms.TextInput(attrs={"lang": "en"}),
        }
        help_texts = {
            "assignment": _("Bara när du skriver till dem som inte har svarat."),
            "body": _("Vanlig text. En tom rad gör ett nytt stycke, och adresser blir länkar."),
            "body_en": _("Om fältet är tomt får alla den svenska texten."),
        }

    def __init__(self, *args, network, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.network = network
        self.initial["opened"] = self.instance.mark if self.instance.pk else ""
        self.fields["audience"].choices = Audience.choices
        self.fields["assignment"].queryset = Assignment.objects.published().filter(network=network).order_by("-due_at")
        self.fields["assignment"].empty_label = _("Välj uppgift")

    def go_on_from(self, saved):
        """Let the form, as it is shown again, go on from the draft as it is saved now."""
        self.data = self.data.copy()
        self.data["opened"] = saved.mark

    def clean(self):
        """An assignment belongs to those who have not answered it, and English is whole or missing."""
        data = super().clean()
        if data.get("audience") == Audience.UNANSWERED:
            if not data.get("assignment") and "assignment" not in self.errors:
                self.add_error("assignment", _("Välj vilken uppgift det gäller."))
        else:
            data["assignment"] = None
        for name, other in (("subject_en", "body_en"), ("body_en", "subject_en")):
            if data.get(other) and not data.get(name) and name not in self.errors:
                self.add_error(name, _("Skriv både ämne och text på engelska, eller inget av dem."))
        return data


class SendForm(forms.Form):
    """What the coordinator was shown: the letter, and those who get it."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
