"""What every page needs: titles, its own addresses, counts drawn as dots, and dates."""

from datetime import date
from typing import Any

from django import template
from django.http import HttpRequest
from django.utils import formats
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from web.translated import InLanguage, like

register = template.Library()

SITE_NAME = "Quién hace qué"
ENGLISH_PREFIX = "/en/"


@register.simple_block_tag
def page_title(content: SafeString) -> SafeString:
    """The title of the window and of a shared link, written once. Give plain text on one line."""
    text = without_markup(content)
    return format_html('<title>{0} · {1}</title>\n  <meta property="og:title" content="{0}">', text, SITE_NAME)


@register.simple_block_tag
def page_description(content: SafeString) -> SafeString:
    """The description for search engines and shared links, written once. Give plain text on one line."""
    text = without_markup(content)
    named, shared = '<meta name="description" content="{0}">', '<meta property="og:description" content="{0}">'
    return format_html(f"{named}\n  {shared}", text)


def without_markup(content: SafeString) -> SafeString:
    """What a template printed, without the elements that name the language of a text: these stand in the head."""
    return mark_safe(strip_tags(content))  # noqa: S308  it was escaped when it was printed


@register.filter
def plain(text: object) -> str:
    """A text without the element that names its language: for attributes, options and SVG. See ``lang``."""
    return str(text)


@register.filter
def lang(text: object) -> SafeString:
    """The attribute for the element whose attribute or only text is ``text|plain``; none where the page's serves."""
    foreign = isinstance(text, InLanguage) and text.is_foreign
    return format_html(' lang="{}"', text.language) if foreign else SafeString("")  # type: ignore[attr-defined]


@register.filter
def shortened(text: str, characters: int) -> str:
    """The beginning of a text, still in its language."""
    return like(text, Truncator(text).chars(characters))


def in_language(path: str, language: str) -> str:
    """The address of the same page in another language: Spanish stands at the root, English under ``/en/``.

    Works on any path, known or not, so that the page of a 404 can offer the switch too.
    """
    spanish = path.removeprefix("/en") if path.startswith(ENGLISH_PREFIX) else path
    return spanish if language == "es" else f"{ENGLISH_PREFIX}{spanish.removeprefix('/')}"


@register.simple_tag(takes_context=True)
def same_page(context: dict[str, Any], language: str) -> str:
    """The address of this page, query included, in ``language``; the front page's where there is no request."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return in_language("/", language)
    query = request.META.get("QUERY_STRING", "")
    return in_language(request.path, language) + (f"?{query}" if query else "")


@register.simple_tag(takes_context=True)
def page_address(context: dict[str, Any], language: str, query: str = "") -> str:
    """The full address of this page in ``language``, with only that part of the query which makes it another page."""
    path = in_language(context["request"].path, language)
    address: str = context["request"].build_absolute_uri(path)
    return f"{address}?{query}" if query else address


@register.filter
def dots(count: int, total: int) -> list[bool]:
    """One value for each of ``total``, the first ``count`` of them true: dots to be filled."""
    return [number < count for number in range(total)]


SEPARATOR = " › "


@register.filter
def partial_date(value: str) -> str:
    """A date as precise as it is known, in words: “2018”, “October 2018”, “31 October 2018”."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return value
    day = date(*parts, *[1] * (3 - len(parts)))
    return formats.date_format(day, "YEAR_MONTH_FORMAT" if len(parts) == 2 else "DATE_FORMAT")


@register.filter
def shelf_of(locator: str) -> str:
    """The part of the document that a place is in: “Social Media Manager” of “Social Media Manager › 11”."""
    return like(locator, locator.rpartition(SEPARATOR)[0] or locator)


@register.filter
def place_of(locator: str) -> str:
    """The place within its part of the document: “11” of “Social Media Manager › 11”."""
    return like(locator, locator.rpartition(SEPARATOR)[2])
