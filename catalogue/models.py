"""The memory of what was loaded, which tells an editor's change from ours."""

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
