"""The app's place in the project."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """What every page and answer needs: it has no models."""

    name = "web"
