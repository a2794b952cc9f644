"""Who can be reached about an appointment."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from .afspraak import Afspraak


class Contact(models.Model):
    """A person around the appointment, one channel and address, and an own link (derived, never stored)."""

    class Rol(models.TextChoices):
        BEZOEKER = "bezoeker", _("bezoeker")
        OUDER = "ouder", _("ouder")
        HELPER = "helper", _("helper")
        INTERMEDIAIR = "intermediair", _("intermediair")

    class Kanaal(models.TextChoices):
        SMS = "sms", _("sms")
        EMAIL = "email", _("e-mail")
        GESPROKEN = "gesproken", _("gesproken")
        PAPIER = "papier", _("papier")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="contacten")
    rol = models.CharField(max_length=12, choices=Rol.choices, default=Rol.BEZOEKER)
    achternaam = models.CharField(max_length=80)
    kanaal = models.CharField(max_length=10, choices=Kanaal.choices)
    telefoon = models.CharField(max_length=20, blank=True, help_text="E.164")
    email = models.EmailField(max_length=254, blank=True)
    telefoonsleutel = models.CharField(
        max_length=64, blank=True, db_index=True, help_text=_("keyed hash van het telefoonnummer")
    )
    emailsleutel = models.CharField(
        max_length=64, blank=True, db_index=True, help_text=_("keyed hash van het e-mailadres")
    )
    gedeeld = models.BooleanField(default=False, help_text=_("opvang of wijkteam: geen grens"))
    link_versie = models.PositiveIntegerField(default=0)
    link_hash = models.CharField(max_length=64, unique=True, help_text=_("sha256 van de afgeleide link"))

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacten")

    def __str__(self) -> str:
        """Channel, never the address."""
        return f"{self.rol} ({self.kanaal})"


class Toegangscode(models.Model):
    """A fresh six-digit code for one contact: hash, valid until, tries left."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="codes")
    doel = models.CharField(max_length=20)
    code_hash = models.CharField(max_length=64)
    geldig_tot = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("toegangscode")
        verbose_name_plural = _("toegangscodes")

    def __str__(self) -> str:
        """Purpose."""
        return self.doel
