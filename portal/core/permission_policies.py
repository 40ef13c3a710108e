"""Wagtail asks a permission policy; ours asks rules, row by row."""

import rules
from django.contrib.auth import get_permission_codename, get_user_model
from wagtail.models import DraftStateMixin, LockableMixin
from wagtail.permission_policies import ModelPermissionPolicy

from portal.core.access import may

# Wagtail asks for these of any model; only a model that has the feature needs a rule for them.
FEATURES = {"publish": DraftStateMixin, "lock": LockableMixin, "unlock": LockableMixin}


def rows_of(queryset, user):
    """Return the rows of a network-owned model that the user runs in Wagtail admin.

    `coordinated_by` where the queryset has it: somebody may take part in one network and run another, and
    Wagtail admin shows drafts and history. Else `visible_to`.
    """
    if hasattr(queryset, "coordinated_by"):
        return queryset.coordinated_by(user)
    return queryset.visible_to(user)


class RulesPermissionPolicy(ModelPermissionPolicy):
    """Adding, changing, publishing and so on as rules.py says, for one row at a time.

    Asked without a row, a rule answers whether the person may do it to any row at all: the predicate gets None.
    The action "administer" is to look at drafts, history and usage, in an archive too; an app without such a rule
    has them asked for as "change".
    """

    def permission_for(self, action):
        """Return the rule's name; raises KeyError where rules.py has none."""
        name = f"{self.app_label}.{get_permission_codename(action, self.model._meta)}"
        if action == "administer" and not rules.perm_exists(name):
            return self.permission_for("change")
        return name

    def user_has_permission(self, user, action):
        """Whether the user may do it to some row."""
        return self.user_has_permission_for_instance(user, action, None)

    def user_has_permission_for_instance(self, user, action, instance):
        """Whether the user may do it to this row; no to what the model has not, such as publishing."""
        feature = FEATURES.get(action)
        if feature is not None and not issubclass(self.model, feature):
            return False
        return user.is_active and may(user, self.permission_for(action), instance)

    def instances_user_has_any_permission_for(self, user, actions):
        """Return the rows that the user runs; which action is left to the row's own rule."""
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        return rows_of(self.model._default_manager.all(), user)

    def users_with_any_permission(self, actions):
        """Return nobody: rules cannot be turned around into a query, and Wagtail asks only for whom to mail."""
        return get_user_model().objects.none()
