"""Django's registration of the package."""

from django.apps import AppConfig


class AfsprakenConfig(AppConfig):
    """The app ``afspraken``."""

    name = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"
