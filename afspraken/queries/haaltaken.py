"""Whom the host must fetch now, and whom just now was fetched: for the list on top of the tablet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from afspraken.models import Bezoek, Haaltaak

# A slip of the finger is seen at once; after that the line would only be in the way.
TERUG_TE_DRAAIEN = timedelta(minutes=3)
KAN_NOG = (Bezoek.Status.WACHTEND, Bezoek.Status.OPGEROEPEN, Bezoek.Status.GEPARKEERD)


@dataclass(frozen=True, slots=True)
class Haalregel:
    """One task. ``balie``: where to; None while nobody has called. ``minuten``: since when, whole minutes.

    ``naam``: "" of who has no appointment. ``is_gedaan``: fetched just now, can be undone.
    """

    taak_id: UUID
    nummer: str
    naam: str
    balie: int | None
    staat_buiten: bool
    minuten: int
    is_gedaan: bool


def haaltaken(*, locatie_id: int, nu: datetime) -> tuple[Haalregel, ...]:
    """Return the open tasks, longest first, then those done just now. Two statements.

    A task that came of a call is there while the visitor is called; nothing is left when help has begun.
    """
    van_nu = Q(gedaan_op=None) | Q(gedaan_op__gt=nu - TERUG_TE_DRAAIEN)
    rijen = Haaltaak.objects.filter(
        van_nu,
        Q(staat_buiten=True) | Q(bezoek__status=Bezoek.Status.OPGEROEPEN),
        bezoek__locatie_id=locatie_id,
        bezoek__status__in=KAN_NOG,
        bezoek__datum__gte=(nu - timedelta(days=1)).date(),
    )
    taken = rijen.select_related("bezoek__balie", "bezoek__afspraak").order_by("sinds", "id")
    regels = [_regel(taak, nu) for taak in taken.prefetch_related("bezoek__afspraak__contacten")]
    return tuple(sorted(regels, key=lambda regel: regel.is_gedaan))


def _regel(taak: Haaltaak, nu: datetime) -> Haalregel:
    bezoek = taak.bezoek
    contact = next(iter(bezoek.afspraak.contacten.all()), None) if bezoek.afspraak else None
    return Haalregel(
        taak_id=taak.id,
        nummer=str(bezoek),
        naam=contact.achternaam if contact else "",
        balie=bezoek.balie.nummer if bezoek.balie else None,
        staat_buiten=taak.staat_buiten,
        minuten=max(0, int((nu - taak.sinds).total_seconds() // 60)),
        is_gedaan=taak.gedaan_op is not None,
    )
