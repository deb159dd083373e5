"""The frame of the admin: its titles."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class Site(AdminSite):
    """The stock admin with our titles."""

    site_title = "Quién hace qué"
    site_header = "Quién hace qué"
    index_title = _("Edit the knowledge base")
