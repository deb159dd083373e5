"""What every admin page of content has in common: history, undo, and no edit that is lost."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any

import reversion
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import quote, unquote
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from reversion.admin import VersionAdmin
from reversion.errors import RevertError
from reversion.models import Version

from editing import history
from editing.content import Content
from editing.deleting import Deleting
from editing.former import former_holder, has_addresses, remember_slug
from editing.forms import ContentForm
from editing.guard import Guarded
from editing.obstacles import links_to
from editing.recovery import Obstructed
from editing.widgets import Choosing


class Shown(Exception):  # noqa: N818  it carries an answer, it is no error
    """The answer shows what an undo would do; the transaction it was tried in is taken back."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response


class Historic(VersionAdmin):  # type: ignore[misc]
    """Each edit is a revision that can be undone: of one row and its parts, and of nothing else."""

    history_latest_first = True

    def create_revision(self, request: HttpRequest) -> AbstractContextManager[None]:
        """A revision for what writes only: reading must not open a transaction (SQLite would lock)."""
        writes: AbstractContextManager[None] = super().create_revision(request)
        return writes if request.method == "POST" else nullcontext()

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, outside any revision: its one action, deleting, writes revisions of its own."""
        context = {"has_change_permission": self.has_change_permission(request)} | (extra_context or {})
        return admin.ModelAdmin.changelist_view(self, request, context)

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete so that it can be recovered."""
        history.delete([obj], user=request.user)  # type: ignore[arg-type]

    def delete_queryset(self, request: HttpRequest, queryset: "models.QuerySet[Any]") -> None:
        """Delete several so that each can be recovered."""
        history.delete(list(queryset), user=request.user)  # type: ignore[arg-type]

    def log_change(self, request: HttpRequest, obj: models.Model, message: Any) -> LogEntry:
        """Log it; in the history of the whole, say which part was changed."""
        entry: LogEntry = super().log_change(request, obj, message)
        if isinstance(obj, Content) and obj.whole and reversion.is_active():
            reversion.set_comment(f"{obj}: {entry.get_change_message()}")
        return entry

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The revisions in which this object or one of its parts changed, newest first."""
        versions = Version.objects.get_for_object_reference(self.model, unquote(object_id)).select_related(
            "revision__user"
        )
        told = history.changes(versions.order_by("pk"))
        name = f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_revision"
        actions = [_entry(version, name) for version in reversed(told)]
        response: HttpResponse = super().history_view(
            request, object_id, {"action_list": actions} | (extra_context or {})
        )
        return response

    def _reversion_revisionform_view(
        self, request: HttpRequest, version: Version, template_name: Any, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        # Ours instead of the stock one: that one reverts the whole revision, whatever else it holds, does so for a
        # version of any model, and mutes the signals of the whole process meanwhile, other requests' history included.
        if version._model is not self.model:
            raise Http404
        if not self.has_change_permission(request):
            raise PermissionDenied
        try:
            with transaction.atomic():
                return self._as_it_was(request, version, template_name, extra_context or {})
        except Shown as shown:
            return shown.response
        except RevertError as error:
            messages.error(request, error.message() if isinstance(error, Obstructed) else str(error))
            return redirect(f"{self.admin_site.name}:{self.opts.app_label}_{self.opts.model_name}_changelist")

    def _as_it_was(
        self, request: HttpRequest, version: Version, template_name: Any, context: dict[str, Any]
    ) -> HttpResponse:
        self.note_state(request, version.object_id)
        (history.recover if context.get("recover") else history.put_back)(version)
        with self.create_revision(request):
            response: HttpResponse = self.changeform_view(request, quote(version.object_id), request.path, context)
            if request.method == "POST" and response.status_code == 302:
                saved = localize(localtime(version.revision.date_created))
                reversion.set_comment(_("Back to the version saved on %(datetime)s") % {"datetime": saved})
                return response
            response.template_name = template_name  # type: ignore[attr-defined]
            response.render()  # type: ignore[attr-defined]
            raise Shown(response)


def _entry(version: Version, name: str) -> dict[str, Any]:
    return {"revision": version.revision, "url": reverse(name, args=(quote(version.object_id), version.pk))}


class ContentAdmin(Guarded, Deleting, Choosing, Historic):
    """Base of the admin of content."""

    form = ContentForm
    list_per_page = 50
    show_facets = admin.ShowFacets.NEVER

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Save; a row that changes its slug keeps its old addresses, and one that takes over an old one is told so."""
        if has_addresses(self.model) and "slug" in form.changed_data:
            slug: str = obj.slug  # type: ignore[attr-defined]
            if change:
                old = self.model._base_manager.values_list("slug", flat=True).get(pk=obj.pk)
                remember_slug(self.model, obj.pk, old, slug)
            if other := former_holder(self.model, slug, besides=obj.pk or 0):
                text = _("“{slug}” was the address of {link}: it leads here now.")
                messages.warning(request, format_html(text, slug=slug, link=links_to([other])))
        super().save_model(request, obj, form, change)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Only what the filters of the page offer, and the id: no regular expression, no date out of range."""
        filters = self.get_list_filter(request)  # type: ignore[arg-type]
        offered = {entry[0] if isinstance(entry, tuple) else entry for entry in filters}
        field, _sep, rest = lookup.rpartition("__")
        plain = lookup if rest not in ("exact", "in", "isnull", "id") else field.removesuffix("__id")
        return plain in offered or plain in ("id", "pk")
