"""The way to a provider and back, as a browser goes it."""

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse


def set_out(client, provider, next_path=""):
    """Where the browser is sent."""
    return client.get(reverse("signon:begin_sign_on", args=[provider.pk]), {"next": next_path})["Location"]


def came_back(client, back):
    """The portal's answer to what the provider sent the browser back with."""
    parts = urlsplit(back)
    return client.get(f"{parts.path}?{parts.query}")


def whole_way(client, provider, next_path=""):
    return came_back(client, provider.local.authorize(set_out(client, provider, next_path)))


def reason_of(answer):
    """Why nobody was let in."""
    assert answer.status_code == 302
    parts = urlsplit(answer["Location"])
    assert parts.path == reverse("signon:not_signed_on")
    return parse_qs(parts.query)["varfor"][0]
