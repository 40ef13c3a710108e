"""Addresses of search."""

from django.urls import path

from members.search import views

app_name = "search"
urlpatterns = [
    path("", views.index, name="index"),
]
