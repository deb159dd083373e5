"""What roles are called: the names that may mean one role alone."""

from collections.abc import Hashable

from editing.naming import sounded, spelled
from roles.models import Alias, Role


def names_of_roles() -> set[tuple[int, str]]:
    """Every name that means one role alone, with the role: names, abbreviations, aliases that are not disputed."""
    rows = Role.objects.order_by("pk").values_list("pk", "name_es", "name_en", "abbreviation")
    named = {(pk, sounded(name)) for pk, *names in rows for name in names if name}
    aliases = Alias.objects.filter(disputed=False).order_by("pk").values_list("role", "name")
    return named | {(role, sounded(name)) for role, name in aliases}


def aliases_spelled() -> list[tuple[int, Hashable]]:
    """Each alias with what only one alias of its role may be."""
    rows = Alias.objects.order_by("pk").values_list("pk", "role", "name")
    return [(pk, (role, spelled(name))) for pk, role, name in rows]
