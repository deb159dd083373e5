"""What rows were called before: their old addresses lead to them (ADR 0030).

Which addresses those are is known to ``config.moved``.
"""

from collections.abc import Collection

from django.db import models

from editing.content import Content
from editing.models import FormerSlug

Model = type[models.Model]


def has_addresses(model: Model) -> bool:
    """Whether a slug alone names the rows of the model: then it stands in addresses."""
    return issubclass(model, Content) and model.natural == ("slug",)


def remember_slug(model: Model, pk: int, old: str, new: str) -> None:
    """Let the old addresses of a row lead to it; called by whatever gives a row another slug, in its transaction.

    The last row that had a slug is the one that its old address means.
    """
    if not has_addresses(model) or old == new:
        return
    label = model._meta.label_lower
    FormerSlug.objects.filter(model=label, slug=new, row=pk).delete()
    FormerSlug.objects.update_or_create(model=label, slug=old, defaults={"row": pk})


def renamed(model: Model, slugs: Collection[str]) -> dict[str, str]:
    """Those of the slugs that no row has any more, each with what its row is called now: three queries at most."""
    missing = set(slugs) - set(model._base_manager.filter(slug__in=slugs).values_list("slug", flat=True))
    former = dict(
        FormerSlug.objects.filter(model=model._meta.label_lower, slug__in=missing).values_list("slug", "row")
        if missing
        else ()
    )
    now = dict(model._base_manager.filter(pk__in=former.values()).values_list("pk", "slug")) if former else {}
    return {slug: now[pk] for slug, pk in former.items() if pk in now}


def former_holder(model: Model, slug: str, *, besides: int) -> models.Model | None:
    """The row whose old address a slug is, if it is another one and still there."""
    former = FormerSlug.objects.filter(model=model._meta.label_lower, slug=slug).exclude(row=besides).first()
    return model._base_manager.filter(pk=former.row).first() if former else None
