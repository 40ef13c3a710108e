"""What people type: the organisation's answer, and the coordinator's feedback."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from members.assignments.enums import SubmissionState, Visibility
from members.assignments.models import Feedback, Submission
from members.files.forms import ManyPrivateFilesField
from portal.core.shared_texts import SharedTextField, SharedTextsForm

VISIBILITY_HELP = _("Det gäller det ni skickar in. Ett utkast läser bara ni i organisationen.")


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


class AnswerForm(SharedTextsForm):
    """All questions of an assignment in one form."""

    # Which button was pressed: rendered as buttons, not as fields.
    step = forms.ChoiceField(choices=[("save", ""), ("review", "")], required=False, widget=forms.HiddenInput)
    remove = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, questions, submission, **kwargs):
        self.questions = questions
        super().__init__(
            *args,
            texts={name_of(row): question_field(row) for row in questions},
            saved=self.texts_of(submission),
            number=submission.edit_number if submission else 0,
            initial={"visibility": submission.visibility if submission else Visibility.INTERNAL},
            **kwargs,
        )
        self.fields["files"] = ManyPrivateFilesField(label=_("Lägg till filer"), required=False)
        # Of what has been sent in it is chosen on a page of its own: a draft opens nothing.
        if submission is None or not submission.is_sent_in:
            self.fields["visibility"] = VisibilityField()

    def texts_of(self, submission):
        """Return the saved text of each question, by the name of its field."""
        texts = {answer.question_uuid: answer.text for answer in submission.answers.all()} if submission else {}
        return {name_of(row): texts.get(row.uuid, "") for row in self.questions}

    @property
    def answers(self):
        """The texts by the question's uuid, of a valid form."""
        return {row.uuid: self.cleaned_data[name_of(row)] for row in self.questions}

    @property
    def kept(self):
        """What is kept beside the texts, of a valid form."""
        return {name: self.cleaned_data.get(name) for name in ("visibility", "edit_number")}

    def ask_for(self, questions):
        """Mark the questions that must be answered before sending in."""
        for row in questions:
            self.add_error(name_of(row), _("Besvara frågan innan ni skickar in."))


def name_of(question):
    """Return the name of a question's field."""
    return f"svar_{question.uuid.hex}"


def question_field(question):
    """Return the form's field for a question, which is in Swedish whatever language the page is read in."""
    return SharedTextField(
        label=in_swedish(question.text), help_text=in_swedish(question.help_text), required=question.is_required
    )


def in_swedish(text):
    """Return the text marked as Swedish, or nothing."""
    return format_html('<span lang="sv">{}</span>', text) if text else ""


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
