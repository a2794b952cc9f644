"""The promise: an appointment and its parts."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from locaties.models import Balie, Inzet, Locatie, Medewerker, Product


class Afspraak(models.Model):
    """A time at an office, [begin, einde). States and transitions: ``rules/status.py``."""

    class Status(models.TextChoices):
        VASTGEHOUDEN = "vastgehouden", _("vastgehouden")
        VOORLOPIG = "voorlopig", _("voorlopig")
        BEVESTIGD = "bevestigd", _("bevestigd")
        AANGEMELD = "aangemeld", _("aangemeld")
        VERLOPEN = "verlopen", _("verlopen")
        GEANNULEERD = "geannuleerd", _("geannuleerd")
        NIET_VERSCHENEN = "niet_verschenen", _("niet verschenen")

    class Herkomst(models.TextChoices):
        SITE = "site", _("site")
        TELEFOON = "telefoon", _("telefoon")
        ONTVANGST = "ontvangst", _("ontvangst")
        API = "api", _("api")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    code = models.CharField(max_length=6, unique=True)
    formulier = models.UUIDField(
        unique=True, null=True, blank=True, help_text=_("dezelfde uuid geeft dezelfde afspraak")
    )
    locatie = models.ForeignKey(Locatie, on_delete=models.PROTECT, related_name="afspraken")
    begin = models.DateTimeField()
    einde = models.DateTimeField()
    status = models.CharField(max_length=20, choices=Status.choices)
    herkomst = models.CharField(max_length=10, choices=Herkomst.choices)
    taal = models.CharField(max_length=5, default="nl", help_text=_("van berichten"))
    spreektaal = models.CharField(max_length=40, blank=True)
    begeleiding = models.CharField(max_length=20, blank=True, help_text=_("eigen tolk of iemand die meekomt"))
    afstemming_id = models.UUIDField(null=True, blank=True, unique=True)
    vastgehouden_tot = models.DateTimeField(null=True, blank=True)
    verlengd = models.PositiveSmallIntegerField(default=0)
    volgnummer = models.PositiveIntegerField(default=0, help_text=_("SEQUENCE van de agenda"))
    geannuleerd_door = models.CharField(max_length=10, blank=True)
    reden = models.CharField(max_length=200, blank=True)
    aangemaakt_op = models.DateTimeField()
    gewijzigd_op = models.DateTimeField()

    class Meta:
        verbose_name = _("afspraak")
        verbose_name_plural = _("afspraken")
        indexes = [
            models.Index(fields=["locatie", "begin"], name="afspraak_locatie_begin"),
            models.Index(
                fields=["vastgehouden_tot"],
                name="afspraak_tijdelijk",
                condition=Q(vastgehouden_tot__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(einde__gt=F("begin")), name="afspraak_einde_na_begin"),
            models.CheckConstraint(
                condition=~Q(status="vastgehouden") | Q(vastgehouden_tot__isnull=False),
                name="afspraak_vastgehouden_heeft_einde",
            ),
        ]

    def __str__(self) -> str:
        """Code."""
        return self.code


class Afspraakdeel(models.Model):
    """One product for one person: minutes copied at booking, who serves and where (provisional).

    The overlap guards stand here: no medewerker and no balie twice at overlapping times while ``is_actief``.
    ``cel`` and ``cellen`` are the same period on the 5-minute grid of the local ``datum``.
    """

    afspraak = models.ForeignKey(Afspraak, on_delete=models.CASCADE, related_name="delen")
    volgorde = models.PositiveSmallIntegerField()
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    persoon = models.PositiveSmallIntegerField()
    leeftijdsgroep = models.CharField(max_length=10, blank=True)
    minuten = models.PositiveSmallIntegerField()
    inzet = models.ForeignKey(Inzet, on_delete=models.SET_NULL, null=True, blank=True, related_name="delen")
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.SET_NULL, null=True, blank=True, related_name="delen"
    )
    balie = models.ForeignKey(Balie, on_delete=models.SET_NULL, null=True, blank=True, related_name="delen")
    locatie = models.ForeignKey(Locatie, on_delete=models.PROTECT)
    datum = models.DateField()
    cel = models.PositiveSmallIntegerField()
    cellen = models.PositiveSmallIntegerField()
    begin = models.DateTimeField()
    einde = models.DateTimeField()
    is_actief = models.BooleanField(default=True, help_text=_("neemt plaats in"))
    vastgezet = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("afspraakdeel")
        verbose_name_plural = _("afspraakdelen")
        ordering = ["afspraak", "volgorde"]
        indexes = [
            models.Index(
                fields=["locatie", "datum", "medewerker", "balie", "cel", "cellen"],
                name="deel_bezet",
                condition=Q(is_actief=True),
            ),
            models.Index(
                fields=["medewerker", "begin", "einde"], name="deel_mw", condition=Q(is_actief=True)
            ),
            models.Index(fields=["balie", "begin", "einde"], name="deel_balie", condition=Q(is_actief=True)),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(einde__gt=F("begin")), name="deel_einde_na_begin"),
            models.UniqueConstraint(fields=["afspraak", "volgorde"], name="deel_volgorde_uniek"),
        ]

    def __str__(self) -> str:
        """Product and person."""
        return f"{self.product} ({self.persoon})"
