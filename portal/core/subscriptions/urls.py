"""Addresses of subscriptions, in both languages."""

from django.urls import path

from portal.core.subscriptions import views

app_name = "subscriptions"
urlpatterns = [
    path("prenumerera/<slug:topic>/", views.subscribe, name="subscribe"),
    path("prenumerera/<slug:topic>/tack/", views.asked, name="asked"),
    path("prenumeration/<str:key>/", views.subscription, name="subscription"),
    path("prenumeration/<str:key>/avsluta/", views.end, name="end"),
    path("prenumeration-avslutad/", views.ended, name="ended"),
]
