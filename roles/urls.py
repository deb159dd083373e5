"""Addresses of this app."""

from django.urls import path

from roles import pages as views

app_name = "roles"
urlpatterns = [
    path("roles/", views.role_list, name="list"),
    path("roles/<slug:slug>/", views.role_detail, name="detail"),
]
