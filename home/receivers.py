"""Wagtail publishes the pages of the public site by itself, good examples among them; here the portal hears of it."""

from django.dispatch import receiver
from wagtail.log_actions import get_active_log_context
from wagtail.signals import page_published, page_unpublished

from home import services


def actor():
    """Return who is acting in Wagtail admin; None for the clock. The signals carry the author, not the publisher."""
    return get_active_log_context().user


@receiver(page_published)
def page_was_published(sender, instance, **kwargs):
    """Record it; Wagtail sends the same signal for a page that is only scheduled."""
    if instance.live:
        services.publish(page=instance, by=actor())
    else:
        services.schedule(page=instance, by=actor())


@receiver(page_unpublished)
def page_was_unpublished(sender, instance, **kwargs):
    """Record it."""
    services.unpublish(page=instance, by=actor())
