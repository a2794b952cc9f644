"""What was agreed for one appointment or visit. Linked by uuid; wiped as one."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from locaties.models import Locatie


class Afstemming(models.Model):
    """Vereisten in plain ids (planning, host) and the sealed choice with what who serves must do.

    ``vereisten``: ``{"specialismen": [code], "balie": [code], "gebouw": [code], "extra_minuten": int,
    "roepwijze": "scherm"|"ophalen", "bestellingen": [order]}``: no codes of needs.
    ``verzegeld``: sealed JSON, see ``models/zegel``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    vereisten = models.JSONField(default=dict)
    verzegeld = models.BinaryField()
    wissen_na = models.DateTimeField(db_index=True)
    aangemaakt_op = models.DateTimeField()

    class Meta:
        verbose_name = _("afstemming")
        verbose_name_plural = _("afstemmingen")

    def __str__(self) -> str:
        """Never what it holds."""
        return f"afstemming {self.id}"


class Toestemming(models.Model):
    """That somebody agreed that we keep it: which text, how, when, and when taken back."""

    class Wijze(models.TextChoices):
        ONLINE = "online", _("online")
        MONDELING = "mondeling", _("mondeling")

    afstemming = models.ForeignKey(Afstemming, on_delete=models.CASCADE, related_name="toestemmingen")
    tekstversie = models.CharField(max_length=20)
    wijze = models.CharField(max_length=10, choices=Wijze.choices)
    gegeven_op = models.DateTimeField()
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("toestemming")
        verbose_name_plural = _("toestemmingen")

    def __str__(self) -> str:
        """When."""
        return f"toestemming {self.gegeven_op}"


class Bestelling(models.Model):
    """What somebody must arrange: by when, who does it, and how it stands."""

    class Status(models.TextChoices):
        TE_REGELEN = "te_regelen", _("te regelen")
        GEVRAAGD = "gevraagd", _("gevraagd")
        BEVESTIGD = "bevestigd", _("bevestigd")
        NIET_BESCHIKBAAR = "niet_beschikbaar", _("niet beschikbaar")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afstemming = models.ForeignKey(Afstemming, on_delete=models.CASCADE, related_name="bestellingen")
    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE, related_name="bestellingen")
    wat = models.CharField(max_length=80)
    voor_datum = models.DateField(help_text=_("uiterlijk geregeld"))
    eigenaar = models.CharField(max_length=80)
    status = models.CharField(max_length=20, choices=Status.choices, default=Status.TE_REGELEN)
    gewijzigd_op = models.DateTimeField()

    class Meta:
        verbose_name = _("bestelling")
        verbose_name_plural = _("bestellingen")
        indexes = [models.Index(fields=["locatie", "status", "voor_datum"], name="bestelling_lijst")]

    def __str__(self) -> str:
        """What and by when."""
        return f"{self.wat} voor {self.voor_datum}"


class Inzage(models.Model):
    """One reading of sealed needs: who, when, why (a line of the log of data use, without content)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    afstemming_id = models.UUIDField(db_index=True)
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="inzagen"
    )
    rol = models.CharField(max_length=20)
    doel = models.CharField(max_length=80)
    op = models.DateTimeField()

    class Meta:
        verbose_name = _("inzage")
        verbose_name_plural = _("inzagen")

    def __str__(self) -> str:
        """Who and when."""
        return f"{self.rol} {self.op}"
