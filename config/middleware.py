"""The outer guard: hostile input refused before anything reads it, and headers that Django does not set."""

import logging
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.utils import translation

from config import errors

logger = logging.getLogger(__name__)

LONGEST = 4_000  # characters of a path or a query, as sent
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
BROKEN = re.compile("%[89A-F][0-9A-F]")
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
READING = ("GET", "HEAD")
REFUSES_METHODS_ITSELF = ("/admin/", "/api/")  # the one also takes forms, the other has its own words
HEADERS = {
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Django's own middleware sets these too, but not on what is answered before its turn: refusals, static files.
    "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": settings.X_FRAME_OPTIONS,
}

Handler = Callable[[HttpRequest], HttpResponseBase]


class GuardMiddleware:
    """Refuses what no page can mean, answers for a database that refuses, and puts our headers on every answer."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse, or pass on."""
        trust_proxies(request)
        status = refusal(request.path_info, request.META.get("QUERY_STRING", ""), request.META.get("CONTENT_LENGTH"))
        response = errors.answer(request, status) if status else self.get_response(request)
        if isinstance(response, HttpResponseNotAllowed):
            response = errors.method_not_allowed(request, response)
        for name, value in HEADERS.items():
            if not (name == "X-Frame-Options" and getattr(response, "xframe_options_exempt", False)):
                response.headers.setdefault(name, value)
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """A wrong method, refused as such before the CSRF check could take it for a form without its token."""
        if request.method in READING or request.path_info.startswith(REFUSES_METHODS_ITSELF):
            return None
        return errors.method_not_allowed(request, HttpResponseNotAllowed(READING))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The answer to what a view could not know beforehand: the database says no, or nothing."""
        status = errors.database_status(exception, safe=request.method in SAFE_METHODS)
        if status is None:
            return None
        logger.warning("%s at %s", status, request.path, exc_info=exception)
        return errors.answer(request, status)


class LanguageMiddleware:
    """The address alone decides the language of a page: Spanish, or English under ``/en/`` (ADR 0010).

    Cookies and ``Accept-Language`` have no say, so a page varies by neither and a shared link reads the same for
    everybody. The API chooses for itself, inside its views.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on in the language of the address."""
        language = errors.language_of(request)
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def refusal(path: str, query: str, length: str | None = None) -> int | None:
    """The status of the refusal, or None. ``path`` is decoded; ``query`` as WSGI has it, quoted and dressed as Latin-1.

    ``length`` is what the request says of its body. Without one Django reads no body; with one, never more than that.

    Django quotes again what in a path is no UTF-8 (a lone surrogate is none either). No address of ours holds such a
    sign, so one that was quoted twice is refused with it.
    """
    if len(path) > LONGEST or len(query) > LONGEST:
        return 414
    if length and length.isdecimal() and int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return 413
    try:
        text = unquote_to_bytes(query.encode("latin-1")).decode()
    except UnicodeError:
        return 400
    return 400 if BROKEN.search(path) or CONTROL.search(path) or CONTROL.search(text) else None


def trust_proxies(request: HttpRequest) -> None:
    """Behind ``PROXIES`` proxies of ours the client is that many places from the end of ``X-Forwarded-For``.

    Whatever stands further left was sent by the client, who may write there what it likes.
    """
    count: int = settings.PROXIES
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    if count and len(hops) >= count and hops[-count]:
        request.META["REMOTE_ADDR"] = hops[-count]
