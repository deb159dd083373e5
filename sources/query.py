"""“According to …”: the query string in, the documents that it names out. For the pages; the API has filters."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sources.models import Source
from web.lookup import Missing


def chosen_sources(request: HttpRequest, sources: QuerySet[Source] | list[Source]) -> list[Source]:
    """The documents of ``?source=…`` (repeatable, repetitions and empty values ignored), in the order of ``sources``.

    ``sources`` are all documents: a page that narrows by document shows them all in its form anyway.
    """
    wanted = {slug for slug in request.GET.getlist("source") if slug}
    chosen = [source for source in sources if source.slug in wanted]
    unknown = wanted - {source.slug for source in chosen}
    if unknown:
        raise Missing(_("No document here is called “%(slug)s”.") % {"slug": min(unknown)[:80]})
    return chosen
