"""Deleting in the admin: what goes is what was shown, and what stands in the way is named with a link."""

import json
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editing.aggregates import digest_of
from editing.content import Content, kinds
from editing.history import latest_edit
from editing.lock import take_turn
from editing.obstacles import doomed_by, link_to, pages_of
from editing.telling import who_and_when

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = object
States = dict[str, str]
SHORT = 12  # characters of a digest that the page carries for each row


def states_of(rows: Iterable[models.Model]) -> States:
    """Each row, by model and id, with a short digest of its values."""
    return {f"{row._meta.label_lower} {row.pk}": digest_of([row])[:SHORT] for row in rows}


def read_states(text: str) -> States:
    """What the page of the question sent back; nothing where it is not what we wrote."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


class Deleting(Base):
    """For pages of rows: the question carries what it showed; the answer is refused if that is no longer what goes."""

    def also_in_the_way(self, rows: Collection[Any]) -> list[models.Model]:
        """What forbids the deletion although no foreign key does."""
        return []

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, Any, list[Any]]:
        """What would go, and what forbids it; on an answer, also whatever changed since the question was asked."""
        rows = list(objs)
        nested, counts, lacking, _protected = super().get_deleted_objects(rows, request)
        doomed = doomed_by(rows)
        kept = (Content, self.model)
        watched = [row for model, group in doomed.data.items() if issubclass(model, kept) for row in group]
        now = states_of(watched)
        protected = [link_to(row) for row in pages_of([*doomed.protected, *self.also_in_the_way(rows)])]
        changed = []
        if request.POST.get("post"):
            changed = changes_between(read_states(request.POST.get("opened", "")), now, watched)
        request.deleting = {  # type: ignore[attr-defined]
            "opened": json.dumps(now, separators=(",", ":")),
            "changed": [] if protected else changed,
        }
        return nested, counts, lacking, protected or changed

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The question and the deletion, which takes its turn from the comparison to the last row."""
        if request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        with transaction.atomic():
            take_turn()
            return super().delete_view(request, object_id, extra_context)

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> Any:
        """The question, with what it shows."""
        return super().render_delete_form(request, context | getattr(request, "deleting", {}))

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list and its actions, which take their turn."""
        if request.method != "POST":
            return super().changelist_view(request, extra_context)
        with transaction.atomic():
            take_turn()
            response = super().changelist_view(request, extra_context)
        if isinstance(response, TemplateResponse) and response.context_data is not None:
            response.context_data |= getattr(request, "deleting", {})
        return response


def changes_between(opened: States, now: States, rows: Iterable[models.Model]) -> list[SafeString]:
    """One sentence for each row that differs from what was shown: what became of it, who did it and when."""
    different = [(key, row) for key, row in zip(now, rows, strict=True) if opened.get(key) != now[key]]
    told = [_told(row, is_new=key not in opened) for key, row in different]
    return told + [_told_gone(key) for key in opened if key not in now and _is_key(key)]


def _told(row: models.Model, *, is_new: bool) -> SafeString:
    link = format_html("{}", link_to(pages_of([row])[0]))
    text = _("{link} was added ({who})") if is_new else _("{link} was changed ({who})")
    return format_html(text, link=link, who=who_and_when(type(row), row.pk))


def _told_gone(key: str) -> SafeString:
    label, pk = key.split(" ")
    model = next(model for model in kinds() if model._meta.label_lower == label)
    version = latest_edit(model, pk)
    name = version.object_repr if version else pk
    kind = capfirst(str(model._meta.verbose_name))
    return format_html(_("{kind}: {name} was deleted ({who})"), kind=kind, name=name, who=who_and_when(model, pk))


def _is_key(key: Any) -> bool:
    label, _space, pk = str(key).partition(" ")
    return pk.isascii() and pk.isdigit() and len(pk) < 19 and any(model._meta.label_lower == label for model in kinds())
