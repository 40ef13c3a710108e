"""The accessibility statement, and the way to tell of a barrier."""

from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from home import services
from home.forms import BarrierForm
from portal.core.guard import once
from portal.core.pages import surroundings


def accessibility(request, page):
    """The statement, in Digg's eleven parts."""
    return render(request, "home/accessibility.html", surroundings(request, page) | {"issues": page.issues.all()})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell_of_barrier(request):
    """Take in what stood in somebody's way; nobody has to say who they are."""
    form = BarrierForm(request.POST or None, request=request, initial={"address": request.GET.get("sida", "")[:500]})
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("text", "address", "email")}
        with once(form) as is_first:
            if is_first:
                services.tell_of_barrier(**told, language=get_language())
        return redirect("home:barrier_told")
    return render(request, "home/tell_of_barrier.html", {"form": form})


@require_safe
def barrier_told(request):
    """Say thank you, and what happens now."""
    return render(request, "home/barrier_told.html")
