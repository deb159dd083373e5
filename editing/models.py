"""The memory of what rows were called before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editing import constraints


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
