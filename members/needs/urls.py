"""Addresses of needs."""

from django.urls import path

from members.needs import views

app_name = "needs"
urlpatterns = [
    path("", views.index, name="index"),
    path("skriv/", views.write, name="write"),
    path("skriv/spara/", views.autosave, name="autosave"),
    path("<int:pk>/", views.inventory, name="inventory"),
]
