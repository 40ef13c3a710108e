"""Addresses of passkeys, what the browser's script asks, and of single sign-on."""

from django.urls import path

from members.signon import views

app_name = "signon"
urlpatterns = [
    path("logga-in/passkey/borja/", views.begin_login, name="begin_login"),
    path("logga-in/passkey/klar/", views.finish_login, name="finish_login"),
    path("logga-in/organisation/", views.organisations, name="organisations"),
    path("logga-in/organisation/det-gick-inte/", views.not_signed_on, name="not_signed_on"),
    path("logga-in/organisation/<int:pk>/", views.begin_sign_on, name="begin_sign_on"),
    path("logga-in/organisation/<int:pk>/klar/", views.finish_sign_on, name="finish_sign_on"),
    path("konto/passkey/", views.passkeys, name="passkeys"),
    path("konto/passkey/borja/", views.begin_passkey, name="begin_passkey"),
    path("konto/passkey/klar/", views.finish_passkey, name="finish_passkey"),
    path("konto/organisation/bekrafta/", views.begin_confirm, name="begin_confirm"),
    path("konto/organisation/koppla/", views.link, name="link"),
    path("konto/organisation/<int:pk>/koppla/", views.begin_link, name="begin_link"),
    path("konto/organisation/<int:pk>/ta-bort/", views.unlink, name="unlink"),
]
