"""The day that the demo plays, with its clock. In a real installation this table is empty and never read."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from locaties.models import Locatie

ENIGE = 1


class Demodag(models.Model):
    """One row at most (``ENIGE``); without it the demo has the real time. Clock: ``rules/demoklok.py``.

    ``speler``: the process that plays it, until ``speler_tot`` (real time).
    """

    class Staat(models.TextChoices):
        KLAARZETTEN = "klaarzetten", _("wordt klaargezet")
        SPEELT = "speelt", _("speelt")
        PAUZE = "pauze", _("staat stil")
        KLAAR = "klaar", _("gespeeld")
        TERUGZETTEN = "terugzetten", _("wordt teruggezet")

    id = models.PositiveSmallIntegerField(primary_key=True, default=ENIGE)
    locatie = models.ForeignKey(Locatie, on_delete=models.CASCADE)
    datum = models.DateField(help_text=_("plaatselijke datum"))
    zaad = models.CharField(max_length=40)
    belasting = models.PositiveSmallIntegerField(help_text=_("procent van de tijd van de ploeg"))
    staat = models.CharField(max_length=12, choices=Staat.choices, default=Staat.KLAARZETTEN)
    snelheid = models.PositiveSmallIntegerField(default=1, help_text=_("wat is gekozen"))
    echt_op = models.DateTimeField()
    demo_op = models.DateTimeField()
    tempo = models.PositiveSmallIntegerField(default=0, help_text=_("van de klok nu; 0 = staat stil"))
    geboekt = models.PositiveSmallIntegerField(default=0)
    te_boeken = models.PositiveSmallIntegerField(default=0)
    inlopers = models.PositiveSmallIntegerField(default=0)
    speler = models.CharField(max_length=60, blank=True)
    speler_tot = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("demodag")
        verbose_name_plural = _("demodagen")
        constraints = [
            models.CheckConstraint(condition=models.Q(id=ENIGE), name="demodag_een"),
            models.CheckConstraint(condition=models.Q(tempo__lte=60), name="demodag_tempo"),
        ]

    def __str__(self) -> str:
        """Date."""
        return str(self.datum)
