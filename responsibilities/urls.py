"""Addresses of this app."""

from django.urls import path

from responsibilities.compare import pages as compare_views
from responsibilities.duties import pages as views

app_name = "responsibilities"
urlpatterns = [
    path("duties/", views.duty_list, name="duty_list"),
    path("duties/<slug:slug>/", views.duty_detail, name="duty_detail"),
    path("compare/", compare_views.compare, name="compare"),
    path("matrix/", views.matrix, name="matrix"),
    path("disagreements/", views.disagreements, name="disagreements"),
]
