"""What goes along with a visitor who is passed on: read by who serves, gone when the visit is over."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .bezoek import Bezoek

TABEL, KOLOM = "afspraken_overdracht", "verzegeld"


class Overdracht(models.Model):
    """One per visit. ``specialisme``: code of the training that the next turn asks for, "" for none.

    ``verzegeld``: sealed JSON, the stories so far, oldest first.
    """

    bezoek = models.OneToOneField(
        Bezoek, on_delete=models.CASCADE, primary_key=True, related_name="overdracht"
    )
    specialisme = models.SlugField(blank=True)
    verzegeld = models.BinaryField()

    class Meta:
        verbose_name = _("overdracht")
        verbose_name_plural = _("overdrachten")

    def __str__(self) -> str:
        """Never what it holds."""
        return f"overdracht {self.bezoek_id}"
