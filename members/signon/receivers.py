"""Who has left the organisation is not kept inside by a session that the organisation opened."""

from django.db.models.signals import post_save

from members.organisations.models import Membership
from members.signon import services


def door_closes_with_membership(sender, instance, **kwargs):
    """Look again when a membership has got a last day; not while a fixture is being loaded."""
    if instance.to_date is not None and not kwargs.get("raw"):
        services.close_behind(person=instance.user, organisation=instance.organisation)


def connect():
    """Listen; apps.py calls this once."""
    post_save.connect(door_closes_with_membership, sender=Membership, dispatch_uid="signon_follows_membership")
