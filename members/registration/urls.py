"""Addresses of the public application."""

from django.urls import path

from members.registration import views

app_name = "registration"
urlpatterns = [
    path("", views.networks, name="networks"),
    path("<slug:slug>/", views.apply, name="apply"),
    path("<slug:slug>/tack/<str:token>/", views.receipt, name="receipt"),
    path("<slug:slug>/lank-skickad/", views.link_sent, name="link_sent"),
    path("<slug:slug>/utkast/<str:token>/", views.draft, name="draft"),
    path("<slug:slug>/utkast/<str:token>/senare/", views.later, name="later"),
    path("<slug:slug>/utkast/<str:token>/ny-lank/", views.renew_link, name="renew_link"),
    path("<slug:slug>/utkast/<str:token>/granska/", views.send, name="send"),
    path("<slug:slug>/utkast/<str:token>/<slug:step>/", views.step, name="step"),
    path("<slug:slug>/utkast/<str:token>/<slug:step>/spara/", views.autosave, name="autosave"),
]
