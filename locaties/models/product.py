"""What people come for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .locatie import Locatie, Vorm


class Product(models.Model):
    """A product of the municipality, with its UPL name and how long it takes (minutes)."""

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=100)
    naam_en = models.CharField(max_length=100, blank=True)
    upl_naam = models.CharField(max_length=120, blank=True)
    upl_uri = models.URLField(max_length=200, blank=True)
    categorie = models.CharField(max_length=40)
    duur_minuten = models.PositiveSmallIntegerField()
    extra_minuten_per_persoon = models.PositiveSmallIntegerField(default=0)
    max_personen = models.PositiveSmallIntegerField(default=1)
    vorm = models.CharField(max_length=10, choices=Vorm.choices, default=Vorm.BEIDE)
    rij = models.SlugField(blank=True, help_text=_("eigen rij, bijvoorbeeld afhalen"))
    zelf_komen = models.BooleanField(default=True)
    wie_komt_mee = models.CharField(max_length=200, blank=True)
    wie_komt_mee_en = models.CharField(max_length=200, blank=True)
    neem_mee = models.JSONField(default=list, blank=True)
    neem_mee_en = models.JSONField(default=list, blank=True)
    meenemen_kort = models.CharField(max_length=60, blank=True, help_text=_("voor sms; vertelt geen verhaal"))
    meenemen_kort_en = models.CharField(max_length=60, blank=True)
    kosten = models.JSONField(default=dict, blank=True)
    spoed = models.JSONField(default=dict, blank=True)
    goed_om_te_weten = models.CharField(max_length=300, blank=True)
    goed_om_te_weten_en = models.CharField(max_length=300, blank=True)
    kan_online = models.BooleanField(default=False)
    online_adres = models.URLField(blank=True)
    zoekwoorden = models.JSONField(default=list, blank=True)
    min_leeftijd = models.PositiveSmallIntegerField(null=True, blank=True)
    min_leeftijd_toelichting = models.CharField(max_length=100, blank=True)
    aanlooptijd_minuten = models.PositiveIntegerField(default=60)
    horizon_dagen = models.PositiveSmallIntegerField(null=True, blank=True)
    wettelijke_termijn_werkdagen = models.PositiveSmallIntegerField(null=True, blank=True)
    afhalen_toelichting = models.CharField(max_length=200, blank=True)
    afhalen_toelichting_en = models.CharField(max_length=200, blank=True)
    afhalen_locaties = models.ManyToManyField(Locatie, blank=True, related_name="afhaalproducten")
    volgorde = models.PositiveSmallIntegerField(default=0)
    is_actief = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("producten")
        ordering = ["volgorde", "naam"]
        constraints = [
            models.CheckConstraint(
                condition=Q(duur_minuten__gte=1) & Q(max_personen__gte=1), name="product_duur_en_personen"
            )
        ]

    def __str__(self) -> str:
        """Name."""
        return self.naam


class Leeftijdsgroep(models.Model):
    """Own minutes and papers for one age group of a product, e.g. 0-11."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="leeftijdsgroepen")
    groep = models.CharField(max_length=10)
    duur_minuten = models.PositiveSmallIntegerField()
    extra_minuten_per_persoon = models.PositiveSmallIntegerField(default=0)
    neem_mee_extra = models.JSONField(default=list, blank=True)
    neem_mee_extra_en = models.JSONField(default=list, blank=True)
    wie = models.CharField(max_length=200, blank=True)
    wie_en = models.CharField(max_length=200, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("leeftijdsgroep")
        verbose_name_plural = _("leeftijdsgroepen")
        ordering = ["product", "volgorde"]
        constraints = [models.UniqueConstraint(fields=["product", "groep"], name="leeftijdsgroep_uniek")]

    def __str__(self) -> str:
        """Group."""
        return f"{self.product} {self.groep}"


class ProductOpLocatie(models.Model):
    """That a product is done at an office, and how."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="op_locaties")
    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="producten")
    vorm = models.CharField(max_length=10, choices=Vorm.choices)

    class Meta:
        verbose_name = _("product op locatie")
        verbose_name_plural = _("producten op locatie")
        constraints = [
            models.UniqueConstraint(fields=["product", "locatie"], name="product_op_locatie_uniek")
        ]

    def __str__(self) -> str:
        """Product and place."""
        return f"{self.product} - {self.locatie}"
