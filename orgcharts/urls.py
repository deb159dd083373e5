"""Addresses of this app."""

from django.urls import path

from orgcharts import files
from orgcharts import lens_pages as lens_views
from orgcharts import pages as views

app_name = "orgcharts"
urlpatterns = [
    path("orgcharts/", views.chart_list, name="list"),
    path("orgcharts/advisor/", lens_views.advisor, name="advisor"),
    path("orgcharts/changes/", lens_views.changes, name="changes"),
    path("orgcharts/<slug:slug>/", views.chart_detail, name="detail"),
    path("orgcharts/<slug:slug>/raci/", lens_views.raci, name="raci"),
    path("orgcharts/<slug:slug>.svg", files.chart_file, {"form": "svg"}, name="chart_svg"),
    path("orgcharts/<slug:slug>.html", files.chart_sheet, name="sheet"),
    path("orgcharts/<slug:slug>.<slug:form>", files.chart_file, name="file"),
    path("orgcharts/<slug:slug>/embed/", files.embed, name="embed"),
    path("orgcharts/<slug:slug>/embed.<slug:form>", files.embed_picture, name="embed_picture"),
]
