"""What duties are called: the names that may mean one duty alone, and the terms that may be shared."""

from collections.abc import Hashable

from editing.naming import sounded, spelled
from responsibilities.models import Duty, DutyTerm


def names_of_duties() -> set[tuple[int, str]]:
    """Every name of a duty, in either language, with the duty; terms may be shared."""
    rows = Duty.objects.order_by("pk").values_list("pk", "name_es", "name_en")
    return {(pk, sounded(name)) for pk, *names in rows for name in names if name}


def terms_spelled() -> list[tuple[int, Hashable]]:
    """Each term with what only one term of its duty and language may be."""
    rows = DutyTerm.objects.order_by("pk").values_list("pk", "duty", "language", "term")
    return [(pk, (duty, language, spelled(term))) for pk, duty, language, term in rows]
