"""Who wants an SMS when it is their turn: asked for at this visit, gone the next day."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .bezoek import Bezoek

TABEL, KOLOM = "afspraken_beurtsms", "verzegeld"


class Beurtsms(models.Model):
    """One per visit, while it is wanted. ``verzegeld``: sealed JSON, the number in E.164."""

    bezoek = models.OneToOneField(Bezoek, on_delete=models.CASCADE, primary_key=True, related_name="beurtsms")
    verzegeld = models.BinaryField()
    telefoonsleutel = models.CharField(
        max_length=64, db_index=True, help_text=_("keyed hash van het telefoonnummer")
    )
    gevraagd_op = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("sms aan de beurt")
        verbose_name_plural = _("sms'en aan de beurt")

    def __str__(self) -> str:
        """Never the number."""
        return f"beurtsms {self.bezoek_id}"
