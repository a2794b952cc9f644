"""In the hall and at the end: the host sends somebody away, somebody goes home, the day is closed."""

from __future__ import annotations

from datetime import datetime, timedelta

from afspraken.actions.bezoeker_vertrokken import bezoeker_vertrokken
from afspraken.actions.bezoeker_wegsturen import bezoeker_wegsturen
from afspraken.actions.dag_afsluiten import Besluit, dag_afsluiten
from afspraken.models import Bezoek
from locaties.models import Locatie
from locaties.rules.weigering import Weigering

from .bord import Bezoekrij, Bord
from .gedrag import gedrag_van

AAN_DE_DEUR = timedelta(minutes=3)
LANGST_NA_SLUITING = timedelta(minutes=90)
WEG = Besluit(Bezoek.Status.WEGGESTUURD, reden="geen_plek")
DEELS = Besluit(Bezoek.Status.AFGEROND, uitkomst=Bezoek.Uitkomst.DEELS)


def loop_rond(bord: Bord, *, zaad: str, nu: datetime) -> int:
    """Return how many left the hall."""
    return sum(_in_de_hal(bezoek, zaad, nu) for bezoek in bord.wachtend if not bezoek.verhaal)


def _in_de_hal(bezoek: Bezoekrij, zaad: str, nu: datetime) -> int:
    gedrag, wacht = gedrag_van(zaad, bezoek.sleutel), nu - bezoek.aangekomen
    try:
        if gedrag.weggestuurd and wacht >= AAN_DE_DEUR:
            bezoeker_wegsturen(bezoek_id=bezoek.id, reden=gedrag.weggestuurd, nu=nu, rol="host")
        elif wacht >= timedelta(seconds=gedrag.geduld):
            bezoeker_vertrokken(bezoek_id=bezoek.id, nu=nu, rol="host")
        else:
            return 0
    except Weigering:
        return 0
    return 1


def sluit_de_dag(bord: Bord, locatie: Locatie, *, sluit: datetime, nu: datetime) -> bool:
    """Return whether the day is closed now: when the hall is empty, or at last an hour and a half later."""
    if nu < sluit or (bord.bezoeken and nu < sluit + LANGST_NA_SLUITING):
        return False
    besluiten = {b.id: _besluit(b) for b in bord.bezoeken}
    datum = sluit.astimezone(locatie.zone).date()
    try:
        dag_afsluiten(locatie_id=locatie.pk, datum=datum, besluiten=besluiten, nu=nu, rol="host")
    except Weigering:  # somebody came in between; the next step sees it
        return False
    return True


def _besluit(bezoek: Bezoekrij) -> Besluit:
    if bezoek.status == Bezoek.Status.IN_BEHANDELING:
        return DEELS
    if bezoek.status == Bezoek.Status.GEPARKEERD:
        return Besluit(Bezoek.Status.VERTROKKEN)
    return WEG
