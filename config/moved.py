"""Old addresses lead to the new ones: pages, their files, the API and its filters (ADR 0030)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase

from editing.former import address_now
from web.api.endpoint import FROM_ANYWHERE

Handler = Callable[[HttpRequest], HttpResponseBase]
NOT_UNDERSTOOD = (400, 404)
HEADERS = {
    # A browser would keep a permanent redirect for ever, also when the row gets its old slug back.
    "Cache-Control": "no-cache",
    # There is nothing in the answer; pictures on other sites and programs in browsers follow it.
    "Cross-Origin-Resource-Policy": "cross-origin",
    **FROM_ANYWHERE,
}


class MovedMiddleware:
    """Looks again at what was not found or not understood, with what its rows are called now."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer, or the redirect to where it is."""
        response = self.get_response(request)
        match = request.resolver_match
        if response.status_code not in NOT_UNDERSTOOD or match is None or request.method not in ("GET", "HEAD"):
            return response
        address = address_now(match, request.GET)
        return response if address is None else HttpResponsePermanentRedirect(address, headers=HEADERS)
