"""Subscribe, confirm and end. A link in a mail only shows a button: programs that look at mail follow links."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from portal.core import subscriptions
from portal.core.fields import encrypt
from portal.core.guard import once
from portal.core.models import Subscription
from portal.core.subscriptions.forms import SubscribeForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscribe(request, topic):
    """Take in an address, and send the question to it."""
    found = _topic(topic)
    if not found.is_open():
        raise Http404
    form = SubscribeForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with once(form) as is_first:
            if is_first:
                subscriptions.take_in.enqueue(found.name, encrypt(form.cleaned_data["email"]), get_language())
        return redirect("subscriptions:asked", topic=topic)
    return render(request, "subscriptions/subscribe.html", {"topic": found, "form": form})


@require_safe
def asked(request, topic):
    """Say that a mail is on its way; the same whether or not the address was known."""
    return render(request, "subscriptions/asked.html", {"topic": _topic(topic)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def subscription(request, key):
    """Show what the subscription is, with a button that confirms it and one that ends it."""
    found = Subscription.objects.filter(key=key).first()
    topic = found and _topic(found.topic)
    if found and request.method == "POST":
        subscriptions.confirm(subscription=found)
        return redirect("subscriptions:subscription", key=key)
    return render(
        request,
        "subscriptions/subscription.html",
        {"subscription": found, "topic": topic},
        status=200 if found else 404,
    )


# The mail program itself posts here (RFC 8058), without a cookie; the key is the right to end.
@csrf_exempt
@require_POST
def end(request, key):
    """End the subscription."""
    subscriptions.end(key=key)
    return redirect("subscriptions:ended")


@require_safe
def ended(request):
    """Say that no more mail will come."""
    return render(request, "subscriptions/ended.html")


def _topic(name):
    try:
        return subscriptions.topic_named(name)
    except LookupError as error:
        raise Http404 from error
