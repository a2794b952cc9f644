"""Who sits where now, the numbers given out, and how often an office's queue has changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Balie, Locatie, Medewerker


class Werkplek(models.Model):
    """An employee at a balie during [begin, einde); no end = now. In a pause nobody is called."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="werkplekken")
    balie = models.ForeignKey(Balie, on_delete=models.CASCADE, related_name="werkplekken")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="werkplekken")
    begin = models.DateTimeField()
    einde = models.DateTimeField(null=True, blank=True)
    pauze_sinds = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("werkplek")
        verbose_name_plural = _("werkplekken")
        constraints = [
            models.UniqueConstraint(
                fields=["balie"], condition=Q(einde__isnull=True), name="werkplek_een_per_balie"
            ),
            models.UniqueConstraint(
                fields=["medewerker"], condition=Q(einde__isnull=True), name="werkplek_een_per_medewerker"
            ),
        ]

    def __str__(self) -> str:
        """Employee and counter."""
        return f"{self.medewerker} aan {self.balie}"


class Volgnummer(models.Model):
    """The last number given per office, local day and letter. The row is also the lock."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="volgnummers")
    datum = models.DateField()
    letter = models.CharField(max_length=1)
    laatste = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("volgnummer")
        verbose_name_plural = _("volgnummers")
        constraints = [
            models.UniqueConstraint(fields=["locatie", "datum", "letter"], name="volgnummer_uniek")
        ]

    def __str__(self) -> str:
        """Letter and number."""
        return f"{self.letter} {self.laatste}"


class Wachtrijversie(models.Model):
    """How often the queue of an office has changed: its lock, and what live screens are told."""

    locatie = models.OneToOneField(Locatie, on_delete=models.CASCADE, related_name="wachtrijversie")
    versie = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("versie van de wachtrij")
        verbose_name_plural = _("versies van de wachtrij")

    def __str__(self) -> str:
        """Version."""
        return str(self.versie)
