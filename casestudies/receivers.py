"""Wagtail publishes and takes back examples by itself; here the library hears of it."""

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished

from casestudies import queries, services
from casestudies.models import ExamplePage


@receiver(page_published, sender=ExamplePage)
def example_was_published(sender, instance, **kwargs):
    """An address that shows an example has nothing to say of one that was withdrawn."""
    if instance.live:
        services.remove_notice(page=instance)


@receiver(page_unpublished, sender=ExamplePage)
def example_was_withdrawn(sender, instance, **kwargs):
    """Leave a notice."""
    services.leave_notice(page=instance, words=_words(instance))


@receiver(pre_delete, sender=ExamplePage)
def example_is_deleted(sender, instance, **kwargs):
    """Leave a notice if it was shown; Wagtail tells of no withdrawal here."""
    if instance.live:
        services.leave_notice(page=instance, words=_words(instance))


def _words(page):
    return {kind: [word.pk for word in words] for kind, words in queries.words_of(page).items() if words}
