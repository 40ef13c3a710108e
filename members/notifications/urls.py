"""Addresses of notices."""

from django.urls import path

from members.notifications import views

app_name = "notifications"
urlpatterns = [
    path("", views.index, name="index"),
    path("markera-lasta/", views.mark_all_read, name="mark_all_read"),
    path("installningar/", views.settings, name="settings"),
    path("<int:pk>/", views.notice, name="notice"),
]
