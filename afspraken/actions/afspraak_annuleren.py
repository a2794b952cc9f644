"""Cancel: the place is free at once, the agreement about needs is wiped at once."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from afspraken.models import Afspraak
from afspraken.rules.berichtsoort import Berichtsoort
from locaties.actions.stappen.daad import daad

from .stappen.afspraak import pak_afspraak, toets_af_te_zeggen
from .stappen.afspraakafstemming import wis_afstemming
from .stappen.berichten import laat_vervallen, zet_klaar
from .stappen.dagslot import dagen_van, vergrendel
from .stappen.gebeurtenis import noteer
from .stappen.knelpunt import vergeet_bestelknelpunten

SOORT = {
    "burger": Berichtsoort.GEANNULEERD_DOOR_BURGER,
    "gemeente": Berichtsoort.GEANNULEERD_DOOR_GEMEENTE,
}


@daad
def afspraak_annuleren(
    *,
    afspraak_id: UUID,
    nu: datetime,
    rol: str,
    door: Literal["burger", "gemeente"] = "burger",
    reden: str = "",
    gebruiker_id: int | None = None,
) -> None:
    """Cancel; once more does nothing. Raises ``NietGevonden``, ``NietTeWijzigen`` (begun or over)."""
    afspraak = pak_afspraak(afspraak_id)
    if afspraak.status == Afspraak.Status.GEANNULEERD:
        return
    toets_af_te_zeggen(afspraak, nu=nu)
    vergrendel(dagen_van(afspraak.id))
    if afspraak.afstemming_id:
        wis_afstemming(afspraak.afstemming_id, nu=nu)
    _schrijf(afspraak, door, reden, nu)
    # Why is free text and stays with the appointment: this line outlives the person.
    noteer(afspraak.id, "afspraak.geannuleerd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _schrijf(afspraak: Afspraak, door: str, reden: str, nu: datetime) -> None:
    afspraak.delen.update(is_actief=False)
    afspraak.status = Afspraak.Status.GEANNULEERD
    afspraak.geannuleerd_door, afspraak.reden = door, reden[:200]
    afspraak.afstemming_id = None
    afspraak.volgnummer += 1
    afspraak.gewijzigd_op = nu
    afspraak.save()
    vergeet_bestelknelpunten([afspraak.id])
    afspraak.knelpunten.filter(opgelost_op__isnull=True).update(opgelost_op=nu, oplossing="geannuleerd")
    laat_vervallen(afspraak)
    zet_klaar(afspraak, SOORT[door], nu=nu, reden=reden)
