"""Addresses of the public application."""

from django.urls import path

from members.registration import views

app_name = "registration"
urlpatterns = [
    path("", views.networks, name="networks"),
    path("<slug:slug>/", views.apply, name="apply"),
    path("<slug:slug>/tack/<str:token>/", views.receipt, name="receipt"),
    path("<slug:slug>/borttagen/", views.declined, name="declined"),
    path("<slug:slug>/lank-skickad/", views.link_sent, name="link_sent"),
    path("<slug:slug>/arende/<str:token>/", views.own, name="own"),
    path("<slug:slug>/arende/<str:token>/deltagare/", views.own_names, name="own_names"),
    path("<slug:slug>/arende/<str:token>/beslut/", views.own_decision, name="own_decision"),
    path("<slug:slug>/arende/<str:token>/beslutsdatum/", views.own_postpone, name="own_postpone"),
    path("<slug:slug>/arende/<str:token>/registrator/", views.own_registrar, name="own_registrar"),
    path("<slug:slug>/arende/<str:token>/faktura/", views.own_invoice, name="own_invoice"),
    path("<slug:slug>/arende/<str:token>/plats/", views.own_offer, name="own_offer"),
    path("<slug:slug>/arende/<str:token>/ta-tillbaka/", views.own_withdraw, name="own_withdraw"),
    path("<slug:slug>/arende/<str:token>/ny-lank/", views.renew_own_link, name="renew_own_link"),
    path("<slug:slug>/registrator/<str:token>/", views.registrar, name="registrar"),
    path("<slug:slug>/registrator/<str:token>/tack/", views.registrar_receipt, name="registrar_receipt"),
    path("<slug:slug>/utkast/<str:token>/", views.draft, name="draft"),
    path("<slug:slug>/utkast/<str:token>/senare/", views.later, name="later"),
    path("<slug:slug>/utkast/<str:token>/ny-lank/", views.renew_link, name="renew_link"),
    path("<slug:slug>/utkast/<str:token>/registrator/", views.draft_registrar, name="draft_registrar"),
    path("<slug:slug>/utkast/<str:token>/granska/", views.send, name="send"),
    path("<slug:slug>/utkast/<str:token>/stammer-inte/", views.decline, name="decline"),
    path("<slug:slug>/utkast/<str:token>/<slug:step>/", views.step, name="step"),
    path("<slug:slug>/utkast/<str:token>/<slug:step>/spara/", views.autosave, name="autosave"),
]
