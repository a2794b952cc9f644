"""Somebody is in the office: the visit, what it is for, and each call."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Balie, Locatie, Medewerker, Product

from .afspraak import Afspraak

AAN_EEN_BALIE = ("opgeroepen", "in_behandeling")


class Bezoek(models.Model):
    """A visit, with or without appointment. States and transitions: ``rules/bezoekstatus.py``.

    The ticket is ``letter`` + ``nummer``, given at arrival: A with appointment, B walk-in, C collecting.
    """

    class Status(models.TextChoices):
        WACHTEND = "wachtend", _("wacht")
        OPGEROEPEN = "opgeroepen", _("opgeroepen")
        IN_BEHANDELING = "in_behandeling", _("wordt geholpen")
        GEPARKEERD = "geparkeerd", _("even apart")
        AFGEROND = "afgerond", _("klaar")
        NIET_VERSCHENEN = "niet_verschenen", _("niet verschenen")
        VERTROKKEN = "vertrokken", _("weggegaan")
        WEGGESTUURD = "weggestuurd", _("weggestuurd")

    class Uitkomst(models.TextChoices):
        GEHOLPEN = "geholpen", _("geholpen")
        DEELS = "deels", _("deels geholpen")
        NIET = "niet", _("niet geholpen")
        NIET_MOGELIJK = "niet_mogelijk", _("dit kon niet")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    locatie = models.ForeignKey(Locatie, on_delete=models.PROTECT, related_name="bezoeken")
    datum = models.DateField(help_text=_("plaatselijke datum"))
    letter = models.CharField(max_length=1)
    nummer = models.PositiveSmallIntegerField()
    afspraak = models.OneToOneField(
        Afspraak, on_delete=models.SET_NULL, null=True, blank=True, related_name="bezoek"
    )
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.WACHTEND)
    herkomst = models.CharField(max_length=10, choices=Afspraak.Herkomst.choices)
    aangekomen_op = models.DateTimeField()
    vroegste_op = models.DateTimeField(help_text=_("niet eerder oproepen"))
    uiterste_op = models.DateTimeField(help_text=_("beloofd bij aankomst; verandert nooit"))
    wacht_sinds = models.DateTimeField(help_text=_("aankomst, of de afgesproken tijd als die later is"))
    eerst_geroepen_op = models.DateTimeField(null=True, blank=True)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    gemist = models.PositiveSmallIntegerField(default=0, help_text=_("keren geroepen en niet gekomen"))
    taal = models.CharField(max_length=5, default="nl", help_text=_("van scherm, stem en berichten"))
    spreektaal = models.CharField(max_length=40, blank=True)
    afstemming_id = models.UUIDField(null=True, blank=True, unique=True)
    roepwijze = models.CharField(max_length=10, default="scherm", help_text=_("scherm of ophalen"))
    voor_medewerker = models.ForeignKey(
        Medewerker, on_delete=models.SET_NULL, null=True, blank=True, related_name="bezoeken_voor"
    )
    balie = models.ForeignKey(
        Balie, on_delete=models.SET_NULL, null=True, blank=True, related_name="bezoeken"
    )
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.SET_NULL, null=True, blank=True, related_name="bezoeken"
    )
    extra_minuten = models.PositiveSmallIntegerField(default=0, help_text=_("extra hulpvraag aan de balie"))
    uitkomst = models.CharField(max_length=16, choices=Uitkomst.choices, blank=True)
    reden = models.CharField(max_length=200, blank=True)
    raadsman_gewezen = models.BooleanField(default=False)
    link_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)

    class Meta:
        verbose_name = _("bezoek")
        verbose_name_plural = _("bezoeken")
        indexes = [models.Index(fields=["locatie", "datum", "status"], name="bezoek_wachtrij")]
        constraints = [
            models.UniqueConstraint(
                fields=["locatie", "datum", "letter", "nummer"], name="bezoek_volgnummer_uniek"
            ),
            models.UniqueConstraint(
                fields=["balie"], condition=Q(status__in=AAN_EEN_BALIE), name="bezoek_een_per_balie"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=AAN_EEN_BALIE) | Q(balie__isnull=False),
                name="bezoek_aan_een_balie",
            ),
            models.CheckConstraint(condition=Q(letter__in=("A", "B", "C")), name="bezoek_letter"),
            models.CheckConstraint(
                condition=Q(uiterste_op__gte=F("vroegste_op")), name="bezoek_uiterste_later"
            ),
        ]

    def __str__(self) -> str:
        """Ticket."""
        return f"{self.letter} {self.nummer}"


class Bezoekdeel(models.Model):
    """One product for one person in a visit, with the minutes that were planned for it."""

    bezoek = models.ForeignKey(Bezoek, on_delete=models.CASCADE, related_name="delen")
    volgorde = models.PositiveSmallIntegerField()
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    persoon = models.PositiveSmallIntegerField(default=1)
    minuten = models.PositiveSmallIntegerField()
    klaar_op = models.DateTimeField(null=True, blank=True, help_text=_("gedaan; leeg = nog te doen"))

    class Meta:
        verbose_name = _("bezoekdeel")
        verbose_name_plural = _("bezoekdelen")
        ordering = ["bezoek", "volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["bezoek", "volgorde"], name="bezoekdeel_volgorde_uniek")
        ]

    def __str__(self) -> str:
        """Product."""
        return f"{self.product} ({self.persoon})"


class Oproep(models.Model):
    """One call of a visit to a balie by an employee; a recall is a new one.

    ``uitleg`` is for staff only and never names a need.
    """

    bezoek = models.ForeignKey(Bezoek, on_delete=models.CASCADE, related_name="oproepen")
    balie = models.ForeignKey(Balie, on_delete=models.PROTECT)
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT)
    op = models.DateTimeField()
    uitleg = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = _("oproep")
        verbose_name_plural = _("oproepen")
        ordering = ["op", "id"]
        indexes = [models.Index(fields=["bezoek", "op"], name="oproep_bezoek_op")]

    def __str__(self) -> str:
        """Ticket and counter."""
        return f"{self.bezoek} naar {self.balie}"
