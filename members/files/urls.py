"""Addresses of files."""

from django.urls import path

from members.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:uuid>/", views.download, name="download"),
]
