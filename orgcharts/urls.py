"""Addresses of this app."""

from django.urls import path

from orgcharts import files, pages
from orgcharts.advisor.pages import advisor
from orgcharts.changes.pages import changes
from orgcharts.raci.pages import raci

app_name = "orgcharts"
urlpatterns = [
    path("orgcharts/", pages.chart_list, name="list"),
    path("orgcharts/advisor/", advisor, name="advisor"),
    path("orgcharts/changes/", changes, name="changes"),
    path("orgcharts/<slug:slug>/", pages.chart_detail, name="detail"),
    path("orgcharts/<slug:slug>/raci/", raci, name="raci"),
    path("orgcharts/<slug:slug>.svg", files.chart_file, {"form": "svg"}, name="chart_svg"),
    path("orgcharts/<slug:slug>.html", files.chart_sheet, name="sheet"),
    path("orgcharts/<slug:slug>.<slug:form>", files.chart_file, name="file"),
    path("orgcharts/<slug:slug>/embed/", files.embed, name="embed"),
    path("orgcharts/<slug:slug>/embed.<slug:form>", files.embed_picture, name="embed_picture"),
]
