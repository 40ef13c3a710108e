"""Addresses of assignments."""

from django.urls import path

from members.assignments import views

app_name = "assignments"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.assignment, name="assignment"),
    path("<int:pk>/svara/", views.answer, name="answer"),
    path("<int:pk>/svara/spara/", views.autosave, name="autosave"),
    path("<int:pk>/svara/skicka-in/", views.submit, name="submit"),
    path("svar/<int:pk>/", views.submission, name="submission"),
    path("svar/<int:pk>/version/<int:number>/", views.version, name="version"),
    path("svar/<int:pk>/vem-far-lasa/", views.visibility, name="visibility"),
    path("svar/<int:pk>/aterkoppling/", views.feedback, name="feedback"),
]
