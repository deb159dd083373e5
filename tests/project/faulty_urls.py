"""The addresses of the site and some whose views fail, for tests of what happens then."""

from django.core.exceptions import PermissionDenied
from django.db import DataError, IntegrityError, OperationalError
from django.urls import path
from rest_framework.decorators import api_view

from config import urls
from config.urls import handler400, handler403, handler404, handler500  # noqa: F401

FAULTS = {
    "data": DataError,
    "number": OverflowError,
    "away": OperationalError,
    "conflict": IntegrityError,
    "bug": ZeroDivisionError,
    "denied": PermissionDenied,
}


def page(request, fault):
    raise FAULTS[fault]("on purpose")


@api_view(["GET", "POST"])
def endpoint(request, fault):
    raise FAULTS[fault]("on purpose")


urlpatterns = [
    path("faulty/<slug:fault>/", page),
    path("en/faulty/<slug:fault>/", page),
    path("admin/faulty/<slug:fault>/", page),  # only there are forms sent
    path("api/v1/faulty/<slug:fault>/", endpoint),
    *urls.urlpatterns,
]
