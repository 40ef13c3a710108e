"""Mails whose encrypted addresses end with = kept them at delivery: they lose them now (docs/decisions/0056)."""

import json
import re

from django.conf import settings
from django.db import migrations

# As portal.core.outbox had them on the day of this migration.
SECRET = re.compile(r"(?<=[/=])(?=[\w:.%-]*[A-Z0-9])[\w:.%-]{16,}=*(?=[/&\s\"'<>)\]}]|$)", re.ASCII)
ADDRESS = re.compile(r"https?://[^/\s\"'<>]+(/[^\s\"'<>]*)")


def remove_links(apps, schema_editor):
    """Take the secret parts out of the addresses of every mail that has been delivered, bounced ones included."""
    if settings.OUTBOX_KEEPS_LINKS:
        return
    delivered = apps.get_model("core", "OutboxMessage").objects.exclude(sent_at=None).order_by("pk")
    for message in delivered.iterator(chunk_size=500):
        kept = (
            _without_secrets(message.text),
            _without_secrets(message.html),
            json.loads(_without_secrets(json.dumps(message.headers))),
        )
        if kept != (message.text, message.html, message.headers):
            message.text, message.html, message.headers = kept
            message.save(update_fields=["text", "html", "headers"])


def _without_secrets(text):
    return ADDRESS.sub(lambda found: found[0].removesuffix(found[1]) + SECRET.sub("borttagen", found[1]), text)


class Migration(migrations.Migration):
    dependencies = [("core", "0006_old_mail_loses_its_links")]

    operations = [migrations.RunPython(remove_links, migrations.RunPython.noop, elidable=True)]
