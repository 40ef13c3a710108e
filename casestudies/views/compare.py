"""Two or three examples side by side. No cookie is set."""

from urllib.parse import urlencode

from django.shortcuts import render
from django.views.decorators.http import require_safe

from casestudies import queries
from portal.core.pages import locale_ids, public, settle


@require_safe
@public
def compare(request):
    """Compare the examples whose ids stand in the address; a reader chooses them in the list."""
    ids = list(dict.fromkeys(int(pk) for pk in request.GET.getlist("e") if pk.isdecimal() and len(pk) < 10))
    settle(request)
    examples = queries.to_compare(ids, locale_ids(request)[request.LANGUAGE_CODE])
    context = {"examples": [(example, _without(example, examples)) for example in examples]}
    if len(examples) > 1:
        context |= {"rows": queries.comparison(examples), "has_more": len(ids) > len(examples)}
    return render(request, "casestudies/compare.html", context)


def _without(example, examples):
    return "?" + urlencode([("e", other.pk) for other in examples if other != example])
