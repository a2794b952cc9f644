"""Who serves reads what must be done for this visitor; every reading leaves a line."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE
from afspraken.rules.inzagedoel import HELPEN
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.queries.gelezen_behoeften import GelezenBehoeften


def bezoekbehoeften_lezen(
    *, werkplek_id: int, bezoek_id: UUID, nu: datetime, gebruiker_id: int | None
) -> GelezenBehoeften:
    """Return the needs of who is called to, or is at, this workplace now.

    Raises ``NietGevonden`` for anybody else, and when there is nothing (any more) to read.
    """
    hier = (
        Werkplek.objects.filter(id=werkplek_id, einde=None).values_list("balie_id", "medewerker_id").first()
    )
    bezoek = Bezoek.objects.filter(id=bezoek_id, status__in=AAN_EEN_BALIE).first()
    if hier is None or bezoek is None or (bezoek.balie_id, bezoek.medewerker_id) != hier:
        raise NietGevonden
    if bezoek.afstemming_id is None:
        raise NietGevonden
    return behoeften_lezen(
        afstemming_id=bezoek.afstemming_id,
        gebruiker_id=gebruiker_id,
        rol="baliemedewerker",
        doel=HELPEN,
        nu=nu,
    )
