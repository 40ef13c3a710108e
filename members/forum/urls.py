"""Addresses of the forum."""

from django.urls import path

from members.forum import views

app_name = "forum"
urlpatterns = [
    path("", views.index, name="index"),
    path("tradar/", views.threads, name="threads"),
    path("kategori/<slug:slug>/", views.category, name="category"),
    path("ny/", views.start, name="start"),
    path("markera-lasta/", views.mark_read, name="mark_read"),
    path("trad/<int:pk>/", views.thread, name="thread"),
    path("trad/<int:pk>/olasta/", views.first_unread, name="first_unread"),
    path("trad/<int:pk>/svara/", views.reply, name="reply"),
    path("trad/<int:pk>/bevaka/", views.follow, name="follow"),
    path("trad/<int:pk>/hantera/", views.moderate, name="moderate"),
    path("trad/<int:pk>/ta-bort/", views.remove_thread, name="remove_thread"),
    path("trad/<int:pk>/aterstall/", views.restore_thread, name="restore_thread"),
    path("trad/<int:pk>/inlagg/<int:number>/", views.post, name="post"),
    path("trad/<int:pk>/inlagg/<int:number>/andra/", views.edit_post, name="edit_post"),
    path("trad/<int:pk>/inlagg/<int:number>/ta-bort/", views.remove_post, name="remove_post"),
    path("trad/<int:pk>/inlagg/<int:number>/aterstall/", views.restore_post, name="restore_post"),
]

# Outside the extranet's doors: whoever wants no more mail need not log in to say so.
mail_patterns = ([path("<str:token>/", views.mute, name="mute")], "forum_mail")
