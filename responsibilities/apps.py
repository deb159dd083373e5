"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ResponsibilitiesConfig(AppConfig):
    """Responsibilities."""

    name = "responsibilities"
    verbose_name = _("Responsibilities")
