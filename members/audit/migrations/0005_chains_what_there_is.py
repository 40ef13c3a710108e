"""Give the records that there are their places in the chain, in the order of their ids.

The formula is the services' own: digests are kept for years, so it can never change.
"""

from django.db import migrations

from members.audit.services import GENESIS, digest_of

AT_A_TIME = 2000


def chain(apps, schema_editor):
    Record, Link = apps.get_model("audit", "Record"), apps.get_model("audit", "Link")
    previous, links = GENESIS, []
    for number, record in enumerate(Record.objects.order_by("pk").iterator(AT_A_TIME), start=1):
        digest = digest_of(record, number, previous)
        links.append(Link(number=number, record_id=record.pk, previous=previous, digest=digest))
        previous = digest
        if len(links) == AT_A_TIME:
            Link.objects.bulk_create(links)
            links = []
    Link.objects.bulk_create(links)


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_guards_the_chain")]

    # Backwards the links go with their table.
    operations = [migrations.RunPython(chain, migrations.RunPython.noop)]
