"""Private files, small ones."""

import hashlib

import factory
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from factory.django import DjangoModelFactory

from members.files.models import PrivateFile

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


def upload(name="program.pdf", content=PDF):
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


class PrivateFileFactory(DjangoModelFactory):
    """A stored PDF of a material; give `content` and `name` for another."""

    class Meta:
        model = PrivateFile

    class Params:
        content = PDF

    kind = "meetings.material"
    name = factory.Sequence(lambda number: f"dokument-{number}.pdf")
    content_type = "application/pdf"
    size = factory.LazyAttribute(lambda file: len(file.content))
    sha256 = factory.LazyAttribute(lambda file: hashlib.sha256(file.content).hexdigest())
    file = factory.LazyAttribute(lambda file: ContentFile(file.content, name="dokument.pdf"))
