"""Turn the groups and the workflow that Wagtail starts with into ours.

Wagtail makes "Moderators" and "Editors", and a workflow that the first of them approves. The portal has one kind of
editor, who writes and publishes, and a review that a colleague may be asked for.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

EDITORS, ADMINISTRATORS, REVIEW = "Redaktörer", "Administratörer", "Granskning"
TERMS = ("actor", "environment", "preventionlevel", "targetgroup")
# May any of both groups; the administrators may in addition change the settings and the redirects.
SHARED = [("casestudies", f"{verb}_{model}") for model in TERMS for verb in ("add", "change", "delete", "view")]
FOR_ADMINISTRATORS = [
    ("home", "change_portalsettings"),
    *(("wagtailredirects", f"{verb}_redirect") for verb in ("add", "change", "delete", "view")),
]


def make_ours(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name="Editors").delete()
    Group.objects.filter(name="Moderators").update(name=EDITORS)
    editors, _created = Group.objects.get_or_create(name=EDITORS)
    administrators, _created = Group.objects.get_or_create(name=ADMINISTRATORS)
    _make_permissions(apps)
    _give_page_permissions(apps, editors)
    _copy_rights(apps, editors, administrators)
    shared, more = _permissions(apps, SHARED), _permissions(apps, FOR_ADMINISTRATORS)
    editors.permissions.add(*shared)
    administrators.permissions.add(*editors.permissions.all(), *shared, *more)
    _rename_review(apps, "Moderators approval", REVIEW, [editors, administrators])


def make_wagtails(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name=ADMINISTRATORS).delete()
    Group.objects.filter(name=EDITORS).update(name="Moderators")
    moderators = Group.objects.get(name="Moderators")
    moderators.permissions.remove(*_permissions(apps, SHARED))
    _rename_review(apps, REVIEW, "Moderators approval", [moderators])
    Group.objects.get_or_create(name="Editors")


def _make_permissions(apps):
    """Django makes permissions after all migrations; here they are needed before."""
    for label in ("home", "casestudies", "wagtailredirects"):
        config = apps.get_app_config(label)
        config.models_module = True
        create_permissions(config, apps=apps, verbosity=0)
        config.models_module = None


def _permissions(apps, names):
    Permission = apps.get_model("auth", "Permission")
    return [Permission.objects.get(content_type__app_label=label, codename=codename) for label, codename in names]


def _give_page_permissions(apps, editors):
    Page = apps.get_model("wagtailcore", "Page")
    Permission = apps.get_model("auth", "Permission")
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    root = Page.objects.get(depth=1)
    for verb in ("add", "change", "publish", "lock", "unlock"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.get_or_create(group=editors, page=root, permission=permission)


def _copy_rights(apps, source, target):
    """Give the target what the source has on pages and collections."""
    for name, place in (("GroupPagePermission", "page"), ("GroupCollectionPermission", "collection")):
        model = apps.get_model("wagtailcore", name)
        for row in model.objects.filter(group=source):
            model.objects.get_or_create(
                group=target, permission=row.permission, **{f"{place}_id": getattr(row, f"{place}_id")}
            )


def _rename_review(apps, before, after, groups):
    """The task's and the workflow's name, and who may approve; both hang on the root page, so on every page."""
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=before).update(name=after)
    for task in GroupApprovalTask.objects.filter(name=before):
        task.name = after
        task.save()
        task.groups.set(groups)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("casestudies", "0001_initial"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make_ours, make_wagtails)]
