"""Wagtail saves, publishes and deletes meetings by itself; here the portal hears of it."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.signals import published, unpublished

from members.meetings import services
from members.meetings.models import Meeting


def actor():
    """Return who is acting in Wagtail admin; None for the clock. The signals carry the author, not the publisher."""
    return get_active_log_context().user


@receiver(published, sender=Meeting)
def meeting_was_published(sender, instance, **kwargs):
    """Do what publishing leads to; Wagtail sends the same signal for a meeting that is only scheduled."""
    if instance.live:
        services.publish(meeting=instance, by=actor())
    else:
        services.schedule(meeting=instance, by=actor())


@receiver(unpublished, sender=Meeting)
def meeting_was_unpublished(sender, instance, **kwargs):
    """Record it."""
    services.unpublish(meeting=instance, by=actor())


@receiver(pre_delete, sender=Meeting)
def meeting_is_deleted(sender, instance, **kwargs):
    """Record it, in the deletion's own transaction."""
    services.delete(meeting=instance, by=actor())
