"""Say how a promise that did not hold was solved."""

from __future__ import annotations

from datetime import datetime

from afspraken.models import Knelpunt
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import NietGevonden

from .stappen.gebeurtenis import noteer
from .stappen.knelpunt import OVER_BESTELLING


@daad
def knelpunt_oplossen(
    *,
    knelpunt_id: int,
    oplossing: str,
    locatie_ids: frozenset[int] | None,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None,
) -> None:
    """Close it with a sentence; a second time changes nothing. Elsewhere it does not exist."""
    rijen = Knelpunt.objects.select_for_update().filter(id=knelpunt_id)
    if locatie_ids is not None:
        rijen = rijen.filter(afspraak__locatie_id__in=locatie_ids)
    knelpunt = rijen.first()
    if knelpunt is None:
        raise NietGevonden("Wij vinden dit knelpunt niet bij uw kantoor.")
    if knelpunt.opgelost_op is not None:
        return
    knelpunt.opgelost_op, knelpunt.oplossing = nu, oplossing
    knelpunt.save(update_fields=["opgelost_op", "oplossing"])
    if knelpunt.soort != OVER_BESTELLING:
        # How is free text and stays with the knelpunt: this line outlives the person.
        noteer(knelpunt.afspraak_id, "knelpunt.opgelost", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
