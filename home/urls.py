"""Addresses of home that are not pages in Wagtail."""

from django.urls import path
from django.views.generic import RedirectView

from home import feeds, views
from home.emails import NEXT_INVITATION

app_name = "home"
urlpatterns = [
    path("nyheter/atom.xml", feeds.news, name="news_feed"),
    path(
        "inbjudan/meddela-mig/",
        RedirectView.as_view(pattern_name="subscriptions:subscribe"),
        {"topic": NEXT_INVITATION},
        name="tell_me",
    ),
    path("inbjudan/<slug:network>/traffar.ics", views.calendar, name="calendar"),
    path("inbjudan/<slug:network>/invitation.pdf", views.sheet, name="sheet"),
    path("inbjudan/<slug:network>/beslutsunderlag.docx", views.decision, name="decision"),
    path("tillganglighet/meddela/", views.tell_of_barrier, name="tell_of_barrier"),
    path("tillganglighet/meddela/tack/", views.barrier_told, name="barrier_told"),
    path("sok/", views.search, name="search"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
