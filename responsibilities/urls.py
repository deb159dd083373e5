"""Addresses of this app."""

from django.urls import URLPattern

app_name = "responsibilities"
urlpatterns: list[URLPattern] = []
