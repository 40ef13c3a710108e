"""Addresses of accounts: the doors, and one's own pages."""

from django.urls import path

from members.accounts import views

app_name = "accounts"
urlpatterns = [
    path("logga-in/", views.login, name="login"),
    path("logga-in/kod/", views.second_factor, name="second_factor"),
    path("logga-in/aterstallningskod/", views.recovery, name="recovery"),
    path("logga-in/glomt-losenord/", views.reset_password, name="reset_password"),
    path("logga-in/glomt-losenord/skickat/", views.reset_sent, name="reset_sent"),
    path("logga-in/nytt-losenord/<str:uid>/<str:token>/", views.new_password, name="new_password"),
    path("logga-in/det-du-skrev/", views.kept, name="kept"),
    path("logga-in/borja-om/", views.start_anew, name="start_anew"),
    path("logga-in/stoppa/<str:token>/", views.stop_reset, name="stop_reset"),
    path("logga-ut/", views.log_out, name="log_out"),
    path("konto/", views.account, name="account"),
    path("konto/mina-uppgifter/", views.my_data, name="my_data"),
    path("konto/mina-uppgifter/radera/", views.erase, name="erase"),
    path("konto/bild/", views.portrait, name="portrait"),
    path("konto/bild/ta-bort/", views.remove_portrait, name="remove_portrait"),
    path("konto/bekrafta/", views.confirm, name="confirm"),
    path("konto/e-post/", views.change_email, name="change_email"),
    path("konto/e-post/godkann/<str:token>/", views.approve_email, name="approve_email"),
    path("konto/e-post/bekrafta/<str:token>/", views.confirm_email, name="confirm_email"),
    path("konto/e-post/angra/<str:token>/", views.undo_email, name="undo_email"),
    path("konto/losenord/", views.change_password, name="change_password"),
    path("konto/tvafaktor/", views.enrol, name="enrol"),
    path("konto/tvafaktor/<slug:kind>/<int:pk>/namn/", views.rename_factor, name="rename_factor"),
    path("konto/tvafaktor/<slug:kind>/<int:pk>/ta-bort/", views.remove_factor, name="remove_factor"),
    path("konto/inloggad/", views.sessions, name="sessions"),
    path("konto/inloggad/logga-ut-overallt/", views.end_all_sessions, name="end_all_sessions"),
    path("konto/inloggad/enhet/<int:pk>/glom/", views.forget_device, name="forget_device"),
    path("konto/inloggad/<slug:pk>/logga-ut/", views.end_session, name="end_session"),
    path("konto/aterstallningskoder/", views.recovery_codes, name="recovery_codes"),
    path("konto/aterstallningskoder/hamta/", views.download_codes, name="download_codes"),
    path("konto/aterstallningskoder/nya/", views.new_codes, name="new_codes"),
]
