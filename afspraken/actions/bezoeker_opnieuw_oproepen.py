"""Call the same visitor to the same balie once more."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.oproep import is_van_nu, roep_nog_eens
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def bezoeker_opnieuw_oproepen(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    nu: datetime,
    keren: int | None = None,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> int:
    """Return how many calls there were. ``keren``: what who presses has seen, so that twice is once.

    Raises ``NietGevonden``, ``NietMogelijkNu`` (came, or went back).
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.OPGEROEPEN:
        raise NietMogelijkNu
    if not is_van_nu(bezoek, keren):
        return bezoek.oproepen.count()
    roep_nog_eens(bezoek, nu=nu)
    noteer_bezoek(bezoek, "bezoek.opnieuw_opgeroepen", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
    return bezoek.oproepen.count()
