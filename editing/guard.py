"""Two editors at once: each save takes its turn and compares what was opened with what is there now."""

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from editing.aggregates import state_of
from editing.forms import Refusing
from editing.lock import state_in_turn, take_turn
from editing.telling import who_and_when

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = object


class Guarded(Base):
    """For pages of rows: no edit is lost, neither the one that was saved nor the one that is refused."""

    def note_state(self, request: HttpRequest, object_id: str) -> None:
        """Keep what is there now, before this request changes it, and tell whether somebody was faster."""
        if hasattr(request, "state_found"):
            return
        row = self.get_object(request, unquote(object_id))
        writes = request.method == "POST"
        state = "" if row is None else state_in_turn(row) if writes else state_of(row)
        request.state_found = state  # type: ignore[attr-defined]
        request.conflict = ""  # type: ignore[attr-defined]
        if writes and request.POST.get("opened", "" if row is None else None) != state:
            request.conflict = self._conflict(row, unquote(object_id))  # type: ignore[attr-defined]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The form; a POST within one transaction from the comparison to the last row written."""
        with transaction.atomic() if request.method == "POST" else nullcontext():
            if request.method == "POST":
                take_turn()
            if object_id is not None:
                self.note_state(request, object_id)
            if getattr(request, "conflict", "") and not request.state_found:  # type: ignore[attr-defined]
                object_id = None  # the row is gone: the form of a new one keeps what was typed
            response: HttpResponse = super().changeform_view(request, object_id, form_url, extra_context)
            return response

    def get_form(
        self, request: HttpRequest, obj: models.Model | None = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """The form, told of the conflict of this request."""
        form = super().get_form(request, obj, change=change, **kwargs)
        conflict = getattr(request, "conflict", "")
        return type(form.__name__, (Refusing, form), {"conflict": conflict}) if conflict else form

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """The page with the state it was opened in: the first one, however often the form comes back."""
        found = getattr(request, "state_found", None)
        context["opened"] = request.POST.get("opened", "") if request.method == "POST" else found
        return super().render_change_form(request, context, *args, **kwargs)

    def _conflict(self, row: models.Model | None, pk: str) -> str:
        """What to tell an editor who was overtaken."""
        who = who_and_when(self.model, pk)
        if row is not None:
            return _(
                "Nothing was saved: somebody else saved this after you opened it (last saved: %(who)s). "
                "Your text is still here. Open this page again in another tab, see what changed, and copy your changes "
                "there."
            ) % {"who": who}
        try:
            deleted = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_recoverlist")
        except NoReverseMatch:
            return _("Nothing was saved: somebody deleted this after you opened it. Your text is still here.")
        return format_html(
            _(
                "Nothing was saved: somebody deleted this after you opened it (last saved: {who}). Your text is still "
                'here. <a href="{url}">Recover it</a> in another tab, and copy your changes there.'
            ),
            who=who,
            url=deleted,
        )
