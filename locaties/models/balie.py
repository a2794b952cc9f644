"""Counters and rooms."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .locatie import Locatie, Voorziening


class Balie(models.Model):
    """A counter or room with its provisions."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="balies")
    nummer = models.PositiveSmallIntegerField()
    naam = models.CharField(max_length=60, blank=True)
    voorzieningen = models.ManyToManyField(Voorziening, blank=True, limit_choices_to={"plek": "balie"})
    is_actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("balie")
        verbose_name_plural = _("balies")
        ordering = ["locatie", "nummer"]
        constraints = [models.UniqueConstraint(fields=["locatie", "nummer"], name="balie_nummer_uniek")]

    def __str__(self) -> str:
        """Number."""
        return f"balie {self.nummer}"


class Balieuitval(models.Model):
    """A balie, or one provision of it, that does not work during [begin, einde); no end = for now."""

    balie = models.ForeignKey(Balie, on_delete=models.CASCADE, related_name="uitval")
    voorziening = models.ForeignKey(
        Voorziening, on_delete=models.CASCADE, null=True, blank=True, help_text=_("leeg = de hele balie")
    )
    begin = models.DateTimeField()
    einde = models.DateTimeField(null=True, blank=True)
    reden = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("uitval van een balie")
        verbose_name_plural = _("uitval van balies")
        constraints = [
            models.CheckConstraint(
                condition=Q(einde__isnull=True) | Q(einde__gt=F("begin")), name="balieuitval_einde_na_begin"
            )
        ]

    def __str__(self) -> str:
        """Counter and period."""
        return f"{self.balie}: {self.begin} - {self.einde or '...'}"
