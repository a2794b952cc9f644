"""What was forecast, to whom it was shown, and what the forecast learns from."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Locatie, Product

from .bezoek import Bezoek


class Verwachting(models.Model):
    """The forecast of a visit that waits: the window [van, tot] it was shown, held until it is wrong.

    ``eerste_p50`` and ``eerste_p80`` are those of the first refresh after arrival and never change: what came
    of them is the error of the forecast. ``later``: minutes after the appointed time, as it was shown;
    ``gemeld``: how many of those we last wrote to the visitor. ``beoordeeld``: the level has learned from it.
    """

    class Soort(models.TextChoices):
        VENSTER = "venster", _("tussen twee tijden")
        GEEN_COLLEGA = "geen_collega", _("geen collega die dit kan")
        NA_SLUITING = "na_sluiting", _("lukt vandaag niet meer")
        NIETS = "niets", _("niets getoond")

    bezoek = models.OneToOneField(Bezoek, on_delete=models.CASCADE, related_name="verwachting")
    soort = models.CharField(max_length=12, choices=Soort.choices, default=Soort.VENSTER)
    van = models.DateTimeField(null=True, blank=True)
    tot = models.DateTimeField(null=True, blank=True)
    buiten = models.PositiveSmallIntegerField(default=0, help_text=_("keren na elkaar buiten het venster"))
    herzieningen = models.PositiveSmallIntegerField(default=0)
    verlaat = models.BooleanField(default=False, help_text=_("de laatste herziening was naar later"))
    later = models.PositiveSmallIntegerField(default=0)
    gemeld = models.PositiveSmallIntegerField(default=0)
    eerste_p50 = models.DateTimeField(null=True, blank=True)
    eerste_p80 = models.DateTimeField(null=True, blank=True)
    beoordeeld = models.BooleanField(default=False)
    gemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = _("verwachting")
        verbose_name_plural = _("verwachtingen")
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="venster") | Q(van__isnull=False, tot__isnull=False),
                name="verwachting_heeft_venster",
            )
        ]

    def __str__(self) -> str:
        """Window."""
        return f"{self.soort} {self.van} - {self.tot}"


class Kantoorverwachting(models.Model):
    """The forecast of one office: when it was last made, for whom walks in now, and how its level stands.

    ``versie``: of the queue that was looked at. ``nieuw``: per letter what who joins now may expect:
    ``{"soort": "venster", "p50": seconds, "van": minutes, "tot": minutes}``.
    """

    locatie = models.OneToOneField(Locatie, on_delete=models.CASCADE, related_name="verwachting")
    versie = models.PositiveBigIntegerField(default=0)
    ververst_op = models.DateTimeField()
    niveau = models.FloatField(default=0.80)
    nieuw = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("verwachting van een kantoor")
        verbose_name_plural = _("verwachtingen van kantoren")

    def __str__(self) -> str:
        """Office."""
        return str(self.locatie)


class Behandelduur(models.Model):
    """How long one visit took: a multiple of the catalogue's minutes for its products and people.

    Not of the minutes that were planned: those hold the extra time that somebody needs. So this tells nothing
    that the visit itself, once levelled, does not tell (docs/besluiten/0012-verwachting.md).
    """

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="behandelduren")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="behandelduren")
    datum = models.DateField(help_text=_("plaatselijke datum"))
    verhouding = models.FloatField()

    class Meta:
        verbose_name = _("behandelduur")
        verbose_name_plural = _("behandelduren")
        indexes = [
            models.Index(fields=["locatie", "product", "-id"], name="behandelduur_laatste"),
            models.Index(fields=["locatie", "datum", "-id"], name="behandelduur_vandaag"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(verhouding__gt=0), name="behandelduur_groter_dan_nul")
        ]

    def __str__(self) -> str:
        """Product and ratio."""
        return f"{self.product} {self.verhouding:.2f}"
