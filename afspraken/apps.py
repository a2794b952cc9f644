"""Django's registration of the package."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AfsprakenConfig(AppConfig):
    """The app ``afspraken``."""

    name = "afspraken"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Renew guards, version triggers and cache table around every migrate: the only signals we use."""
        from .models.bewaking import bewaking_aanzetten  # noqa: PLC0415 - models load after the apps
        from .models.cachetabel import cachetabel_maken  # noqa: PLC0415
        from .models.versiebewaking import (  # noqa: PLC0415
            versiebewaking_aanzetten,
            versiebewaking_voor_migratie,
        )

        pre_migrate.connect(versiebewaking_voor_migratie, sender=self, dispatch_uid="versies_weg")
        post_migrate.connect(bewaking_aanzetten, sender=self, dispatch_uid="bewaking")
        post_migrate.connect(cachetabel_maken, sender=self, dispatch_uid="cachetabel")
        post_migrate.connect(versiebewaking_aanzetten, sender=self, dispatch_uid="versies")
