"""Send who was called, but not yet helped, back to the hall: nobody loses the place by it."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Bezoek

from .bezoekrij import zet
from .gebeurtenis import noteer_bezoek
from .werkplekrij import NogEenBezoeker, aan_de_balie


def maak_balie_vrij(
    balie_id: int, *, nu: datetime, rol: str, gebruiker_id: int | None, ook_bezig: bool = False
) -> None:
    """Do so at this balie. Raises ``NogEenBezoeker`` when somebody is being helped there.

    ``ook_bezig``: that visitor too waits again, for nobody there can finish the visit.
    """
    bezoek = aan_de_balie(balie_id)
    if bezoek is None:
        return
    if bezoek.status != Bezoek.Status.OPGEROEPEN and not ook_bezig:
        raise NogEenBezoeker
    zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)
    noteer_bezoek(bezoek, "bezoek.teruggezet", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
