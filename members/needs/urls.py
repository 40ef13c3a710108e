"""Addresses of needs."""

app_name = "needs"
urlpatterns = []
