"""Addresses of the API: the one DRF router, and what is no list of rows."""

from django.urls import include, path
from rest_framework.routers import SimpleRouter

from catalogue.api.views import DocsView, RootView, SchemaView, SearchView
from orgcharts.advisor.api.views import AdviceView
from orgcharts.api.views import OrgChartViewSet
from responsibilities.api.views import (
    AreaViewSet,
    ComparisonView,
    DisagreementViewSet,
    DutyViewSet,
    ResponsibilityViewSet,
)
from roles.api.views import RoleViewSet, TraitViewSet
from sources.api.views import PassageViewSet, SourceViewSet

app_name = "api"

router = SimpleRouter()
router.register("roles", RoleViewSet, basename="role")
router.register("traits", TraitViewSet, basename="trait")
router.register("areas", AreaViewSet, basename="area")
router.register("duties", DutyViewSet, basename="duty")
router.register("responsibilities", ResponsibilityViewSet, basename="responsibility")
router.register("disagreements", DisagreementViewSet, basename="disagreement")
router.register("orgcharts", OrgChartViewSet, basename="orgchart")
router.register("sources", SourceViewSet, basename="source")
router.register("passages", PassageViewSet, basename="passage")

urlpatterns = [
    path("", RootView.as_view(), name="root"),
    path("", include(router.urls)),
    path("comparisons/", ComparisonView.as_view(), name="comparisons"),
    path("advice/", AdviceView.as_view(), name="advice"),
    path("search/", SearchView.as_view(), name="search"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
]
