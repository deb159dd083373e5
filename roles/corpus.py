"""What the search reads of the roles: three light queries, however many there are."""

from collections.abc import Iterator

from roles.models import Alias, Role, Trait
from web.corpus import filled, grouped, in_language
from web.search import Entry, Kind, Text, Weight


def _roles() -> Iterator[Entry]:
    aliases = grouped(Alias.objects.order_by("pk").values_list("role__slug", "language", "name"))
    traits = grouped(Trait.objects.order_by("position", "pk").values_list("role__slug", "statement_es", "statement_en"))
    for slug, es, en, short in Role.objects.in_order().values_list("slug", "name_es", "name_en", "abbreviation"):
        title = Text(es, en)
        terms = [(Weight.TERM, in_language(*row)) for row in aliases[slug]]
        heads = ((Weight.NAME, title), (Weight.NAME, Text(short, short)), *terms)
        yield Entry(slug, title, heads, filled(traits[slug]))


ROLES = Kind("role", "roles:detail", _roles)
