"""Addresses in Wagtail admin of what spans apps."""

from django.urls import path

from portal.ops import views

app_name = "next_network"
urlpatterns = [
    path("", views.choose, name="choose"),
    path("<int:pk>/", views.start, name="start"),
]
