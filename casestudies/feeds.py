"""The library as an Atom feed: all of it, or what a reader has chosen (`atom.xml?niva=selektiv`)."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from casestudies import queries
from portal.core.pages import absolute, public

ENTRIES = 30


@require_safe
@public
def examples(request):
    """The newest good examples in the language of the address, of those that the choice leaves."""
    choice = queries.choice_in(request.GET)
    query = choice.query(order="", view=queries.LIST)
    feed = Atom1Feed(
        title=_title(choice),
        link=absolute(reverse("wagtail_serve", args=["goda-exempel/"])) + query,
        description="",
        feed_url=absolute(request.path) + query,
        language=request.LANGUAGE_CODE,
    )
    for example in queries.cards(queries.matching(Locale.get_active().pk, choice))[:ENTRIES]:
        feed.add_item(
            title=example.title,
            link=absolute(example.get_url(request)),
            unique_id=_stable_id(example, request.LANGUAGE_CODE),
            description=example.summary,
            author_name=example.organisation_name,
            pubdate=example.first_published_at,
            updateddate=example.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def _title(choice):
    title = _("Goda exempel från Nätverksportalen")
    values = [value for _name, value in choice.filters()]
    return f"{title}: {', '.join(values)}" if values else title


def _stable_id(example, code):
    """An id that stays when the address changes, so that no reader's program shows the example anew."""
    return uuid.uuid5(example.translation_key, code).urn
