"""Who serves, where and when."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .locatie import Locatie, Vorm
from .product import Product


class Medewerker(models.Model):
    """An employee who serves people."""

    gebruiker = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True
    )
    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=80)
    toont_naam = models.BooleanField(default=True)
    telefoon = models.CharField(max_length=30, blank=True)
    talen = models.JSONField(default=list, blank=True)
    producten = models.ManyToManyField(Product, blank=True, related_name="medewerkers")
    is_actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("medewerker")
        verbose_name_plural = _("medewerkers")
        ordering = ["naam"]

    def __str__(self) -> str:
        """Name."""
        return self.naam


class Inzet(models.Model):
    """A shift: medewerker at locatie during [begin, einde), for appointments, walk-in or both."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="inzetten")
    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="inzetten")
    datum = models.DateField(help_text=_("lokale datum"))
    begin = models.DateTimeField()
    einde = models.DateTimeField()
    soort = models.CharField(max_length=10, choices=Vorm.choices, default=Vorm.BEIDE)
    vrijgave_op = models.DateTimeField(
        null=True, blank=True, help_text=_("daarna is vrije afspraaktijd voor inloop")
    )
    afgemeld_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("inzet")
        verbose_name_plural = _("inzetten")
        indexes = [models.Index(fields=["locatie", "datum"], name="inzet_locatie_datum")]
        constraints = [
            models.CheckConstraint(condition=Q(einde__gt=F("begin")), name="inzet_einde_na_begin"),
            models.UniqueConstraint(fields=["medewerker", "begin"], name="inzet_een_keer"),
        ]

    def __str__(self) -> str:
        """Who and when."""
        return f"{self.medewerker} {self.begin} - {self.einde}"


class Pauze(models.Model):
    """A break [begin, einde) inside a shift."""

    inzet = models.ForeignKey(Inzet, on_delete=models.CASCADE, related_name="pauzes")
    begin = models.DateTimeField()
    einde = models.DateTimeField()

    class Meta:
        verbose_name = _("pauze")
        verbose_name_plural = _("pauzes")
        constraints = [models.CheckConstraint(condition=Q(einde__gt=F("begin")), name="pauze_einde_na_begin")]

    def __str__(self) -> str:
        """Period."""
        return f"{self.begin} - {self.einde}"


class Contactpersoon(models.Model):
    """Dated duty: who can be called about an office (or one specialisme); no promise of who serves."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="contactpersonen")
    specialisme = models.SlugField(blank=True)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE)
    vervanger = models.ForeignKey(
        Medewerker, on_delete=models.SET_NULL, null=True, blank=True, related_name="vervangt"
    )
    telefoon = models.CharField(max_length=30)
    bereikbaar = models.CharField(max_length=80, blank=True)
    bereikbaar_en = models.CharField(max_length=80, blank=True)
    van = models.DateField()
    tot_en_met = models.DateField()

    class Meta:
        verbose_name = _("contactpersoon")
        verbose_name_plural = _("contactpersonen")
        constraints = [
            models.CheckConstraint(condition=Q(tot_en_met__gte=F("van")), name="contactpersoon_vooruit")
        ]

    def __str__(self) -> str:
        """Who, for which office."""
        return f"{self.medewerker} ({self.locatie})"
