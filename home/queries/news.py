"""What the news' pages read."""

from home.models import NewsPage
from portal.core.pages import unrestricted


def news(locale_id):
    """Return the published news in a language, newest first."""
    return unrestricted(NewsPage.objects.live()).filter(locale_id=locale_id).order_by("-date", "-first_published_at")
