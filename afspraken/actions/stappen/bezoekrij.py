"""Take one visit under the lock of its office, and step from state to state by the table."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE, EINDE, mag_naar
from locaties.rules.weigering import NietGevonden, Weigering

from .wachtrijslot import vergrendel_wachtrij


class NietMogelijkNu(Weigering):
    """The visit is in a state from which this cannot be done; somebody else was first, mostly."""

    code = "niet_mogelijk_nu"
    melding = "Dit kan nu niet meer. Iemand anders heeft deze bezoeker al verder geholpen."


def pak_bezoek(bezoek_id: UUID, locatie_ids: frozenset[int] | None = None) -> Bezoek:
    """Return the visit as it is now, its office's queue locked.

    Raises ``NietGevonden``, also at an office that is not yours (``locatie_ids``; None = all yours).
    """
    locatie_id = Bezoek.objects.filter(id=bezoek_id).values_list("locatie_id", flat=True).first()
    if locatie_id is None or (locatie_ids is not None and locatie_id not in locatie_ids):
        raise NietGevonden("Wij kunnen dit bezoek niet vinden.")
    vergrendel_wachtrij(locatie_id)
    return Bezoek.objects.get(id=bezoek_id)


def zet(bezoek: Bezoek, naar: str, *, nu: datetime) -> None:
    """Step to another state and save. Raises ``NietMogelijkNu`` where the table has no such step.

    Who leaves the counter leaves it free; who is done stays known as helped there.
    """
    if not mag_naar(bezoek.status, naar):
        raise NietMogelijkNu
    bezoek.status = naar
    if naar not in AAN_EEN_BALIE | EINDE:
        bezoek.balie = bezoek.medewerker = None
    bezoek.klaar_op = nu if naar in EINDE else None
    bezoek.save()
