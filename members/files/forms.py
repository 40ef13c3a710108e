"""Fields for uploading private files."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from members.files.validators import ALLOWED, allowed_in_words, validate_upload

ACCEPT = ",".join(f".{extension}" for extension in ALLOWED)


class PrivateFileField(forms.FileField):
    """One file of an allowed type; store it with members.files.services.store."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": ACCEPT}))
        kwargs.setdefault("help_text", _("Det går bra med %(allowed)s.") % {"allowed": allowed_in_words()})
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        """Return the upload; raises ValidationError for what is refused."""
        upload = super().clean(data, initial)
        if upload and upload is not initial:
            validate_upload(upload)
        return upload


class ManyFilesInput(forms.FileInput):
    """A file input that takes several at once; files can be dropped on it."""

    allow_multiple_selected = True


class ManyPrivateFilesField(PrivateFileField):
    """Several files of allowed types; cleans to a list. Names each one that is refused, and why."""

    def __init__(self, **kwargs):
        kwargs.setdefault("widget", ManyFilesInput(attrs={"accept": ACCEPT, "multiple": True}))
        super().__init__(**kwargs)

    def clean(self, data, initial=None):
        """Return the uploads; raises ValidationError with one message for each that is refused."""
        uploads = (data or [None]) if isinstance(data, list | tuple) else [data]
        cleaned, errors = [], []
        for upload in uploads:
            try:
                cleaned.append(super().clean(upload, initial))
            except ValidationError as error:
                name = getattr(upload, "name", "")
                errors += [
                    ValidationError(f"{name}: {text}" if name and len(uploads) > 1 else text) for text in error.messages
                ]
        if errors:
            raise ValidationError(errors)
        return [upload for upload in cleaned if upload]
