"""Django's registration of the package."""

from django.apps import AppConfig


class LocatiesConfig(AppConfig):
    """The app ``locaties``."""

    name = "locaties"
    default_auto_field = "django.db.models.BigAutoField"
