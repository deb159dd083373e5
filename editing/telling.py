"""Who edited something last, in words."""

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.formats import localize
from django.utils.timezone import localtime

from editing.history import latest_edit


def who_and_when(model: type[models.Model], pk: object) -> str:
    """The editor and the moment of the last edit that is known: of content by its history, of others by the log."""
    if version := latest_edit(model, pk):
        return f"{version.revision.user or '—'} {localize(localtime(version.revision.date_created))}"
    logged = LogEntry.objects.filter(content_type=ContentType.objects.get_for_model(model), object_id=str(pk))
    entry = logged.select_related("user").first()
    return f"{entry.user} {localize(localtime(entry.action_time))}" if entry else "—"
