"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    """Editing; says which models have a history before the admin asks."""

    name = "editing"
    verbose_name = _("Editing")

    def ready(self) -> None:
        """Register the content models with django-reversion."""
        from editing import history

        history.register_models()
