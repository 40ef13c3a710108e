"""Storing and removing."""

import hashlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages
from django.db import DatabaseError

from members.audit.models import Record
from members.files import registry, services
from members.files.models import PrivateFile
from tests.factories.files import PDF, PrivateFileFactory, upload

pytestmark = pytest.mark.django_db


def test_store_keeps_name_type_size_and_checksum(world):
    file = services.store(upload=upload("../Dagordning.pdf"), kind="meetings.material", by=world.david)
    file.refresh_from_db()
    assert (file.name, file.content_type, file.size) == ("Dagordning.pdf", "application/pdf", len(PDF))
    assert file.sha256 == hashlib.sha256(PDF).hexdigest()
    assert file.uploaded_by == world.david
    assert file.file.name == f"{file.uuid.hex[:2]}/{file.uuid.hex}"
    assert file.file.read() == PDF
    assert Record.objects.get(action="files.store").object_id == str(file.pk)


def test_store_works_for_somebody_without_an_account(db):
    assert services.store(upload=upload(), kind="registration.decision", by=None).uploaded_by is None


def test_store_refuses_what_the_validators_refuse(world):
    with pytest.raises(ValidationError):
        services.store(upload=upload("virus.exe", b"MZ"), kind="meetings.material", by=world.david)
    assert not PrivateFile.objects.exists()


def test_store_leaves_no_content_behind_when_the_row_fails(world, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    kept = []
    storage = storages["private"]
    save = type(storage).save
    monkeypatch.setattr(type(storage), "save", lambda *args, **more: kept.append(save(*args, **more)) or kept[-1])
    monkeypatch.setattr(services, "record", fail)
    with pytest.raises(DatabaseError):
        services.store(upload=upload(), kind="meetings.material", by=world.david)
    assert len(kept) == 1
    assert not storage.exists(kept[0])
    assert not PrivateFile.objects.exists()


def test_remove_takes_the_content_when_the_change_is_committed(world, django_capture_on_commit_callbacks):
    file = PrivateFileFactory()
    storage, name = file.file.storage, file.file.name
    with django_capture_on_commit_callbacks(execute=True):
        services.remove(file=file, by=world.david)
        assert storage.exists(name)
    assert not storage.exists(name)
    assert Record.objects.filter(action="files.remove", actor_id=str(world.david.pk)).exists()


def test_kind_belongs_to_one_owner():
    with pytest.raises(ValueError, match="registered twice"):
        registry.register("meetings.material", may_read=lambda user, file: True)


def test_file_of_an_unknown_kind_is_read_by_nobody(world):
    assert registry.may_read(world.david, PrivateFileFactory(kind="ingen.alls")) is False
