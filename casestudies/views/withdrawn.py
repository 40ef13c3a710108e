"""What stands at the address of an example that was withdrawn."""

from django.shortcuts import render
from wagtail.models import Locale

from casestudies import queries
from casestudies.models import WithdrawnExample


def withdrawn(request):
    """Say that the example is gone and since when, and what is like it; None for any other address."""
    notice = WithdrawnExample.objects.filter(path=request.path).first()
    if notice is None:
        return None
    related = queries.related_to(notice.words, locale_id=Locale.get_active().pk)
    return render(request, "casestudies/withdrawn.html", {"notice": notice, "related": related}, status=410)
