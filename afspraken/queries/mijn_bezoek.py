"""What somebody who is in the office sees behind the own link: number, place in the queue, counter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from afspraken.models import Bezoek
from afspraken.queries.mijn_afspraak import LinkWerktNiet
from afspraken.rules.aankomst import NA_TIJD
from afspraken.rules.link import link_hash

NA_AANKOMST = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class MijnBezoek:
    """The visit as the live page shows it: no name, no product, no need.

    ``voor_mij``: who waits and must be called earlier. ``uiterste``: promised at arrival, when this visitor
    does not come at an appointed time (None otherwise). ``keer``: how often called. ``kwam_laat``: after that
    time, and keeps the place.
    ``komt_halen``: stands outside and somebody of us comes.
    """

    bezoek_id: UUID
    nummer: str
    status: str
    taal: str
    balie: int | None
    voor_mij: int
    zone: str
    begin: datetime | None
    uiterste: datetime | None
    kantoor: str
    kwam_laat: bool
    komt_halen: bool
    keer: int

    @property
    def is_te_laat(self) -> bool:
        """Whether there was an appointed time that could not be kept."""
        return self.begin is not None and self.uiterste is not None

    @property
    def is_voorbij(self) -> bool:
        """Whether nothing changes any more."""
        return self.status in (Bezoek.Status.AFGEROND, Bezoek.Status.WEGGESTUURD)


def mijn_bezoek(*, link: str, nu: datetime) -> MijnBezoek:
    """Return the visit behind the link of an appointment or of a ticket. Four statements.

    Raises ``LinkWerktNiet`` also when nobody has checked in yet.
    """
    bezoek = bezoeken_achter(link, nu).select_related("locatie", "afspraak", "balie").first()
    if bezoek is None:
        raise LinkWerktNiet
    begin = bezoek.afspraak.begin if bezoek.afspraak else None
    houdt_plaats = begin is not None and bezoek.uiterste_op <= begin + NA_TIJD
    return MijnBezoek(
        bezoek_id=bezoek.id,
        nummer=str(bezoek),
        status=bezoek.status,
        taal=bezoek.taal,
        balie=bezoek.balie.nummer if bezoek.balie else None,
        voor_mij=_voor(bezoek),
        zone=bezoek.locatie.tijdzone,
        begin=begin,
        uiterste=None if houdt_plaats else bezoek.uiterste_op,
        kantoor=bezoek.locatie.naam,
        kwam_laat=houdt_plaats and begin is not None and bezoek.aangekomen_op > begin,
        komt_halen=bezoek.haaltaken.filter(gedaan_op=None, staat_buiten=True).exists(),
        keer=bezoek.oproepen.count(),
    )


def bezoeken_achter(link: str, nu: datetime) -> QuerySet[Bezoek]:
    """Return the visit that this link opens now: one, or none."""
    van_link = Q(link_hash=link_hash(link)) | Q(afspraak__contacten__link_hash=link_hash(link))
    return Bezoek.objects.filter(van_link, aangekomen_op__gt=nu - NA_AANKOMST)


def _voor(bezoek: Bezoek) -> int:
    eerder = Q(uiterste_op__lt=bezoek.uiterste_op)
    eerder |= Q(uiterste_op=bezoek.uiterste_op, aangekomen_op__lt=bezoek.aangekomen_op)
    rijen = Bezoek.objects.filter(
        eerder, locatie_id=bezoek.locatie_id, datum=bezoek.datum, status=Bezoek.Status.WACHTEND
    )
    return rijen.exclude(id=bezoek.id).count()
