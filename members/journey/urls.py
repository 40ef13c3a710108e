"""Addresses of journey: the members' start page, and the organisation's work."""

from django.urls import path

from members.journey import views

app_name = "journey"
urlpatterns = [
    path("", views.start, name="start"),
    path("vart-arbete/", views.our_work, name="our_work"),
]
