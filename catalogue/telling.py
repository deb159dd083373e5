"""Who edited something last, in words."""

from django.utils.formats import localize
from django.utils.timezone import localtime
from reversion.models import Version


def who_and_when(version: Version | None) -> str:
    """The editor and the moment of a version; a dash where nobody is known."""
    if version is None:
        return "—"
    return f"{version.revision.user or '—'} {localize(localtime(version.revision.date_created))}"
