"""The outer guard: hostile input refused before anything reads it, and headers that Django does not set."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class GuardMiddleware:
    """Placeholder order only; see below."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        return self.get_response(request)
