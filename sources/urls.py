"""Addresses of this app."""

from django.urls import path

from sources import pages

app_name = "sources"
urlpatterns = [
    path("sources/", pages.source_list, name="list"),
    path("sources/<slug:slug>/", pages.source_detail, name="detail"),
]
