"""Addresses of meetings."""

from django.urls import path

from members.meetings import feeds, views

app_name = "meetings"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.meeting, name="meeting"),
    path("<int:pk>/traff.ics", feeds.calendar, name="calendar"),
]
