"""Fields for uploads."""

import pytest
from django.core.exceptions import ValidationError

from members.files.forms import ManyPrivateFilesField, PrivateFileField
from tests.factories.files import upload


def test_one_file_is_validated():
    file = upload()
    assert PrivateFileField().clean(file) is file
    with pytest.raises(ValidationError):
        PrivateFileField().clean(upload("virus.exe", b"MZ"))


def test_no_file_is_fine_when_it_is_not_required():
    assert PrivateFileField(required=False).clean(None) is None
    assert ManyPrivateFilesField(required=False).clean([]) == []
    assert ManyPrivateFilesField(required=False).clean(None) == []


def test_several_files_are_each_named_when_refused():
    with pytest.raises(ValidationError) as refused:
        ManyPrivateFilesField().clean([upload(), upload("virus.exe", b"MZ"), upload("tom.pdf", b"")])
    assert [message.partition(":")[0] for message in refused.value.messages] == ["virus.exe", "tom.pdf"]


def test_single_refused_file_is_told_without_its_name():
    with pytest.raises(ValidationError) as refused:
        ManyPrivateFilesField().clean([upload("tom.pdf", b"")])
    assert refused.value.messages == ["Den skickade filen är tom."]


def test_required_files_are_asked_for():
    with pytest.raises(ValidationError):
        ManyPrivateFilesField().clean([])


def test_field_tells_browsers_what_it_takes():
    html = ManyPrivateFilesField().widget.render("files", None)
    assert ".pdf" in html
    assert "multiple" in html
