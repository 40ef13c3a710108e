"""The news as an Atom feed."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from wagtail.models import Locale

from home import queries
from portal.core.pages import absolute, public

ENTRIES = 30


@public
def news(request):
    """The newest news in the language of the address."""
    feed = Atom1Feed(
        title=_("Nyheter från Nätverksportalen"),
        link=absolute(reverse("wagtail_serve", args=["nyheter/"])),
        description=_("Vad som händer i nätverken och i portalen."),
        feed_url=absolute(request.path),
        language=request.LANGUAGE_CODE,
        author_name=_("Nätverksportalen"),
    )
    for item in queries.news(Locale.get_active().pk)[:ENTRIES]:
        feed.add_item(
            title=item.title,
            link=absolute(item.get_url(request)),
            # The page's own key: the same when its address changes.
            unique_id=f"urn:uuid:{item.translation_key}:{request.LANGUAGE_CODE}",
            description=item.summary,
            pubdate=item.first_published_at,
            updateddate=item.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
