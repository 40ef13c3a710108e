"""What a reader does with an example: asks those behind it, tells how it was used, tips of another.

The forms stand on addresses of their own, so that no page of the library needs a cookie.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Locale

from casestudies import queries, services
from casestudies.forms import ContactForm, TipForm, UseForm
from casestudies.models import ExampleIndexPage
from portal.core.guard import once


def example_or_404(slug):
    """Return the example that anybody may read at that address, in the language of the address."""
    return get_object_or_404(queries.published(Locale.get_active().pk), slug=slug)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request, slug):
    """Write to those behind an example, whose address nobody is shown."""
    example = example_or_404(slug)
    form = ContactForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with once(form) as is_first:
            if is_first:
                services.relay(example=example, language=get_language(), **form.written)
        return redirect("casestudies:contact_sent", slug=slug)
    return render(request, "casestudies/contact.html", {"example": example, "form": form})


@require_safe
def contact_sent(request, slug):
    """Say that the message is on its way, and what happens next."""
    return render(request, "casestudies/contact_sent.html", {"example": example_or_404(slug)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def use(request, slug):
    """Tell how one's own organisation used an example."""
    example = example_or_404(slug)
    form = UseForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with once(form) as is_first:
            if is_first:
                services.tell_of_use(example=example, language=get_language(), **form.written)
        return redirect("casestudies:use_sent", slug=slug)
    return render(request, "casestudies/use.html", {"example": example, "form": form})


@require_safe
def use_sent(request, slug):
    """Say that an editor reads it first."""
    return render(request, "casestudies/use_sent.html", {"example": example_or_404(slug)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tip(request):
    """Tip of an example in three questions; it becomes a draft."""
    library = ExampleIndexPage.objects.live().filter(locale=Locale.get_active()).first()
    if library is None:
        raise Http404
    form = TipForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with once(form) as is_first:
            if is_first:
                services.tip(parent=library, **form.written)
        return redirect("casestudies:tip_sent")
    return render(request, "casestudies/tip.html", {"form": form})


@require_safe
def tip_sent(request):
    """Thank for the tip."""
    return render(request, "casestudies/tip_sent.html")
