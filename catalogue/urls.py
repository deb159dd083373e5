"""Addresses of this app."""

from django.conf import settings
from django.urls import path

from catalogue import pages as views

app_name = "catalogue"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", views.search_page, name="search"),
]
if settings.DEBUG:
    urlpatterns.append(path("parts/", views.parts, name="parts"))
