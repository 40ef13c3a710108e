"""Addresses of casestudies that are not pages in Wagtail."""

app_name = "casestudies"
urlpatterns = []
