"""What the tests about applications written on behalf of an organisation say often."""

import datetime
import re

from django.urls import reverse
from django.utils import timezone

from members.registration.models import ApplicationDraft
from portal.core.models import OutboxMessage
from tests.members.registration.conftest import ANSWERS

VIEWS = "wagtailsnippets_registration_application"
REGISTER, WAITING = (reverse(f"{VIEWS}:{name}") for name in ("register", "waiting"))
KAJSA = "kajsa@granberg.example"


def today(days=0):
    return timezone.localdate() + datetime.timedelta(days=days)


def at(name, about):
    return reverse(f"{VIEWS}:{name}", args=[about.pk])


def path_in(message):
    """The path of the link in the mail, without its last part."""
    return re.search(r"https?://[^/]+(/\S*utkast/[^/]+/)", message.text).group(1)


def latest(kind):
    return OutboxMessage.objects.filter(kind__endswith=f"/{kind}").latest("pk")


def write(client, path, step, **changes):
    """Save a step as the organisation does, from the page as it stands."""
    page = client.get(f"{path}{step}/")
    values = {name: page.context["form"].initial.get(name, "") for name in page.context["form"].fields}
    values.pop("decision_upload", None)
    return client.post(f"{path}{step}/", {**values, **changes})


def complete(client, path):
    """Fill in what the mail did not say."""
    write(client, path, "personer", first_phone="070-111 22 33")
    write(client, path, "beslut", **ANSWERS["beslut"])
    write(client, path, "behov", **ANSWERS["behov"])


def confirm(client, path):
    return client.post(f"{path}granska/", {"number": ApplicationDraft.objects.get().number})
