"""Let the administrators read and tick off what readers tell of barriers."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

CODENAMES = [f"{verb}_accessibilitymessage" for verb in ("view", "change", "delete")]


def give(apps, schema_editor):
    config = apps.get_app_config("home")
    # Django makes permissions after all migrations; here they are needed before.
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    group = apps.get_model("auth", "Group").objects.filter(name="Administratörer").first()
    if group:
        group.permissions.add(*_permissions(apps))


def take(apps, schema_editor):
    for group in apps.get_model("auth", "Group").objects.filter(name="Administratörer"):
        group.permissions.remove(*_permissions(apps))


def _permissions(apps):
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.filter(content_type__app_label="home", codename__in=CODENAMES)


class Migration(migrations.Migration):
    dependencies = [("home", "0006_accessibility"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [migrations.RunPython(give, take)]
