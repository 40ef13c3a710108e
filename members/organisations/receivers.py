"""Wagtail's groups follow memberships, whoever saves them, and are looked at again at each login."""

from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_delete, post_save

from members.accounts.models import User
from members.organisations import services
from members.organisations.models import Membership


def groups_follow_membership(sender, instance, **kwargs):
    """Derive the person's groups anew; not while a fixture is being loaded, which brings the groups itself."""
    if not kwargs.get("raw"):
        services.sync_groups(instance.user)


def groups_follow_account(sender, instance, update_fields=None, **kwargs):
    """Derive the groups anew when an account was closed or opened."""
    if update_fields and "is_active" in update_fields:
        services.sync_groups(instance)


def groups_follow_calendar(sender, user, **kwargs):
    """Derive the groups at login: a membership may have begun or ended by its date alone."""
    services.sync_groups(user)


def connect():
    """Listen; apps.py calls this once."""
    post_save.connect(groups_follow_membership, sender=Membership, dispatch_uid="groups_follow_saved")
    post_delete.connect(groups_follow_membership, sender=Membership, dispatch_uid="groups_follow_deleted")
    post_save.connect(groups_follow_account, sender=User, dispatch_uid="groups_follow_account")
    user_logged_in.connect(groups_follow_calendar, dispatch_uid="groups_follow_calendar")
