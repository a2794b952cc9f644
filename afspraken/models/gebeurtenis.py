"""What happened, and which promises do not hold at present."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .afspraak import Afspraak
from .bezoek import Bezoek


class Gebeurtenis(models.Model):
    """Append-only: what, when, by which role, why; never a need. Of an appointment, a visit, or both."""

    afspraak = models.ForeignKey(
        Afspraak, on_delete=models.CASCADE, null=True, blank=True, related_name="gebeurtenissen"
    )
    bezoek = models.ForeignKey(
        Bezoek, on_delete=models.CASCADE, null=True, blank=True, related_name="gebeurtenissen"
    )
    soort = models.CharField(max_length=40)
    op = models.DateTimeField()
    rol = models.CharField(max_length=20)
    gebruiker_id = models.BigIntegerField(null=True, blank=True)
    reden = models.CharField(max_length=200, blank=True)
    gegevens = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("gebeurtenis")
        verbose_name_plural = _("gebeurtenissen")
        ordering = ["op", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(afspraak__isnull=False) | Q(bezoek__isnull=False), name="gebeurtenis_van_iets"
            )
        ]

    def __str__(self) -> str:
        """Kind and time."""
        return f"{self.soort} {self.op}"


class Knelpunt(models.Model):
    """A promise that does not hold at present: which, since when, why, how it was solved."""

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="knelpunten")
    soort = models.CharField(max_length=30)
    sinds = models.DateTimeField()
    reden = models.CharField(max_length=200)
    voorstel = models.JSONField(default=dict, blank=True)
    opgelost_op = models.DateTimeField(null=True, blank=True)
    oplossing = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("knelpunt")
        verbose_name_plural = _("knelpunten")
        constraints = [
            models.UniqueConstraint(
                fields=["afspraak", "soort"], condition=Q(opgelost_op__isnull=True), name="knelpunt_een_open"
            )
        ]

    def __str__(self) -> str:
        """Kind."""
        return f"{self.soort} sinds {self.sinds}"
