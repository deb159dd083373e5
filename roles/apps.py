"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RolesConfig(AppConfig):
    """Roles."""

    name = "roles"
    verbose_name = _("Roles")
