"""The app's place in the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrgChartsConfig(AppConfig):
    """Org charts."""

    name = "orgcharts"
    verbose_name = _("Org charts")
