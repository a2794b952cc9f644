"""Version rows: what every write that touches capacity bumps; Locatiedag is also the lock."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .locatie import Locatie


class Locatieversie(models.Model):
    """Version of what holds for all days: skills, certificates, weekly hours, broken provisions."""

    locatie = models.OneToOneField(Locatie, on_delete=models.CASCADE, primary_key=True)
    versie = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("locatieversie")
        verbose_name_plural = _("locatieversies")

    def __str__(self) -> str:
        """Version."""
        return f"{self.locatie_id} v{self.versie}"


class Locatiedag(models.Model):
    """Version and lock of one local day of one office; ``rooster`` only counts its shifts and breaks."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE)
    datum = models.DateField()
    versie = models.PositiveBigIntegerField(default=0)
    rooster = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("locatiedag")
        verbose_name_plural = _("locatiedagen")
        constraints = [models.UniqueConstraint(fields=["locatie", "datum"], name="locatiedag_uniek")]

    def __str__(self) -> str:
        """Office, day, version."""
        return f"{self.locatie_id} {self.datum} v{self.versie}"
