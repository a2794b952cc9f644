"""The visitor had not left after all: waits on, at the same place and with the same number."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu, pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek


@daad
def vertrokken_terugdraaien(
    *,
    bezoek_id: UUID,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Let who left today wait again; once more changes nothing. Not who was checked in by mistake.

    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NietMogelijkNu``.
    """
    bezoek = pak_bezoek(bezoek_id, locatie_ids)
    if bezoek.status == Bezoek.Status.WACHTEND:
        return
    vandaag = nu.astimezone(bezoek.locatie.zone).date()
    if bezoek.status != Bezoek.Status.VERTROKKEN or bezoek.reden or bezoek.datum != vandaag:
        raise NietMogelijkNu
    zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)
    noteer_bezoek(bezoek, "bezoek.vertrokken_teruggedraaid", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
