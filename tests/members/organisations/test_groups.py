"""Wagtail's groups follow from memberships, and drift is found and mended."""

import datetime
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from members.organisations import services
from members.organisations.enums import Role
from members.organisations.models import Membership
from tests.factories.accounts import UserFactory
from tests.factories.organisations import MembershipFactory

pytestmark = pytest.mark.django_db


def groups_of(user):
    return sorted(user.groups.values_list("name", flat=True))


def test_cast_stands_in_the_groups_of_their_roles(world):
    held = {name: groups_of(person) for name, person in world.people.items() if groups_of(person)}
    assert held == {
        "david": ["Nätverksledare"],
        "henrik": ["Nätverksledare"],
        "eva": ["Redaktörer"],
        "fredrik": ["Administratörer"],
    }


@pytest.mark.parametrize(
    ("name", "may", "may_not"),
    [
        ("david", ["wagtailadmin.access_admin"], ["wagtailredirects.add_redirect", "wagtailimages.add_image"]),
        ("eva", ["wagtailadmin.access_admin"], ["wagtailredirects.add_redirect", "wagtailcore.add_workflow"]),
        ("fredrik", ["wagtailadmin.access_admin", "wagtailredirects.add_redirect", "wagtailcore.add_workflow"], []),
        ("bo", [], ["wagtailadmin.access_admin"]),
        ("johan", [], ["wagtailadmin.access_admin"]),
    ],
)
def test_groups_give_what_wagtail_asks(world, name, may, may_not):
    person = world.fresh(name)
    assert [right for right in may if not person.has_perm(right)] == []
    assert [right for right in may_not if person.has_perm(right)] == []


@pytest.mark.parametrize(("name", "rights"), [("david", 0), ("eva", 1), ("fredrik", 1)])
def test_groups_give_pages_to_editors_and_administrators(world, name, rights):
    root = Page.objects.get(depth=1)
    assert root.permissions_for_user(world.fresh(name)).can_add_subpage() is bool(rights)


@pytest.mark.parametrize("right", ["auth.change_group", "accounts.delete_user", "accounts.add_user"])
def test_nobody_changes_groups_or_makes_accounts_by_hand(world, right):
    assert not world.fresh("fredrik").has_perm(right)


def test_group_goes_with_the_membership(world):
    services.end_membership(membership=Membership.objects.get(user=world.eva), by=world.fredrik)
    assert groups_of(world.eva) == []
    assert not world.fresh("eva").has_perm("wagtailadmin.access_admin")


def test_deleted_membership_takes_its_group_along(world):
    Membership.objects.get(user=world.eva).delete()
    assert groups_of(world.eva) == []


def test_group_of_another_kind_is_left_alone(world):
    world.eva.groups.add(Group.objects.create(name="Frivilliga"))
    services.sync_groups(world.eva)
    assert groups_of(world.eva) == ["Frivilliga", "Redaktörer"]


def test_person_of_two_roles_stands_in_both_groups(world):
    MembershipFactory(user=world.eva, organisation=world.skr, network=world.network, role=Role.COORDINATOR)
    assert groups_of(world.eva) == ["Nätverksledare", "Redaktörer"]


def test_group_that_was_removed_comes_back(world):
    Group.objects.filter(name="Nätverksledare").delete()
    services.sync_groups(world.david)
    assert world.fresh("david").has_perm("wagtailadmin.access_admin")


def test_rights_that_were_removed_come_back(world):
    group = Group.objects.get(name="Redaktörer")
    group.permissions.clear()
    group.page_permissions.all().delete()
    services.ensure_groups()
    assert world.fresh("eva").has_perm("wagtailadmin.access_admin")
    assert group.page_permissions.count() == 5


def test_groups_are_made_without_pages(world, monkeypatch):
    """As after a flush of the database."""
    monkeypatch.setattr(Page.objects, "filter", lambda **kwargs: Page.objects.none())
    assert sorted(services.ensure_groups()) == ["Administratörer", "Nätverksledare", "Redaktörer"]


def test_membership_that_ends_by_its_date_alone_is_drift_until_repaired(world):
    row = MembershipFactory(
        user=UserFactory(), organisation=world.skr, network=None, role=Role.EDITOR, to_date=timezone.localdate()
    )
    assert services.find_drift() == []
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2)):
        assert services.find_drift() == [row.user]
        with pytest.raises(CommandError, match=f"#{row.user.pk}"):
            call_command("check_groups")
        answer = StringIO()
        call_command("check_groups", "--repair", stdout=answer)
        assert answer.getvalue() == "1 account(s) repaired.\n"
        assert groups_of(row.user) == []


def test_check_says_when_all_is_well(world):
    answer = StringIO()
    call_command("check_groups", stdout=answer)
    assert answer.getvalue() == "Groups follow memberships.\n"


def test_drift_is_mended_at_login(client, world):
    world.eva.groups.clear()
    client.force_login(world.eva, backend="django.contrib.auth.backends.ModelBackend")
    assert groups_of(world.eva) == ["Redaktörer"]


def test_inactive_account_stands_in_no_group(world):
    world.eva.is_active = False
    world.eva.save()
    services.sync_groups(world.eva)
    assert groups_of(world.eva) == []


def test_loading_a_fixture_leaves_the_groups_to_it(world):
    from members.organisations.receivers import groups_follow_membership

    world.eva.groups.clear()
    groups_follow_membership(Membership, Membership.objects.get(user=world.eva), raw=True)
    assert groups_of(world.eva) == []


def test_groups_are_made_when_the_last_app_has_been_migrated(db, monkeypatch):
    from django.apps import apps

    from members.organisations import apps as own

    configs = list(apps.get_app_configs())
    Group.objects.filter(name="Nätverksledare").delete()
    own.make_groups(configs[0])
    assert not Group.objects.filter(name="Nätverksledare").exists()
    monkeypatch.setattr(own, "TABLES", {"a_table_that_a_migration_took_along"})
    own.make_groups(configs[-1])
    assert not Group.objects.filter(name="Nätverksledare").exists()
    monkeypatch.undo()
    own.make_groups(configs[-1])
    assert Group.objects.filter(name="Nätverksledare").exists()
