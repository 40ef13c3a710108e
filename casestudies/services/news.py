"""Mail to those who subscribe to new examples: once a day at most, in the morning."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from casestudies.models import Announcement, ExamplePage
from portal.core import subscriptions
from portal.core.pages import absolute, unrestricted

TOPIC = "examples"
HOUR = 7  # local time: together with the day's other mail
RECENT = timedelta(days=7)


@transaction.atomic
def tell_of_new_examples():
    """Tell of the examples that have been published since the last mail; returns how many mails were written.

    A translation is no news. Two clocks at once fail on the second announcement, and the first one's mail stands.
    """
    now = timezone.localtime()
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if now.hour < HOUR or Announcement.objects.filter(announced_at__gte=today).exists():
        return 0
    fresh = list(_fresh(now))
    if not fresh:
        return 0
    Announcement.objects.bulk_create(Announcement(page=page) for page in fresh)
    by_language = {language: _told(fresh, language) for language in ("sv", "en")}
    return subscriptions.tell(
        topic_name=TOPIC,
        template="casestudies/email/new_examples",
        context={"examples": by_language, "number": len(by_language["sv"])},
        dedup=f"{TOPIC}:{now.date()}",
    )


def _fresh(now):
    known = ExamplePage.objects.filter(announcement__isnull=False).values("translation_key")
    pages = unrestricted(ExamplePage.objects.live()).filter(first_published_at__gt=now - RECENT)
    return pages.exclude(translation_key__in=known).select_related("locale").order_by("first_published_at", "pk")


def _told(pages, language):
    """Each example once: in that language, or in the one that there is."""
    chosen = {}
    for page in pages:
        if page.translation_key not in chosen or page.locale.language_code == language:
            chosen[page.translation_key] = page
    return [
        {
            "title": page.title, "summary": page.summary, "organisation": page.organisation_name,
            "url": absolute(page.get_url()),
        }
        for page in chosen.values()
    ]  # fmt: skip
