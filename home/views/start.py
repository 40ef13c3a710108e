"""The first page."""

from django.shortcuts import render
from django.utils import timezone

from casestudies.queries import latest
from home import queries
from portal.core.pages import surroundings

NEWS_ON_START, EXAMPLES_ON_START = 3, 3


def start(request, page):
    """The first page: what this is, how to join, and what is new."""
    invitation = queries.open_invitation(queries.invitations(page.locale_id))
    context = {
        "invitation": invitation,
        "has_started": invitation is not None and invitation.network.first_meeting_at <= timezone.now(),
        "registration": queries.registration(invitation.network) if invitation else None,
        "examples": latest(page.locale_id, EXAMPLES_ON_START),
        "news": queries.news(page.locale_id)[:NEWS_ON_START],
    }
    return render(request, "home/start.html", surroundings(request, page) | context)
