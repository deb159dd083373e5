"""What was loaded, to look at only; and accounts, with the guard that content has."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

from catalogue.models import LoadedRow
from editing.deleting import Deleting
from editing.guard import Guarded

if TYPE_CHECKING:
    Base = admin.ModelAdmin[LoadedRow]
else:
    Base = admin.ModelAdmin


@admin.register(LoadedRow)
class LoadedRowAdmin(Base):
    """The memory of ``load_catalogue``; only that command writes it."""

    list_display = ["collection", "model", "key", "digest"]
    list_filter = ["collection", "model"]
    search_fields = ["key"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody changes one by hand."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody deletes one by hand: the next load would take the row for an editor's."""
        return False


admin.site.unregister([User, Group])


@admin.register(User)
class UserAdmin(Guarded, Deleting, StockUserAdmin):  # type: ignore[type-arg]
    """Accounts: an edit of two administrators at once is told, as with content."""


@admin.register(Group)
class GroupAdmin(Guarded, Deleting, StockGroupAdmin):
    """Groups, likewise."""
