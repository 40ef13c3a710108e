"""What people type: the organisation's answer, and the coordinator's feedback."""

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _

from members.assignments.enums import SubmissionState, Visibility
from members.assignments.models import Feedback, Submission
from members.files.forms import ManyPrivateFilesField
from portal.core.validators import holds_contact_details, refuse_personal_numbers

MAX_LENGTH = 20_000
VISIBILITY_HELP = _("Det gäller det ni skickar in. Ett utkast läser bara ni i organisationen.")


def mark_of(text):
    """Return a short mark of a text, by which a form tells what it was opened with."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class QuestionField(forms.CharField):
    """A question. Marked as required, but a draft may leave it empty: sending in asks for it."""

    def __init__(self, question, **kwargs):
        super().__init__(
            label=question.text,
            help_text=question.help_text,
            required=question.is_required,
            max_length=MAX_LENGTH,
            validators=[refuse_personal_numbers],
            widget=forms.Textarea(attrs={"rows": 8, "data-grow": True}),
            **kwargs,
        )

    def validate(self, value):
        """Accept an empty text."""

    def to_python(self, value):
        """Return the text with one kind of line break, so that the same text is the same."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")


class VisibilityField(forms.ChoiceField):
    """Who may read what is sent in."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Vem får läsa svaret?"),
            help_text=VISIBILITY_HELP,
            choices=Visibility.choices,
            initial=Visibility.INTERNAL,
            widget=forms.RadioSelect,
            **kwargs,
        )


class AnswerForm(forms.Form):
    """All questions of an assignment in one form, with the number of the edit that it was opened at.

    Beside each text goes the mark of what it was opened with: so that, when somebody else has saved meanwhile, what
    one has not touched can follow theirs, and what one has written is kept.
    """

    use_required_attribute = False
    edit_number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    # Which button was pressed: rendered as buttons, not as fields.
    step = forms.ChoiceField(choices=[("save", ""), ("review", "")], required=False, widget=forms.HiddenInput)
    remove = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, questions, submission, **kwargs):
        self.questions = questions
        self.stored = {}
        initial = {
            "edit_number": submission.edit_number if submission else 0,
            "visibility": submission.visibility if submission else Visibility.INTERNAL,
        }
        for row, text in self.saved_texts(submission):
            initial |= {name_of(row): text, mark_name_of(row): mark_of(text)}
        super().__init__(*args, initial=initial, **kwargs)
        for row in questions:
            self.fields[name_of(row)] = QuestionField(row)
            self.fields[mark_name_of(row)] = forms.CharField(required=False, widget=forms.HiddenInput)
        self.fields["files"] = ManyPrivateFilesField(label=_("Bifoga filer"), required=False)
        self.fields["visibility"] = VisibilityField()

    def saved_texts(self, submission):
        """Return each question with the text that stands saved."""
        texts = {answer.question_uuid: answer.text for answer in submission.answers.all()} if submission else {}
        return [(row, texts.get(row.uuid, "")) for row in self.questions]

    @property
    def rows(self):
        """Each question's field with its mark and, in a conflict, the text that somebody else has saved."""
        return [(self[name_of(row)], self[mark_name_of(row)], self.stored.get(row.uuid)) for row in self.questions]

    @property
    def answers(self):
        """The texts by the question's uuid, of a valid form."""
        return {row.uuid: self.cleaned_data[name_of(row)] for row in self.questions}

    @property
    def kept(self):
        """What is kept beside the texts, of a valid form."""
        return {name: self.cleaned_data[name] for name in ("visibility", "edit_number")}

    @property
    def has_contact_details(self):
        """Whether somebody's address or phone number seems to stand in a text."""
        return any(holds_contact_details(self[name_of(row)].value() or "") for row in self.questions)

    def go_on_from(self, submission):
        """Let the form, as it is shown again, go on from the submission as it is saved now."""
        self.data = self.data.copy()
        for name, value in self.fields_after(submission).items():
            self.data[name] = value

    def fields_after(self, submission):
        """Return what the hidden fields hold once the submission is saved as it is now."""
        marks = {mark_name_of(row): mark_of(text) for row, text in self.saved_texts(submission)}
        return {"edit_number": submission.edit_number, **marks}

    def show_conflict(self, submission):
        """Keep all that was typed; show beside it what somebody else has saved, and take over what was not touched."""
        opened = {row.uuid: self.cleaned_data[mark_name_of(row)] for row in self.questions}
        typed = self.answers
        self.go_on_from(submission)
        for row, saved in self.saved_texts(submission):
            if mark_of(typed[row.uuid]) == opened[row.uuid]:
                self.data[name_of(row)] = saved
            elif saved != typed[row.uuid] and mark_of(saved) != opened[row.uuid]:
                self.stored[row.uuid] = saved

    def ask_for(self, questions):
        """Mark the questions that must be answered before sending in."""
        for row in questions:
            self.add_error(name_of(row), _("Besvara frågan innan ni skickar in."))


def name_of(question):
    """Return the name of a question's field."""
    return f"svar_{question.uuid.hex}"


def mark_name_of(question):
    """Return the name of the field with the mark of what the question was opened with."""
    return f"marke_{question.uuid.hex}"


class SubmitForm(forms.Form):
    """Sends in what was looked through, and nothing newer."""

    edit_number = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class VisibilityForm(forms.ModelForm):
    """Who may read an answer that has been sent in."""

    visibility = VisibilityField()

    class Meta:
        model = Submission
        fields = ["visibility"]


class FeedbackForm(forms.ModelForm):
    """One strength, one question, and where the answer stands after that."""

    use_required_attribute = False
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    class Meta:
        model = Feedback
        fields = ["strength", "question", "outcome"]
        widgets = {
            "strength": forms.Textarea(attrs={"rows": 5}),
            "question": forms.Textarea(attrs={"rows": 5}),
            "outcome": forms.RadioSelect,
        }
        help_texts = {
            "strength": _("Vad är bra och värt att bygga vidare på?"),
            "question": _("Vad vill du att de tänker vidare på? Behövs om svaret ska kompletteras."),
        }

    def clean(self):
        """Ask for a question when the organisation is asked to go on."""
        cleaned = super().clean()
        if cleaned.get("outcome") == SubmissionState.RETURNED and not cleaned.get("question"):
            self.add_error("question", _("Skriv vad ni vill att organisationen kompletterar."))
        return cleaned

    def go_on_from(self, version):
        """Keep what was typed, for the newer version that has come in meanwhile."""
        self.data = self.data.copy()
        self.data["version"] = version.number
