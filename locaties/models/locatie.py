"""Offices, their provisions and when they are open."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Voorziening(models.Model):
    """Something a balie or a building has; that of a balie constrains the search."""

    class Plek(models.TextChoices):
        BALIE = "balie", _("balie")
        GEBOUW = "gebouw", _("gebouw")

    code = models.SlugField(unique=True)
    plek = models.CharField(max_length=10, choices=Plek.choices)
    naam = models.CharField(max_length=80)
    naam_en = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name = _("voorziening")
        verbose_name_plural = _("voorzieningen")
        ordering = ["plek", "code"]

    def __str__(self) -> str:
        """Name."""
        return self.naam


class Locatie(models.Model):
    """A district office."""

    code = models.SlugField(unique=True)
    naam = models.CharField(max_length=80)
    korte_naam = models.CharField(max_length=20, help_text=_("voor sms"))
    soort = models.CharField(max_length=80, blank=True)
    adres = models.CharField(max_length=120)
    postcode = models.CharField(max_length=7)
    plaats = models.CharField(max_length=60)
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    tijdzone = models.CharField(max_length=40, default="Europe/Amsterdam")
    telefoon = models.CharField(max_length=30)
    voorzieningen = models.ManyToManyField(Voorziening, blank=True, limit_choices_to={"plek": "gebouw"})
    te_laat_na_minuten = models.PositiveSmallIntegerField(default=10)
    inloopnorm_minuten = models.PositiveSmallIntegerField(default=15)
    vertragingsnorm_minuten = models.PositiveSmallIntegerField(
        default=10, help_text=_("wie met een afspraak langer moet wachten, krijgt een bericht")
    )
    horizon_dagen = models.PositiveSmallIntegerField(default=42)
    raadsman = models.CharField(max_length=80, blank=True, help_text=_("sociaal raadsman: naam of spreekuur"))
    raadsman_telefoon = models.CharField(max_length=30, blank=True)
    raadsman_bereikbaar = models.CharField(max_length=120, blank=True, help_text=_("waar en wanneer"))
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("locatie")
        verbose_name_plural = _("locaties")
        ordering = ["volgorde", "naam"]

    def __str__(self) -> str:
        """Name."""
        return self.naam

    @property
    def zone(self) -> ZoneInfo:
        """Time zone in which the office's wall clock runs."""
        return ZoneInfo(self.tijdzone)


class Vorm(models.TextChoices):
    """How people come: with an appointment, as walk-in, or both."""

    AFSPRAAK = "afspraak", _("afspraak")
    INLOOP = "inloop", _("inloop")
    BEIDE = "beide", _("beide")


class Openingstijd(models.Model):
    """Weekly opening hours [van, tot) in wall time, kept between two dates."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="openingstijden")
    weekdag = models.PositiveSmallIntegerField(help_text=_("0 = maandag"))
    van = models.TimeField()
    tot = models.TimeField()
    soort = models.CharField(max_length=10, choices=Vorm.choices)
    geldig_van = models.DateField(null=True, blank=True)
    geldig_tot = models.DateField(null=True, blank=True, help_text=_("tot en met"))
    categorie = models.CharField(max_length=40, blank=True, help_text=_("leeg = alle producten"))

    class Meta:
        verbose_name = _("openingstijd")
        verbose_name_plural = _("openingstijden")
        ordering = ["locatie", "weekdag", "van"]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gt=F("van")), name="openingstijd_tot_na_van"),
            models.CheckConstraint(condition=Q(weekdag__lte=6), name="openingstijd_weekdag"),
        ]

    def __str__(self) -> str:
        """Weekday and hours."""
        return f"{self.locatie} {self.weekdag} {self.van:%H:%M}-{self.tot:%H:%M}"


class Sluiting(models.Model):
    """Whole days [van, tot en met] on which an office is closed."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="sluitingen")
    van = models.DateField()
    tot_en_met = models.DateField()
    reden = models.CharField(max_length=120)

    class Meta:
        verbose_name = _("sluiting")
        verbose_name_plural = _("sluitingen")
        constraints = [
            models.CheckConstraint(condition=Q(tot_en_met__gte=F("van")), name="sluiting_loopt_vooruit")
        ]

    def __str__(self) -> str:
        """Dates and reason."""
        return f"{self.van} - {self.tot_en_met}: {self.reden}"


class ExtraOpening(models.Model):
    """Extra hours on one date; also overrules a public holiday."""

    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="extra_openingen")
    datum = models.DateField()
    van = models.TimeField()
    tot = models.TimeField()
    soort = models.CharField(max_length=10, choices=Vorm.choices)

    class Meta:
        verbose_name = _("extra opening")
        verbose_name_plural = _("extra openingen")
        constraints = [models.CheckConstraint(condition=Q(tot__gt=F("van")), name="extra_opening_tot_na_van")]

    def __str__(self) -> str:
        """Date and hours."""
        return f"{self.datum} {self.van:%H:%M}-{self.tot:%H:%M}"
