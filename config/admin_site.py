"""The frame of the admin: its titles, the order of its index, and what no page of it can mean."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from editing.widgets import Offer

View = Callable[..., HttpResponse]

# Apps, and models within them, in the order in which an editor thinks of them; what is not named comes last.
ORDER = (
    "responsibilities.Duty",
    "responsibilities.Responsibility",
    "responsibilities.Area",
    "roles.Role",
    "roles.Alias",
    "roles.Trait",
    "orgcharts.OrgChart",
    "orgcharts.Position",
    "sources.Source",
    "sources.Passage",
    "auth.User",
    "auth.Group",
)
LONGEST_ARGUMENT = 100  # characters of an id in an address
EXPENSIVE = {"regex", "iregex"}
PARTS_OF_DATES = {"year", "iso_year", "month", "day", "week", "week_day", "iso_week_day", "quarter", "hour"}
ID = re.compile(r"[0-9]{1,18}", re.ASCII)
SMALL_NUMBER = re.compile(r"[1-9][0-9]{0,3}", re.ASCII)


class Site(AdminSite):
    """The stock admin with our titles; hostile addresses are refused before its views see them."""

    site_title = "Quién hace qué"
    site_header = "Quién hace qué"
    index_title = _("Edit the knowledge base")

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Every view of the admin passes here."""
        return super().admin_view(guarded(view), cacheable)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        """What fields to choose from offer while somebody types, in the words of ``editing.widgets``."""
        offer: View = Offer.as_view(admin_site=self)  # type: ignore[assignment]
        return offer(request)

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """Content first, in our order; people and machinery after it."""
        apps: list[Any] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(key=lambda model: _place(f"{app['app_label']}.{model['object_name']}"))
        return sorted(apps, key=lambda app: _place(f"{app['app_label']}.{app['models'][0]['object_name']}"))


def _place(label: str) -> int:
    return ORDER.index(label) if label in ORDER else len(ORDER)


def guarded(view: View) -> View:
    """``view`` behind the refusals: Django's own admin answers these with a 500, or with minutes of work."""

    @wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if any(len(str(argument)) > LONGEST_ARGUMENT for argument in (*args, *kwargs.values())):
            raise Http404
        for name, value in request.GET.items():
            lookup = name.rpartition("__")[2]
            if lookup in EXPENSIVE or (lookup in PARTS_OF_DATES and not SMALL_NUMBER.fullmatch(str(value))):
                raise BadRequest(f"“{name}” is no filter of the admin.")
        if not all(ID.fullmatch(str(value)) for value in request.POST.getlist("_selected_action")):
            raise BadRequest("An id is a number.")
        if any("\x00" in value for values in request.POST.lists() for value in values[1]):
            raise BadRequest("A NUL is no text.")
        return view(request, *args, **kwargs)

    return inner
