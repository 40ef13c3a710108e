"""Addresses of casestudies that are not pages in Wagtail."""

from django.urls import path

from casestudies import feeds

app_name = "casestudies"
urlpatterns = [
    path("goda-exempel/atom.xml", feeds.examples, name="feed"),
]
