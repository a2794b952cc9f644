"""The draft while somebody is booking."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .afspraak import Afspraak


class Aanvraag(models.Model):
    """One row per draft. Everything typed is sealed, so that needs stand nowhere in plain text."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    verzegeld = models.BinaryField()
    afspraak = models.ForeignKey(
        Afspraak, on_delete=models.SET_NULL, null=True, blank=True, related_name="aanvragen"
    )
    afzender = models.CharField(
        max_length=64, blank=True, db_index=True, help_text=_("keyed hash van het net van de bezoeker")
    )
    aangemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("aanvraag")
        verbose_name_plural = _("aanvragen")

    def __str__(self) -> str:
        """Never what it holds."""
        return f"aanvraag {self.id}"
