"""The library as an Atom feed."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Locale

from casestudies.queries import latest
from portal.core.pages import absolute

ENTRIES = 30


def examples(request):
    """The newest good examples in the language of the address."""
    feed = Atom1Feed(
        title=_("Goda exempel från Nätverksportalen"),
        link=absolute(reverse("wagtail_serve", args=["goda-exempel/"])),
        description="",
        feed_url=absolute(request.path),
        language=request.LANGUAGE_CODE,
    )
    for example in latest(Locale.get_active().pk, ENTRIES):
        feed.add_item(
            title=example.title,
            link=absolute(example.get_url(request)),
            description=example.summary,
            author_name=example.organisation_name,
            pubdate=example.first_published_at,
            updateddate=example.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
