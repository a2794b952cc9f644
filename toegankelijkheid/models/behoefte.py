"""The catalogue of needs and the training that goes with it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Medewerker, Voorziening


class Specialisme(models.Model):
    """A kind of training."""

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=120)
    aandeel_vraag = models.FloatField(default=0.0, help_text=_("deel van de vraag, tot er geteld is"))

    class Meta:
        verbose_name = _("specialisme")
        verbose_name_plural = _("specialismen")
        ordering = ["code"]

    def __str__(self) -> str:
        """Code."""
        return self.code


class Bekwaamheid(models.Model):
    """That an employee is qualified, on the days [geldig_van, geldig_tot] both included."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="bekwaamheden")
    specialisme = models.ForeignKey(Specialisme, on_delete=models.CASCADE)
    certificaat = models.CharField(max_length=120)
    geldig_van = models.DateField()
    geldig_tot = models.DateField(help_text=_("tot en met"))

    class Meta:
        verbose_name = _("bekwaamheid")
        verbose_name_plural = _("bekwaamheden")
        constraints = [
            models.CheckConstraint(condition=Q(geldig_tot__gte=F("geldig_van")), name="bekwaamheid_vooruit"),
            models.UniqueConstraint(
                fields=["medewerker", "specialisme", "geldig_van"], name="bekwaamheid_uniek"
            ),
        ]

    def __str__(self) -> str:
        """Who, what, until when."""
        return f"{self.medewerker}: {self.specialisme} t/m {self.geldig_tot}"


class Behoefte(models.Model):
    """A need, asked as "what can we arrange"."""

    class Roepwijze(models.TextChoices):
        SCHERM = "scherm", _("op het scherm")
        OPHALEN = "ophalen", _("ophalen bij de ingang")

    code = models.SlugField(unique=True)
    groep = models.SlugField()
    tekst = models.CharField(max_length=120)
    tekst_en = models.CharField(max_length=120, blank=True)
    uitleg = models.CharField(max_length=300)
    uitleg_en = models.CharField(max_length=300, blank=True)
    extra_minuten = models.PositiveSmallIntegerField(default=0)
    vereist_balie = models.ManyToManyField(Voorziening, blank=True, related_name="behoeften_balie")
    vereist_gebouw = models.ManyToManyField(Voorziening, blank=True, related_name="behoeften_gebouw")
    specialisme = models.ForeignKey(Specialisme, on_delete=models.PROTECT, null=True, blank=True)
    bestelling_wat = models.CharField(max_length=80, blank=True)
    bestelling_werkdagen = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("zoveel werkdagen vooraf nodig")
    )
    bestelling_binnen_werkdagen = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("zoveel werkdagen na de aanvraag klaar")
    )
    vervanging_balie = models.ForeignKey(
        Voorziening, on_delete=models.PROTECT, null=True, blank=True, related_name="vervangt_bestelling"
    )
    roepwijze = models.CharField(max_length=10, choices=Roepwijze.choices, default=Roepwijze.SCHERM)
    handelingen = models.JSONField(default=list, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    is_actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("behoefte")
        verbose_name_plural = _("behoeften")
        ordering = ["volgorde"]

    def __str__(self) -> str:
        """Text."""
        return self.tekst
