"""Addresses that exist in development only: each view answers 404 elsewhere."""

from functools import wraps

from csp.constants import UNSAFE_INLINE
from csp.decorators import csp_update
from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path

from portal.core.models import OutboxMessage

MAILS_PER_PAGE = 50


def development_only(view):
    """Answer 404 unless this is a development portal."""

    @wraps(view)
    def wrapper(request, *args, **kwargs):
        if not settings.DEVELOPMENT:
            raise Http404
        return view(request, *args, **kwargs)

    return wrapper


@development_only
def mails(request):
    """List every mail that the portal has written, the newest first."""
    page = Paginator(OutboxMessage.objects.all(), MAILS_PER_PAGE).get_page(request.GET.get("sida"))
    return render(request, "development/mails.html", {"page_obj": page})


@development_only
def mail(request, pk):
    """Show one mail as text, with a link to its HTML."""
    return render(request, "development/mail.html", {"mail": get_object_or_404(OutboxMessage, pk=pk)})


@development_only
@csp_update({"style-src": [UNSAFE_INLINE]})
def mail_html(request, pk):
    """Show one mail's HTML as a mail program would; mail is the only place for inline styles."""
    return HttpResponse(get_object_or_404(OutboxMessage, pk=pk).html)


app_name = "development"
urlpatterns = [
    path("post/", mails, name="mails"),
    path("post/<int:pk>/", mail, name="mail"),
    path("post/<int:pk>/html/", mail_html, name="mail_html"),
]
