"""How far the day is: the clock, and how many came, wait and are done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from afspraken.models import Bezoek, Demodag
from afspraken.models.demodag import ENIGE
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE, EINDE
from locaties.models import Locatie


@dataclass(frozen=True, slots=True)
class Voortgang:
    """``verwacht``: all who are planned; ``geboekt`` of ``te_boeken`` appointments are made already."""

    kantoor: str
    kantoor_code: str
    datum: date
    staat: str
    staat_tekst: str
    snelheid: int
    nu: datetime
    te_boeken: int
    geboekt: int
    verwacht: int
    gekomen: int
    wachtend: int
    aan_een_balie: int
    klaar: int


def voortgang(*, nu: datetime) -> Voortgang | None:
    """Return it; None while no day is played. Two statements."""
    dag = Demodag.objects.select_related("locatie").filter(id=ENIGE).first()
    if dag is None:
        return None
    telling = Bezoek.objects.filter(locatie=dag.locatie, datum=dag.datum).aggregate(
        gekomen=Count("id"),
        wachtend=Count("id", filter=Q(status=Bezoek.Status.WACHTEND)),
        aan_een_balie=Count("id", filter=Q(status__in=AAN_EEN_BALIE)),
        klaar=Count("id", filter=Q(status__in=EINDE)),
    )
    return Voortgang(
        kantoor=dag.locatie.naam,
        kantoor_code=dag.locatie.code,
        datum=dag.datum,
        staat=dag.staat,
        staat_tekst=dag.get_staat_display(),
        snelheid=dag.snelheid,
        nu=nu,
        te_boeken=dag.te_boeken,
        geboekt=dag.geboekt,
        verwacht=dag.te_boeken + dag.inlopers,
        **telling,
    )


def speelbare_kantoren() -> tuple[tuple[str, str], ...]:
    """Return (code, name), the largest team of balies first. One statement."""
    rijen = Locatie.objects.annotate(balies_=Count("balies")).order_by("-balies_", "naam")
    return tuple(rijen.values_list("code", "naam"))
