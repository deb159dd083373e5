"""In which language the API answers: ``?lang=``, else ``Accept-Language``, else Spanish."""

from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation.trans_real import parse_accept_lang_header

LANGUAGES = ("es", "en")
DEFAULT = "es"


def language_of(request: HttpRequest) -> str:
    """The language to answer in; an unknown ``?lang=`` is refused elsewhere, here it counts as none."""
    asked = request.GET.get("lang")
    accepted = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    return asked if asked in LANGUAGES else first_known(code for code, quality in accepted if quality > 0)


def first_known(codes: Iterable[str]) -> str:
    """The first code that is Spanish or English of any country; Spanish where there is none."""
    spoken = (code.split("-")[0] for code in codes)
    return next((code for code in spoken if code in LANGUAGES), DEFAULT)
