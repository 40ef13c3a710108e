"""Addresses of mailings."""

from django.urls import path

from members.mailings import views

app_name = "mailings"
urlpatterns = [
    path("", views.archive, name="archive"),
    path("skriv/", views.write, name="write"),
    path("<int:pk>/", views.mailing, name="mailing"),
    path("<int:pk>/andra/", views.change, name="change"),
    path("<int:pk>/granska/", views.send, name="send"),
    path("<int:pk>/slang/", views.discard, name="discard"),
]
