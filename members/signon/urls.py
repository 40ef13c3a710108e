"""Addresses of passkeys: a page where one is made, and what the browser's script asks."""

from django.urls import path

from members.signon import views

app_name = "signon"
urlpatterns = [
    path("logga-in/passkey/borja/", views.begin_login, name="begin_login"),
    path("logga-in/passkey/klar/", views.finish_login, name="finish_login"),
    path("konto/passkey/", views.passkeys, name="passkeys"),
    path("konto/passkey/borja/", views.begin_passkey, name="begin_passkey"),
    path("konto/passkey/klar/", views.finish_passkey, name="finish_passkey"),
]
