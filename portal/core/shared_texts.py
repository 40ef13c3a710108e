"""Texts that several people write together, in one form: nobody's words are written over unseen."""

import hashlib

from django import forms

from portal.core.validators import holds_contact_details, refuse_personal_numbers

MAX_LENGTH = 20_000


def mark_of(text):
    """Return a short mark of a text, by which a form tells what it was opened with."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class SharedTextField(forms.CharField):
    """A long text in Swedish, whatever language the page is read in.

    It may be marked as required: a draft may leave it empty all the same.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("max_length", MAX_LENGTH)
        kwargs.setdefault("validators", [refuse_personal_numbers])
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 8, "lang": "sv"}))
        super().__init__(**kwargs)

    def validate(self, value):
        """Accept an empty text."""

    def to_python(self, value):
        """Return the text with one kind of line break, so that the same text is the same."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class SharedTextsForm(forms.Form):
    """Texts with the number of the edit that they were opened at, and a mark of each as it was then.

    When somebody else has saved meanwhile, what one has not touched follows theirs, and what one has written is kept
    beside it. `texts` is {name: SharedTextField}, `saved` is {name: text}.
    """

    use_required_attribute = False
    edit_number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args, texts, saved, number, initial=None, **kwargs):
        self.text_names = list(texts)
        self.stored = {}
        hidden = self.fields_after(saved, number)
        super().__init__(*args, initial={**saved, **hidden, **(initial or {})}, **kwargs)
        for name, field in texts.items():
            self.fields[name] = field
            self.fields[f"{name}_mark"] = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def rows(self):
        """Each text's field with its mark and, in a conflict, the text that somebody else has saved."""
        return [(self[name], self[f"{name}_mark"], self.stored.get(name)) for name in self.text_names]

    @property
    def typed(self):
        """The texts by name, of a valid form."""
        return {name: self.cleaned_data[name] for name in self.text_names}

    @property
    def has_contact_details(self):
        """Whether somebody's address or phone number seems to stand in a text."""
        return any(holds_contact_details(self[name].value() or "") for name in self.text_names)

    def fields_after(self, saved, number):
        """Return what the hidden fields hold once these texts are saved."""
        marks = {f"{name}_mark": mark_of(saved.get(name, "")) for name in self.text_names}
        return {"edit_number": number, **marks}

    def go_on_from(self, saved, number):
        """Let the form, as it is shown again, go on from what is saved now."""
        self.data = self.data.copy()
        for name, value in self.fields_after(saved, number).items():
            self.data[name] = value

    def show_conflict(self, saved, number):
        """Keep all that was typed; show beside it what somebody else has saved, and take over what was not touched."""
        opened = {name: self.cleaned_data[f"{name}_mark"] for name in self.text_names}
        self.go_on_from(saved, number)
        for name, typed in self.typed.items():
            now = saved.get(name, "")
            if mark_of(typed) == opened[name]:
                self.data[name] = now
            elif now != typed and mark_of(now) != opened[name]:
                self.stored[name] = now
