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
    """Record it."""
    services.record_publishing(meeting=instance, by=actor())


@receiver(unpublished, sender=Meeting)
def meeting_was_unpublished(sender, instance, **kwargs):
    """Record it."""
    services.record_unpublishing(meeting=instance, by=actor())


@receiver(pre_delete, sender=Meeting)
def meeting_is_deleted(sender, instance, **kwargs):
    """Record it, in the deletion's own transaction."""
    services.record_deletion(meeting=instance, by=actor())
