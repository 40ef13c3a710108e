"""Storing and removing private files."""

import hashlib
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from members.audit.models import Record
from members.audit.services import record
from members.files.models import PrivateFile
from members.files.validators import ALLOWED, extension_of, safe_name, validate_upload

ONE_READING = timedelta(hours=1)


@transaction.atomic
def store(*, upload, kind, by, network=None):
    """Keep an uploaded file for the owner that `kind` names, and return it.

    Read in pieces, so that memory does not follow the file's size. `by` is None for somebody without an account.
    Raises ValidationError for what members.files.validators refuses.
    """
    validate_upload(upload)
    name = safe_name(upload.name)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    file = PrivateFile(
        kind=kind,
        name=name,
        content_type=ALLOWED[extension_of(name)].content_type,
        size=upload.size,
        sha256=digest.hexdigest(),
        uploaded_by=by,
    )
    file.file.save(name, upload, save=False)
    try:
        with transaction.atomic():
            file.save()
            record(action="files.store", by=by, obj=file, network=network)
    except BaseException:
        file.file.storage.delete(file.file.name)
        raise
    return file


@transaction.atomic
def remove(*, file, by, network=None):
    """Remove a file, its content when the change is committed."""
    storage, stored_name = file.file.storage, file.file.name
    record(action="files.remove", by=by, obj=file, network=network)
    file.delete()
    transaction.on_commit(lambda: storage.delete(stored_name))


def record_download(*, file, by, is_beginning=True):
    """Write down that somebody fetched the file.

    A later part of it goes with the beginning that was fetched within the hour: a program for reading fetches many. By
    itself it is a fetch too, or leaving out the first byte would leave nothing in the record.
    """
    if not is_beginning and _is_recorded(file, by):
        return
    record(action="files.download", by=by, obj=file)


def _is_recorded(file, by):
    about = {"actor_id": str(by.pk), "object_type": file._meta.label_lower, "object_id": str(file.pk)}
    return Record.objects.filter(action="files.download", at__gt=timezone.now() - ONE_READING, **about).exists()
