"""The extranet's addresses: one include per app."""

from django.urls import include, path

from members.forum.urls import mail_patterns

urlpatterns = [
    path("", include("members.accounts.urls")),
    path("", include("members.signon.urls")),
    path("anmalan/", include("members.registration.urls")),
    path("deltagare/", include("members.journey.urls")),
    path("", include("members.organisations.urls")),
    path("deltagare/traffar/", include("members.meetings.urls")),
    path("deltagare/mellan-traffarna/", include("members.assignments.urls")),
    path("deltagare/vart-arbete/inventering/", include("members.needs.urls")),
    path("deltagare/utskick/", include("members.mailings.urls")),
    path("deltagare/forum/", include("members.forum.urls")),
    path("sluta-folja/", include(mail_patterns)),
    path("deltagare/aviseringar/", include("members.notifications.urls")),
    path("deltagare/filer/", include("members.files.urls")),
    path("deltagare/sok/", include("members.search.urls")),
]
