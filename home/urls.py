"""Addresses of home that are not pages in Wagtail."""

app_name = "home"
urlpatterns = []
