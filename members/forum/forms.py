"""What people write in the forum."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from members.forum.enums import Following
from members.forum.models import Category, Thread
from portal.core.shared_texts import mark_of

MOST = 20_000  # characters in a post: some eight printed pages


class TextForm(forms.Form):
    """A text with light markup."""

    source = forms.CharField(
        label=_("Text"),
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Det du skriver kan bli allmän handling. Skriv inte så att enskilda personer kan kännas igen."),
    )


class EditForm(TextForm):
    """A post's text, with a mark of what it was when the form was opened."""

    opened = forms.CharField(required=False, widget=forms.HiddenInput)

    def go_on_from(self, source):
        """Keep what was typed, and let the next sending replace the text that has been saved meanwhile."""
        self.data = self.data.copy()
        self.data["opened"] = mark_of(source)
        self.add_error(
            "source",
            _("Inlägget har ändrats i ett annat fönster. Din text står kvar: spara igen för att ersätta den andra."),
        )


class ReplyForm(TextForm):
    """A reply. The key is the browser's: sending the form twice gives one post."""

    submission_key = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].label = _("Ditt svar")


class ThreadForm(ReplyForm):
    """The first post of a thread, with its title."""

    title = forms.CharField(label=_("Rubrik"), max_length=200)
    category = forms.ModelChoiceField(label=_("Kategori"), queryset=Category.objects.none(), empty_label=None)

    field_order = ["title", "category", "source", "submission_key"]

    def __init__(self, *args, network, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["source"].label = _("Ditt inlägg")
        categories = Category.objects.filter(network=network)
        if categories:
            self.fields["category"].queryset = categories
        else:
            # The portal then makes a general one.
            del self.fields["category"]


class ModerateForm(forms.ModelForm):
    """What the coordinator may change about a thread."""

    class Meta:
        model = Thread
        fields = ["title", "category", "is_pinned", "is_locked"]
        help_texts = {
            "is_pinned": _("Tråden står överst i listan."),
            "is_locked": _("Bara nätverksledare kan skriva i en låst tråd."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["category"].queryset = Category.objects.filter(network=self.instance.network_id)
        self.fields["category"].empty_label = None


class FollowForm(forms.Form):
    """How closely to follow a thread."""

    following = forms.ChoiceField(label=_("Bevakning"), choices=Following.choices, widget=forms.RadioSelect)
