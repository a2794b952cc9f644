"""Django's registration of the package."""

from django.apps import AppConfig


class ToegankelijkheidConfig(AppConfig):
    """The app ``toegankelijkheid``."""

    name = "toegankelijkheid"
    default_auto_field = "django.db.models.BigAutoField"
