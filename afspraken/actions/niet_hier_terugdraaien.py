"""The visitor was there after all: one miss less, and the old place in the queue."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from locaties.actions.stappen.daad import daad

from .stappen.bezoekrij import NietMogelijkNu, pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek


@daad
def niet_hier_terugdraaien(
    *,
    bezoek_id: UUID,
    nu: datetime,
    gemist: int | None = None,
    rol: str = "baliemedewerker",
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Take back the last miss of today. ``gemist``: how many who presses has seen, so that twice is once.

    Raises ``NietGevonden`` (also elsewhere than ``locatie_ids``), ``NietMogelijkNu`` (nothing to undo).
    """
    bezoek = pak_bezoek(bezoek_id, locatie_ids)
    vandaag = nu.astimezone(bezoek.locatie.zone).date()
    terug = (Bezoek.Status.NIET_VERSCHENEN, Bezoek.Status.WACHTEND)
    if not bezoek.gemist or bezoek.status not in terug or bezoek.datum != vandaag:
        raise NietMogelijkNu
    if gemist not in (None, bezoek.gemist):
        raise NietMogelijkNu
    bezoek.gemist -= 1
    if bezoek.status == Bezoek.Status.NIET_VERSCHENEN:
        zet(bezoek, Bezoek.Status.WACHTEND, nu=nu)
    else:
        bezoek.save(update_fields=["gemist"])
    noteer_bezoek(bezoek, "bezoek.niet_hier_teruggedraaid", nu=nu, rol=rol, gebruiker_id=gebruiker_id)
