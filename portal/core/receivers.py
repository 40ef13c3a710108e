"""What the shared parts do when something else is saved."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from portal.core import vocabulary
from portal.core.pages import PublicPage


@receiver(post_save)
def learn_words(sender, instance, raw, **_kwargs):
    """Learn the words of a page that readers see."""
    if not raw and isinstance(instance, PublicPage) and instance.live:
        vocabulary.learn(instance)
