"""Addresses of organisations: the directory below the extranet, and the page that invitations open."""

from django.urls import path

from members.organisations import views

app_name = "organisations"
urlpatterns = [
    path("deltagare/deltagarlista/", views.directory, name="directory"),
    path("deltagare/deltagarlista/bjud-in/", views.invite, name="invite"),
    path("deltagare/deltagarlista/se-over/", views.look_over, name="look_over"),
    path("deltagare/deltagarlista/stammer/", views.confirm_details, name="confirm_details"),
    path("deltagare/deltagarlista/<int:pk>/stammer/", views.confirm_membership, name="confirm_membership"),
    path("deltagare/deltagarlista/inbjudan/<int:pk>/skicka-igen/", views.renew_invitation, name="renew_invitation"),
    path("deltagare/deltagarlista/inbjudan/<int:pk>/aterta/", views.withdraw_invitation, name="withdraw_invitation"),
    path("deltagare/deltagarlista/<int:pk>/", views.member, name="member"),
    path("deltagare/deltagarlista/bild/<uuid:uuid>/<slug:size>/", views.portrait, name="portrait"),
    path("deltagare/deltagarlista/<int:pk>/avsluta/", views.end_membership, name="end_membership"),
    path("deltagare/deltagarlista/<int:pk>/kontaktperson/", views.hand_over, name="hand_over"),
    path("deltagare/deltagarlista/<int:pk>/ga-i-god-for/", views.vouch, name="vouch"),
    path("deltagare/deltagarlista/<int:pk>/ta-tillbaka/", views.restore_membership, name="restore_membership"),
    path("deltagare/valj-natverk/", views.choose_network, name="choose_network"),
    path("valkommen/<str:token>/", views.welcome, name="welcome"),
]
