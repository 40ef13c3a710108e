"""The pages of the public site. No cookie is set and no session read: they may all be cached."""

from home.views.accessibility import accessibility, barrier_told, tell_of_barrier
from home.views.documents import calendar, decision, sheet
from home.views.invitation import invitation, invitations
from home.views.network import network, networks
from home.views.news import news, news_item
from home.views.search import robots, search, sitemap
from home.views.standard import contact, standard
from home.views.start import start

__all__ = [
    "accessibility",
    "barrier_told",
    "calendar",
    "contact",
    "decision",
    "invitation",
    "invitations",
    "network",
    "networks",
    "news",
    "news_item",
    "robots",
    "search",
    "sheet",
    "sitemap",
    "standard",
    "start",
    "tell_of_barrier",
]
