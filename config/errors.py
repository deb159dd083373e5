"""Errors in one frame: the page of the site for people, the documented shape for programs under ``/api/``."""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import DataError, IntegrityError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from web.api.endpoint import FROM_ANYWHERE
from web.api.language import language_of as api_language_of
from web.lookup import Missing

logger = logging.getLogger(__name__)

MESSAGES: Mapping[int, tuple[str, str | Promise]] = {
    400: ("bad_request", _("The address or the data sent cannot be read.")),
    403: ("permission_denied", _("You may not do that.")),
    404: ("not_found", _("There is nothing at this address.")),
    405: ("method_not_allowed", _("This page can only be read.")),
    409: ("conflict", _("Somebody else changed this meanwhile, or it would break a rule of the knowledge base.")),
    413: ("content_too_large", _("What was sent is too large.")),
    414: ("uri_too_long", _("The address is too long.")),
    429: ("throttled", _("Too many attempts. Wait a quarter of an hour and try again.")),
    500: ("error", _("Something went wrong on our side.")),
    503: ("unavailable", _("The database does not answer. Try again in a few seconds.")),
}
RETRY_AFTER = {429: 900, 503: 5}  # seconds


def is_api(request: HttpRequest) -> bool:
    """Whether a program asks."""
    return request.path_info.startswith("/api/")


def language_of(request: HttpRequest) -> str:
    """The language of the answer: the address tells that of a page, the API has a rule of its own."""
    if not is_api(request):
        return translation.get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    try:
        return api_language_of(request)
    except SuspiciousOperation:  # a query with too many fields
        return settings.LANGUAGE_CODE


def answer(request: HttpRequest, status: int, *, template: str = "", message: str | Promise = "") -> HttpResponse:
    """The answer to an error; cannot fail itself. ``template`` and ``message``: where the usual ones say too little."""
    code, usual = MESSAGES[status]
    language = language_of(request)
    with translation.override(language):
        text = str(message or usual)
        if is_api(request):
            response: HttpResponse = JsonResponse(body(status, code, text), status=status)
            patch_vary_headers(response, ["Accept-Language"])
            for name, value in FROM_ANYWHERE.items():
                response.headers[name] = value
        else:
            response = HttpResponse(page(request, template or f"{status}.html", status, text), status=status)
    response.headers["Content-Language"] = language
    if status in RETRY_AFTER:
        response.headers["Retry-After"] = str(RETRY_AFTER[status])
    return response


def body(status: int, code: str, detail: str) -> dict[str, Any]:
    """The shape of errors in the API, the same as drf-standardized-errors gives."""
    kind = "server_error" if status >= 500 else "client_error"
    return {"type": kind, "errors": [{"code": code, "detail": detail, "attr": None}]}


def page(request: HttpRequest, template: str, status: int, message: str) -> str:
    """The page of an error; where even its template fails (the database is away, the host is unknown), a bare one."""
    try:
        return render_to_string(template, {"status": status, "message": message}, request)
    except Exception:  # an error page must not become an error
        logger.exception("The page of error %s cannot be rendered", status)
    language = escape(translation.get_language() or settings.LANGUAGE_CODE)
    return (
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>{status}</title>'
        f"<h1>{status}</h1><p>{escape(message)}</p></html>"
    )


def database_status(exception: BaseException, *, safe: bool) -> int | None:
    """400 for a value that the database cannot hold, 409 for a write that it refuses, 503 where it is away."""
    if isinstance(exception, DataError | OverflowError):
        return 400
    if isinstance(exception, OperationalError):
        return 503
    if isinstance(exception, IntegrityError) and not safe:
        return 409
    return None


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler400."""
    return answer(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler403."""
    return answer(request, 403)


def method_not_allowed(request: HttpRequest, refused: HttpResponseBase) -> HttpResponse:
    """Django's bare 405 in our frame, with the methods that it allows."""
    response = answer(request, 405)
    response.headers["Allow"] = refused.headers["Allow"]
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: usually a page that stood open too long (Django's CSRF_FAILURE_VIEW)."""
    message = _("The form stood open too long, or cookies are off. Go back, load the page again and send it once more.")
    return answer(request, 403, template="403_csrf.html", message=message)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Django's handler404. What our own pages miss, they say; the texts of other 404s are for developers."""
    return answer(request, 404, message=str(exception) if isinstance(exception, Missing) else "")


def server_error(request: HttpRequest) -> HttpResponse:
    """Django's handler500, also for what fails in a middleware, where ``process_exception`` does not reach."""
    exception = sys.exc_info()[1]
    return answer(request, (exception and database_status(exception, safe=True)) or 500)


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page after too many wrong passwords (django-axes)."""
    return answer(request, 429)
