"""A person's export of their own data."""

import json
import tempfile
import zipfile

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from members.audit.services import record
from portal.core import personal_data
from portal.core.access import may
from portal.core.signs import printable

IN_MEMORY = 5 * 1024 * 1024  # bytes; what is larger waits on disk


@transaction.atomic
def export_own_data(*, by):
    """Return an open ZIP file of what the portal holds about the person: JSON, and the files they have uploaded.

    A file that the person may no longer read is named in the JSON and left out of the ZIP: it is then another
    organisation's. Secrets, and mails' text with links that open something, are left out too.
    """
    out = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (the answer closes it when it is sent)
    about = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for model, rows in personal_data.found(by):
            about[model._meta.label] = {
                "name": str(model._meta.verbose_name_plural),
                "rows": personal_data.rows_of(rows),
            }
            _add_files(archive, rows, by)
        told = {"exported_at": timezone.now().isoformat(), "person": by.pk, "data": about}
        archive.writestr("uppgifter.json", json.dumps(told, ensure_ascii=False, indent=1))
        archive.writestr("las-mig.txt", _readme())
    out.seek(0)
    record(action="accounts.export_own_data", by=by, obj=by)
    return out


def _readme():
    return _(
        "Filen uppgifter.json innehåller det som Nätverksportalen har sparat om dig, sorterat efter slag. "
        "I mappen filer ligger filer som du har laddat upp och får läsa. Lösenord, koder och "
        "länkar som ger tillgång till något är inte med."
    )


def _add_files(archive, rows, by):
    """Add the files' contents, each below its row's number: two files may have one name."""
    fields = [field.name for field in rows.model._meta.concrete_fields if isinstance(field, models.FileField)]
    for row in rows if fields else ():
        if not _may_read(row, by):
            continue
        for name in fields:
            stored = getattr(row, name)
            if stored and stored.storage.exists(stored.name):
                shown = printable(getattr(row, "name", "") or stored.name).replace("/", "_").replace("\\", "_")
                with stored.storage.open(stored.name) as source, archive.open(f"filer/{row.pk}-{shown}", "w") as target:
                    for chunk in source.chunks():
                        target.write(chunk)


def _may_read(row, by):
    """Ask the rule of the files: what is private is read by whoever may, in an export as on the page."""
    return row._meta.label != "files.PrivateFile" or may(by, "files.view_privatefile", row)
