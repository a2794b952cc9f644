"""Django's registration of the package."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AfsprakenConfig(AppConfig):
    """The app ``afspraken``."""

    name = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Renew the overlap guards after every migrate: the one signal of this project."""
        from .models.bewaking import bewaking_aanzetten  # noqa: PLC0415 - models load after the apps

        post_migrate.connect(bewaking_aanzetten, sender=self, dispatch_uid="bewaking")
