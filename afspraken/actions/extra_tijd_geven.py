"""An extra question at the balie: more time, without a story in the figures."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.bezoekrij import NietMogelijkNu
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.werkplekrij import pak_bezoek_hier

MEESTE = 60


class TijdOnmogelijk(Weigering):
    """Not a number of minutes that makes sense."""

    code = "tijd_onmogelijk"
    melding = "Kies een tijd van 0 tot 60 minuten."


@daad
def extra_tijd_geven(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    minuten: int,
    nu: datetime,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> None:
    """Set how many extra minutes this visit has in all: pressing twice gives them once.

    Raises ``NietGevonden``, ``TijdOnmogelijk``, ``NietMogelijkNu``.
    """
    if not 0 <= minuten <= MEESTE:
        raise TijdOnmogelijk
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.IN_BEHANDELING:
        raise NietMogelijkNu
    if bezoek.extra_minuten == minuten:
        return
    bezoek.extra_minuten = minuten
    bezoek.save(update_fields=["extra_minuten"])
    noteer_bezoek(bezoek, "bezoek.extra_tijd", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
