"""What hangs in the hall, and calls for help from a balie."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Balie, Locatie, Medewerker


class Scherm(models.Model):
    """A screen of an office: paired once with a code, let in by a token that can be withdrawn."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="schermen")
    naam = models.CharField(max_length=60)
    tekst = models.CharField(max_length=160, blank=True, help_text=_("van het kantoor, onder aan het scherm"))
    koppelcode_hash = models.CharField(max_length=64, blank=True)
    koppelcode_tot = models.DateTimeField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    gekoppeld_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("scherm")
        verbose_name_plural = _("schermen")
        ordering = ["locatie", "naam"]
        constraints = [
            models.UniqueConstraint(
                fields=["locatie", "naam"], condition=Q(ingetrokken_op__isnull=True), name="scherm_naam_uniek"
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True) | Q(token_hash__isnull=True, koppelcode_hash=""),
                name="scherm_ingetrokken_is_dicht",
            ),
        ]

    def __str__(self) -> str:
        """Name."""
        return self.naam


class Alarm(models.Model):
    """Somebody at a balie asks for help, until somebody answers."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="alarmen")
    balie = models.ForeignKey(Balie, on_delete=models.CASCADE)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="alarmen")
    op = models.DateTimeField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    beantwoord_door = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("alarm")
        verbose_name_plural = _("alarmen")
        constraints = [
            models.UniqueConstraint(
                fields=["balie"], condition=Q(beantwoord_op__isnull=True), name="alarm_een_open"
            )
        ]

    def __str__(self) -> str:
        """Counter."""
        return f"alarm {self.balie}"
