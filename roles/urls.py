"""Addresses of this app."""

from django.urls import path

from roles import pages

app_name = "roles"
urlpatterns = [
    path("roles/", pages.role_list, name="list"),
    path("roles/<slug:slug>/", pages.role_detail, name="detail"),
]
