"""Who waits in an office, in which order and why; who is at which balie, who stands apart, who needs help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from afspraken.models import Bezoek, Werkplek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE

from .alarmen import Alarmregel, open_alarmen
from .balierecht import zonder_recht
from .eigen_kantoor import eigen_kantoor
from .regelrijen import open_regelrijen
from .wachtregels import (
    Gemist,
    Wachtregel,
    gemist_vandaag,
    vertrokken_vandaag,
    wachtregels,
)
from .wachtrijstand import wachtrijstand


@dataclass(frozen=True, slots=True)
class Balieregel:
    """An open workplace; ``is_weg``: of somebody who may not work here any more."""

    werkplek_id: int
    balie: int
    medewerker: str
    pauze_sinds: datetime | None
    nummer: str
    is_weg: bool


@dataclass(frozen=True, slots=True)
class Wachtrij:
    """The lists of one office now; ``wachtend`` in the order of the promises."""

    locatie_id: int
    kantoor: str
    kantoor_code: str
    wachtend: tuple[Wachtregel, ...]
    aan_een_balie: tuple[Wachtregel, ...]
    apart: tuple[Wachtregel, ...]
    gemist: tuple[Gemist, ...]
    vertrokken: tuple[Gemist, ...]
    balies: tuple[Balieregel, ...]
    alarmen: tuple[Alarmregel, ...]


def wachtrij(*, kantoor: str, locatie_ids: frozenset[int] | None, nu: datetime) -> Wachtrij:
    """Return it; ``NietGevonden`` elsewhere. At most 20 statements, however many wait."""
    locatie = eigen_kantoor(kantoor=kantoor, locatie_ids=locatie_ids)
    werkplekken = Werkplek.objects.filter(locatie=locatie, einde=None).select_related("balie", "medewerker")
    zittend = list(werkplekken.order_by("balie__nummer"))
    weg = zonder_recht([werkplek.pk for werkplek in zittend])
    stand = wachtrijstand(locatie, nu)
    bezoeken = open_regelrijen(locatie, nu)
    nummers = {werkplek.balie_id: werkplek.balie.nummer for werkplek in zittend}
    regels = wachtregels(locatie, bezoeken, stand, nummers, nu)
    hier = {bezoek.balie_id: str(bezoek) for bezoek in bezoeken if bezoek.status in AAN_EEN_BALIE}
    return Wachtrij(
        locatie_id=locatie.pk,
        kantoor=locatie.naam,
        kantoor_code=locatie.code,
        wachtend=tuple(r for r in regels if r.staat == Bezoek.Status.WACHTEND),
        aan_een_balie=tuple(r for r in regels if r.staat in AAN_EEN_BALIE),
        apart=tuple(r for r in regels if r.staat == Bezoek.Status.GEPARKEERD),
        gemist=gemist_vandaag(locatie, nu),
        vertrokken=vertrokken_vandaag(locatie, nu),
        balies=tuple(
            Balieregel(
                w.pk,
                w.balie.nummer,
                w.medewerker.naam,
                w.pauze_sinds,
                hier.get(w.balie_id, ""),
                w.pk in weg,
            )
            for w in zittend
        ),
        alarmen=open_alarmen(locatie),
    )
