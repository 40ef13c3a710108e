"""Wagtail saves, publishes and deletes assignments by itself; here the portal hears of it."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.signals import published, unpublished

from members.assignments import services
from members.assignments.models import Assignment


def actor():
    """Return who is acting in Wagtail admin; None for the clock. The signals carry the author, not the publisher."""
    return get_active_log_context().user


@receiver(published, sender=Assignment)
def assignment_was_published(sender, instance, **kwargs):
    """Record it and tell the network. Also sent when a draft is scheduled: then nothing is live yet."""
    if instance.live:
        services.publish(assignment=instance, by=actor())


@receiver(unpublished, sender=Assignment)
def assignment_was_unpublished(sender, instance, **kwargs):
    """Record it."""
    services.record_unpublishing(assignment=instance, by=actor())


@receiver(pre_delete, sender=Assignment)
def assignment_is_deleted(sender, instance, **kwargs):
    """Record it, in the deletion's own transaction."""
    services.record_deletion(assignment=instance, by=actor())
