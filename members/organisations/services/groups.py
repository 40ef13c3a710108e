"""Wagtail's groups, derived from memberships: Wagtail's own doors, workflow and mails need them.

Row by row the rules decide; a group only opens Wagtail admin and gives what Wagtail asks by model. The groups and
their rights are made after each migration (apps.py), so that a right that was taken away by hand comes back.
"""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from members.accounts.models import User
from members.audit.services import record
from members.organisations.enums import Role
from members.organisations.models import Membership

COORDINATORS, EDITORS, ADMINISTRATORS = "Nätverksledare", "Redaktörer", "Administratörer"
GROUP_OF_ROLE = {
    Role.COORDINATOR: COORDINATORS,
    Role.EDITOR: EDITORS,
    Role.ADMINISTRATOR: ADMINISTRATORS,
}

ACCESS = ("wagtailadmin.access_admin",)
CRUD = ("add", "change", "delete", "view")
PAGE_RIGHTS = {
    EDITORS: ("add", "change", "publish", "lock", "unlock"),
    ADMINISTRATORS: ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
}
COLLECTION_RIGHTS = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)
# What readers send to the library: kept by editors, written by nobody in the admin.
READERS_WORDS = (
    *(f"casestudies.{verb}_adaptation" for verb in ("change", "delete", "view")),
    "casestudies.view_tip",
    "casestudies.delete_tip",
)
# What Wagtail asks by model. Accounts are asked of rules; groups are made here and by nobody else.
MODEL_RIGHTS = {
    COORDINATORS: ACCESS,
    EDITORS: (*ACCESS, *READERS_WORDS),
    ADMINISTRATORS: (
        *ACCESS,
        *READERS_WORDS,
        *(f"wagtailredirects.{verb}_redirect" for verb in CRUD),
        *(f"wagtailcore.{verb}_{model}" for model in ("workflow", "task", "groupapprovaltask") for verb in CRUD[:3]),
        *(f"wagtailcore.{verb}_{model}" for model in ("collection", "site", "locale") for verb in CRUD[:3]),
    ),
}


@transaction.atomic
def ensure_groups():
    """Make the three groups with their rights where they are missing; return the groups by name."""
    groups = {name: Group.objects.get_or_create(name=name)[0] for name in MODEL_RIGHTS}
    for name, group in groups.items():
        group.permissions.add(*_permissions(MODEL_RIGHTS[name]))
    root, collection = Page.objects.filter(depth=1).first(), Collection.objects.filter(depth=1).first()
    for name, verbs in PAGE_RIGHTS.items():
        if root is not None:
            _give_pages(groups[name], root, verbs)
        if collection is not None:
            _give_collection(groups[name], collection)
    return groups


def _permissions(names):
    found = Permission.objects.filter(codename__in=[name.split(".")[1] for name in names])
    wanted = set(names)
    return [
        row for row in found.select_related("content_type") if f"{row.content_type.app_label}.{row.codename}" in wanted
    ]


def _give_pages(group, root, verbs):
    for permission in _permissions([f"wagtailcore.{verb}_page" for verb in verbs]):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _give_collection(group, collection):
    for permission in _permissions(COLLECTION_RIGHTS):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def groups_of_roles(roles):
    """Return the names of the groups that follow from the roles."""
    return {GROUP_OF_ROLE[role] for role in roles if role in GROUP_OF_ROLE}


@transaction.atomic
def sync_groups(user):
    """Put the person into the groups that today's memberships give, and out of the others; return whether any changed.

    Groups that are not derived from memberships are left alone.
    """
    roles = Membership.objects.current().filter(user=user).values_list("role", flat=True)
    due = groups_of_roles(roles) if user.is_active else set()
    held = set(user.groups.filter(name__in=MODEL_RIGHTS).values_list("name", flat=True))
    if due == held:
        return False
    groups = Group.objects.in_bulk(due | held, field_name="name")
    if due - groups.keys():
        groups |= ensure_groups()
    user.groups.remove(*(groups[name] for name in held - due))
    user.groups.add(*(groups[name] for name in due - held))
    record(action="organisations.sync_groups", obj=user, fields=["groups"])
    return True


def find_drift():
    """Return the people whose groups are not those that their memberships give; memberships end by date alone."""
    due = {}
    for user_id, role in Membership.objects.current().filter(user__is_active=True).values_list("user_id", "role"):
        due.setdefault(user_id, set()).update(groups_of_roles([role]))
    held = {}
    rows = User.groups.through.objects.filter(group__name__in=MODEL_RIGHTS).values_list("user_id", "group__name")
    for user_id, name in rows:
        held.setdefault(user_id, set()).add(name)
    ids = [pk for pk in due.keys() | held.keys() if due.get(pk, set()) != held.get(pk, set())]
    return list(User.objects.filter(pk__in=ids).order_by("pk"))


def mend_drift():
    """Bring everybody's groups in line with memberships; return how many people changed. The clock calls it."""
    return sum(sync_groups(user) for user in find_drift())


def repair_groups():
    """Bring the groups' rights, and everybody's groups, in line; return how many people changed."""
    ensure_groups()
    return mend_drift()
