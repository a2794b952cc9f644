"""The employee leaves the balie."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Werkplek
from afspraken.queries.balierecht import zonder_recht
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden

from .stappen.terugzetten import maak_balie_vrij
from .stappen.werkplekrij import WerkplekDicht, pak_werkplek


@daad
def werkplek_sluiten(
    *,
    werkplek_id: int,
    nu: datetime,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Close it; who was called goes back to the same place in the queue. Once more changes nothing.

    So does who is being helped by somebody that may not work here any more: nobody else could finish it.
    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NogEenBezoeker``.
    """
    if locatie_ids is not None and not _is_van(werkplek_id, locatie_ids):
        raise NietGevonden("Wij kennen deze werkplek niet.")
    try:
        werkplek = pak_werkplek(werkplek_id)
    except WerkplekDicht:
        return
    is_weg = werkplek_id in zonder_recht([werkplek_id])
    maak_balie_vrij(werkplek.balie_id, nu=nu, rol=rol, gebruiker_id=gebruiker_id, ook_bezig=is_weg)
    werkplek.einde, werkplek.pauze_sinds = nu, None
    werkplek.save(update_fields=["einde", "pauze_sinds"])


def _is_van(werkplek_id: int, locatie_ids: frozenset[int]) -> bool:
    return Werkplek.objects.filter(id=werkplek_id, locatie_id__in=locatie_ids).exists()
