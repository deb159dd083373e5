"""Addresses of this app."""

from django.urls import path

from responsibilities.compare.pages import compare
from responsibilities.duties import pages

app_name = "responsibilities"
urlpatterns = [
    path("duties/", pages.duty_list, name="duty_list"),
    path("duties/<slug:slug>/", pages.duty_detail, name="duty_detail"),
    path("compare/", compare, name="compare"),
    path("matrix/", pages.matrix, name="matrix"),
    path("disagreements/", pages.disagreements, name="disagreements"),
]
