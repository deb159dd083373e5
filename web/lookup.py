"""What an address names, or a 404 whose page says what is missing. For the pages; the API has filters of its own."""

from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import InvalidPage, Page, Paginator
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

PAGE_SIZE = 50
Found = TypeVar("Found", bound=Model)
Item = TypeVar("Item")


class Missing(Http404):
    """A 404 with a sentence for people: the error page shows it."""


def find(rows: QuerySet[Found], slug: str) -> Found:
    """The row with this slug."""
    try:
        return rows.get(slug=slug)
    except ObjectDoesNotExist:
        raise Missing(_("Nothing here is called “%(slug)s”.") % {"slug": slug}) from None


def page_of(request: HttpRequest, rows: "QuerySet[Any] | list[Item]", *, size: int = PAGE_SIZE) -> "Page[Item]":
    """The page of ``rows`` that ``?page=…`` asks for, the first one without it."""
    number = request.GET.get("page", "1")
    try:
        if not (number.isascii() and number.isdigit() and len(number) < 7):
            raise InvalidPage
        return Paginator(rows, size).page(int(number))
    except InvalidPage:
        raise Missing(_("There is no page “%(number)s” in this list.") % {"number": number[:20]}) from None
