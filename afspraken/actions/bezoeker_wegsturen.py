"""Nobody can help here today, and we say why."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.wegstuurreden import Wegstuurreden
from locaties.actions.stappen.daad import daad
from locaties.rules.weigering import Weigering

from .stappen.bezoekeinde import sluit_bezoek
from .stappen.bezoekrij import pak_bezoek
from .stappen.gebeurtenis import noteer_bezoek


class RedenOntbreekt(Weigering):
    """Nobody is sent away without one."""

    code = "reden_ontbreekt"
    melding = "Kies eerst waarom de bezoeker niet geholpen is."


@daad
def bezoeker_wegsturen(
    *, bezoek_id: UUID, reden: str, nu: datetime, rol: str, gebruiker_id: int | None = None
) -> None:
    """End the visit for a reason (``Wegstuurreden``); once more changes nothing.

    Raises ``NietGevonden``, ``RedenOntbreekt``, ``NietMogelijkNu``.
    """
    if reden not in set(Wegstuurreden):
        raise RedenOntbreekt
    bezoek = pak_bezoek(bezoek_id)
    if bezoek.status == Bezoek.Status.WEGGESTUURD:
        return
    bezoek.reden = reden
    sluit_bezoek(bezoek, Bezoek.Status.WEGGESTUURD, nu=nu)
    noteer_bezoek(bezoek, "bezoek.weggestuurd", nu=nu, rol=rol, gebruiker_id=gebruiker_id, reden=reden)
