"""Addresses of home that are not pages in Wagtail."""

from django.urls import path

from home import feeds, views

app_name = "home"
urlpatterns = [
    path("nyheter/atom.xml", feeds.news, name="news_feed"),
    path("sok/", views.search, name="search"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
