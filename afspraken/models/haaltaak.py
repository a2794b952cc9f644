"""Somebody must be fetched: called, and the host goes along; or standing outside at the entrance."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .bezoek import Bezoek


class Haaltaak(models.Model):
    """A task of the host since ``sinds``; at most one open task per visit. Says nothing of a need.

    It goes with how the visit is called: what remains of a visit does not tell that somebody was fetched.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bezoek = models.ForeignKey(Bezoek, on_delete=models.CASCADE, related_name="haaltaken")
    staat_buiten = models.BooleanField(default=False, help_text=_("vroeg zelf om gehaald te worden"))
    sinds = models.DateTimeField()
    gedaan_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("haaltaak")
        verbose_name_plural = _("haaltaken")
        constraints = [
            models.UniqueConstraint(
                fields=["bezoek"], condition=Q(gedaan_op__isnull=True), name="haaltaak_een_open"
            )
        ]

    def __str__(self) -> str:
        """Ticket."""
        return f"{self.bezoek} halen"
