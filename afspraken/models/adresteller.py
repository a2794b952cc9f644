"""How often something happened: bookings of one net in this hour, tries to pair a screen, SMS on this day."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Adresteller(models.Model):
    """One row per net, number or visitor and stretch of time; a hash of both, so that two cannot be joined.

    ``uur``: the clock hour it ends in; soon after that the row is wiped.
    """

    sleutel = models.CharField(primary_key=True, max_length=64, help_text=_("keyed hash van net en tijdvak"))
    uur = models.DateTimeField(db_index=True)
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("adresteller")
        verbose_name_plural = _("adrestellers")

    def __str__(self) -> str:
        """Hour and number, never who."""
        return f"{self.uur:%Y-%m-%d %H}: {self.aantal}"
