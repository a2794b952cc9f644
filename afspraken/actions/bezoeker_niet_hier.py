"""Called, and nobody came."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.beurt import is_gemist
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu, zet
from .stappen.dagberichten import bericht_gemist
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.oproep import is_van_nu
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def bezoeker_niet_hier(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    nu: datetime,
    keren: int | None = None,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> str:
    """Return the state: waiting, at the same place in the queue, or missed after three calls.

    Whoever is fetched at the entrance is never missed by itself: perhaps nobody went to fetch.

    ``keren``: how many calls who presses has seen; an old page counts nobody out again.

    Raises ``NietGevonden``, ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.OPGEROEPEN or not is_van_nu(bezoek, keren):
        raise NietMogelijkNu
    bezoek.gemist += 1
    weg = is_gemist(gemist=bezoek.gemist, roepwijze=bezoek.roepwijze)
    zet(bezoek, Bezoek.Status.NIET_VERSCHENEN if weg else Bezoek.Status.WACHTEND, nu=nu)
    noteer_bezoek(bezoek, "bezoek.niet_hier", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    if weg:
        bericht_gemist(bezoek, nu=nu)
    return bezoek.status
