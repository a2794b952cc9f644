"""The outbox, and the lease rows of the worker."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .afspraak import Afspraak
from .bezoek import Bezoek
from .contact import Contact


class Bericht(models.Model):
    """One message that must leave once: written in the deed's own transaction, sent by the worker."""

    class Status(models.TextChoices):
        KLAAR = "klaar", _("klaar om te versturen")
        BEZIG = "bezig", _("wordt verstuurd")
        ONZEKER = "onzeker", _("onzeker of het is verstuurd")
        VERSTUURD = "verstuurd", _("verstuurd")
        AFGELEVERD = "afgeleverd", _("afgeleverd")
        MISLUKT = "mislukt", _("mislukt")
        VERVALLEN = "vervallen", _("niet meer nodig")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(
        Afspraak, on_delete=models.CASCADE, null=True, blank=True, related_name="berichten"
    )
    contact = models.ForeignKey(
        Contact, on_delete=models.CASCADE, null=True, blank=True, related_name="berichten"
    )
    bezoek = models.ForeignKey(
        Bezoek, on_delete=models.CASCADE, null=True, blank=True, related_name="berichten"
    )
    soort = models.CharField(max_length=30)
    kanaal = models.CharField(max_length=10, choices=Contact.Kanaal.choices)
    adres = models.CharField(max_length=254, blank=True, help_text=_("alleen zonder contact"))
    taal = models.CharField(max_length=5, default="nl")
    gegevens = models.JSONField(default=dict, blank=True, help_text=_("wat bij het versturen nodig is"))
    dedupe = models.CharField(max_length=120, unique=True)
    versturen_na = models.DateTimeField()
    nutteloos_na = models.DateTimeField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.KLAAR)
    pogingen = models.PositiveSmallIntegerField(default=0)
    lease_tot = models.DateTimeField(null=True, blank=True)
    lease_van = models.CharField(max_length=40, blank=True)
    provider_id = models.CharField(max_length=64, blank=True, db_index=True)
    fout = models.CharField(max_length=60, blank=True)
    onderwerp = models.CharField(max_length=120, blank=True)
    tekst = models.TextField(blank=True, help_text=_("zoals verstuurd; na 7 dagen gewist"))
    aangemaakt_op = models.DateTimeField()
    verstuurd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("bericht")
        verbose_name_plural = _("berichten")
        indexes = [
            models.Index(
                fields=["versturen_na"],
                name="bericht_te_doen",
                condition=Q(status__in=["klaar", "bezig", "onzeker"]),
            )
        ]

    def __str__(self) -> str:
        """Kind and state."""
        return f"{self.soort} ({self.status})"


class Werklus(models.Model):
    """One loop of the worker: who holds it until when, and when it last ran."""

    naam = models.CharField(max_length=40, primary_key=True)
    lease_tot = models.DateTimeField(null=True, blank=True)
    lease_van = models.CharField(max_length=40, blank=True)
    laatst_gedraaid_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("werklus")
        verbose_name_plural = _("werklussen")

    def __str__(self) -> str:
        """Name."""
        return self.naam
