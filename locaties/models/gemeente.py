"""The municipality that this installation serves."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gemeente(models.Model):
    """One row: name and the human ways to reach it."""

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=80)
    telefoon = models.CharField(max_length=30)
    telefoon_buitenland = models.CharField(max_length=30, blank=True)
    tekst_voor_doven = models.CharField(max_length=200, blank=True)
    tekst_voor_doven_en = models.CharField(max_length=200, blank=True)
    bereikbaar = models.CharField(max_length=120, default="maandag tot en met vrijdag van 8.30 tot 17.00 uur")
    bereikbaar_en = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")

    def __str__(self) -> str:
        """Name."""
        return self.naam
