"""The visitor wants something else as well, at the same balie."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekproduct import voeg_product_toe
from .stappen.bezoekrij import NietMogelijkNu
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.werkplekrij import pak_bezoek_hier


@daad
def product_toevoegen(
    *,
    werkplek_id: int,
    bezoek_id: UUID,
    product: str,
    nu: datetime,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
) -> None:
    """Add it (a code) with its minutes; what is on the list already is not added twice.

    Raises ``NietGevonden`` (no such visit, or not done here), ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek_hier(bezoek_id, werkplek_id)
    if bezoek.status != Bezoek.Status.IN_BEHANDELING:
        raise NietMogelijkNu
    if voeg_product_toe(bezoek, product):
        noteer_bezoek(bezoek, "bezoek.product_erbij", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
