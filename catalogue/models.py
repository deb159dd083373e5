"""Two memories: what was loaded, which tells an editor's change from ours, and what rows were called before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editing import constraints


class LoadedRow(models.Model):
    """One row as ``load_catalogue`` last wrote it, by natural key, with the digest of its content.

    A row that several collections brought is remembered by each.
    """

    collection = models.CharField(_("collection"), max_length=80)
    model = models.CharField(_("model"), max_length=60)
    key = models.CharField(_("natural key"), max_length=500)
    digest = models.CharField(_("digest"), max_length=64)

    class Meta:
        verbose_name = _("loaded row")
        verbose_name_plural = _("loaded rows")
        ordering = ["collection", "model", "key"]
        constraints = [
            models.UniqueConstraint(fields=["collection", "model", "key"], name="loaded_row_once"),
            constraints.filled("collection", name="loaded_row_collection_filled"),
            constraints.filled("model", name="loaded_row_model_filled"),
            constraints.filled("key", name="loaded_row_key_filled"),
            constraints.sha256("digest", name="loaded_row_digest_sha256"),
        ]

    def __str__(self) -> str:
        return f"{self.collection}: {self.model} {self.key}"


class FormerSlug(models.Model):
    """A slug that a row once had: its old addresses lead to the row, as long as no other row lives there (ADR 0030).

    ``model`` is a label such as ``roles.role`` and ``row`` the id. A row that is deleted leaves its former slugs; they
    lead nowhere until it is recovered.
    """

    model = models.CharField(_("model"), max_length=60)
    slug = models.CharField(_("slug"), max_length=80)
    row = models.BigIntegerField(_("row"))

    class Meta:
        verbose_name = _("former slug")
        verbose_name_plural = _("former slugs")
        ordering = ["model", "slug"]
        constraints = [
            models.UniqueConstraint(fields=["model", "slug"], name="former_slug_once"),
            constraints.filled("model", name="former_slug_model_filled"),
            constraints.filled("slug", name="former_slug_filled"),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.slug}"
