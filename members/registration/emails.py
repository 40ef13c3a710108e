"""Mails about applications."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from members.organisations.enums import Role
from members.organisations.models import Membership
from portal.core import outbox


def receipt(*, application):
    """Tell each contact person that the application has come, and what happens next. Never "accepted"."""
    for person in application.contact_people:
        outbox.send(
            to=person.email,
            template="members/registration/email/receipt",
            context={"application": application, "network": application.network, "person": person},
            language=application.language,
            dedup=f"registration.receipt:{application.pk}:{person.pk}",
            reply_to=_coordinator_address(application.network),
        )


def news_to_coordinators(*, application):
    """Tell the network's coordinators that somebody has applied and waits for a call."""
    for coordinator in _coordinators(application.network):
        with translation.override(coordinator.language):
            path = reverse("wagtailsnippets_registration_application:inspect", args=[application.pk])
        outbox.send(
            to=coordinator,
            template="members/registration/email/news",
            context={
                "application": application,
                "network": application.network,
                "action_url": f"{settings.SITE_URL}{path}",
            },
            dedup=f"registration.news:{application.pk}:{coordinator.pk}",
        )


def _coordinators(network):
    rows = Membership.objects.current().filter(network=network, role=Role.COORDINATOR).select_related("user")
    return [row.user for row in rows if row.user.is_active]


def _coordinator_address(network):
    return next((user.email for user in _coordinators(network)), "")
