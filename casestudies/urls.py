"""Addresses of casestudies that are not pages in Wagtail."""

from django.urls import path

from casestudies import feeds, views

app_name = "casestudies"
urlpatterns = [
    path("goda-exempel/atom.xml", feeds.examples, name="feed"),
    path("goda-exempel/exempel.csv", views.csv_file, name="csv_file"),
    path("goda-exempel/exempel.ris", views.ris_file, name="ris_file"),
    path("goda-exempel/sa-laser-du-exemplen/", views.evidence, name="evidence"),
    path("goda-exempel/<slug:slug>.ris", views.example_ris, name="example_ris"),
    path("api/", views.api, name="api"),
    path("goda-exempel/jamfor/", views.compare, name="compare"),
    path("goda-exempel/tipsa/", views.tip, name="tip"),
    path("goda-exempel/tipsa/tack/", views.tip_sent, name="tip_sent"),
    path("goda-exempel/<slug:slug>/kontakt/", views.contact, name="contact"),
    path("goda-exempel/<slug:slug>/kontakt/tack/", views.contact_sent, name="contact_sent"),
    path("goda-exempel/<slug:slug>/vi-har-anvant/", views.use, name="use"),
    path("goda-exempel/<slug:slug>/vi-har-anvant/tack/", views.use_sent, name="use_sent"),
]

# The same for every language, so apart from the pages.
api = (
    [
        *views.ExamplesAPIViewSet.get_urlpatterns(),
        path("openapi.json", views.schema, name="schema"),
    ],
    "api",
)
