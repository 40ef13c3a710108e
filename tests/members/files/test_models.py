"""Private files in the database."""

import pytest

from members.files.models import PrivateFile
from tests.factories.files import PrivateFileFactory


@pytest.mark.django_db
def test_files_are_known_by_name_and_found_by_owner():
    file = PrivateFileFactory(name="Kallelse.PDF")
    PrivateFileFactory(kind="assignments.answer", name="utan")
    assert (str(file), file.extension) == ("Kallelse.PDF", "pdf")
    assert PrivateFile.objects.of_kind("meetings.material").get() == file
    assert PrivateFile.objects.of_kind("assignments.answer").get().extension == ""
