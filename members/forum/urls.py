"""Addresses of forum."""

app_name = "forum"
urlpatterns = []
