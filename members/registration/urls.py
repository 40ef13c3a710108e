"""Addresses of the public application."""

from django.urls import path

from members.registration import views

app_name = "registration"
urlpatterns = [
    path("", views.networks, name="networks"),
    path("<slug:slug>/", views.apply, name="apply"),
    path("<slug:slug>/tack/<str:token>/", views.receipt, name="receipt"),
]
