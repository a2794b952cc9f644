"""Django's registration of the package."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AfsprakenConfig(AppConfig):
    """The app ``afspraken``."""

    name = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Renew overlap guards and cache table after every migrate: the one signal of this project."""
        from .models.bewaking import bewaking_aanzetten  # noqa: PLC0415 - models load after the apps
        from .models.cachetabel import cachetabel_maken  # noqa: PLC0415

        post_migrate.connect(bewaking_aanzetten, sender=self, dispatch_uid="bewaking")
        post_migrate.connect(cachetabel_maken, sender=self, dispatch_uid="cachetabel")
