"""Addresses of this app."""

from django.conf import settings
from django.urls import path

from catalogue import pages

app_name = "catalogue"
urlpatterns = [
    path("", pages.home, name="home"),
    path("search/", pages.search_page, name="search"),
]
if settings.DEBUG:
    urlpatterns.append(path("parts/", pages.parts, name="parts"))
