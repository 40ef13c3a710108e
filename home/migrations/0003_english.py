"""The second language of the public site; Wagtail itself makes the first."""

from django.db import migrations


def add_english(apps, schema_editor):
    apps.get_model("wagtailcore", "Locale").objects.get_or_create(language_code="en")


class Migration(migrations.Migration):
    dependencies = [("home", "0002_editorial_groups")]

    # Left in place on the way back: pages may stand in it, and an empty language does no harm.
    operations = [migrations.RunPython(add_english, migrations.RunPython.noop)]
