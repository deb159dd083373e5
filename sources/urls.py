"""Addresses of this app."""

from django.urls import path

from sources import pages as views

app_name = "sources"
urlpatterns = [
    path("sources/", views.source_list, name="list"),
    path("sources/<slug:slug>/", views.source_detail, name="detail"),
]
