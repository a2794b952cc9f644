"""Undo a check-in that was a mistake: the number stays of this visit, for when it comes after all."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Afspraak, Bezoek
from afspraken.rules.status import mag_naar
from locaties.actions.stappen.daad import daad
from toegankelijkheid.actions.afstemming_wissen import afstemming_wissen

from .stappen.afspraak import pak_afspraak
from .stappen.bezoekrij import NietMogelijkNu, pak_bezoek, zet
from .stappen.gebeurtenis import noteer_bezoek
from .stappen.haaltaak import vergeet_halen

# Not one who went away: figures leave these out.
REDEN = "aanmelden teruggedraaid"


@daad
def aanmelden_terugdraaien(
    *,
    bezoek_id: UUID,
    nu: datetime,
    rol: str,
    gebruiker_id: int | None = None,
    locatie_ids: frozenset[int] | None = None,
) -> None:
    """Take back who waits; the appointment stands as before. Once more changes nothing.

    Raises ``NietGevonden`` (also at an office that is not yours; None = all yours), ``NietMogelijkNu``
    (somebody has called this visitor already).
    """
    bezoek = pak_bezoek(bezoek_id, locatie_ids)
    if bezoek.status == Bezoek.Status.VERTROKKEN and bezoek.reden == REDEN:
        return
    if bezoek.status != Bezoek.Status.WACHTEND:
        raise NietMogelijkNu
    bezoek.reden = REDEN
    if bezoek.afspraak_id:
        _sta_weer(bezoek.afspraak_id, nu)
    elif bezoek.afstemming_id:
        afstemming_wissen(afstemming_ids=[bezoek.afstemming_id], nu=nu)
        bezoek.afstemming_id, bezoek.roepwijze = None, "scherm"
    vergeet_halen([bezoek.id])
    zet(bezoek, Bezoek.Status.VERTROKKEN, nu=nu)
    noteer_bezoek(bezoek, "bezoek.teruggedraaid", nu=nu, rol=rol, gebruiker_id=gebruiker_id)


def _sta_weer(afspraak_id: UUID, nu: datetime) -> None:
    afspraak = pak_afspraak(afspraak_id)
    if not mag_naar(afspraak.status, Afspraak.Status.BEVESTIGD):
        return
    afspraak.status, afspraak.gewijzigd_op = Afspraak.Status.BEVESTIGD, nu
    afspraak.save(update_fields=["status", "gewijzigd_op"])
