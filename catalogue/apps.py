"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """Catalogue; says which models have a history before the admin asks."""

    name = "catalogue"
    verbose_name = _("Catalogue")

    def ready(self) -> None:
        """Register the content models with django-reversion."""
        from editing import history

        history.register_models()
