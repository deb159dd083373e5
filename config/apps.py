"""The admin site of this project."""

from django.contrib.admin import apps


class AdminConfig(apps.AdminConfig):
    """Django's admin under our own title and index."""

    default_site = "config.admin_site.Site"
