"""Addresses of files."""

app_name = "files"
urlpatterns = []
