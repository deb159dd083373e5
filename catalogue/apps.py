"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """What loads and checks the knowledge base, and shows it as a whole."""

    name = "catalogue"
    verbose_name = _("Catalogue")
