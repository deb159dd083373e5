"""Table of contents of the addresses. Spanish pages have no prefix, English ones stand under /en/."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config import health

handler400 = "config.errors.bad_request"
handler403 = "config.errors.permission_denied"
handler404 = "config.errors.page_not_found"
handler500 = "config.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("config.api_urls")),
    *i18n_patterns(
        path("", include("catalogue.urls")),
        path("", include("roles.urls")),
        path("", include("responsibilities.urls")),
        path("", include("orgcharts.urls")),
        path("", include("sources.urls")),
        prefix_default_language=False,
    ),
]
