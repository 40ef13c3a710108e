"""Addresses of assignments."""

app_name = "assignments"
urlpatterns = []
