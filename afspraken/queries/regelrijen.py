"""The rows behind the lines of a waiting list: open visits of a day, with what they come for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q

from afspraken.models import Bezoek
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE, OPEN
from locaties.models import Locatie


class Regelrij(NamedTuple):
    """A visit. ``balie``: number of the balie where it is; ``producten``: each once, in order."""

    id: UUID
    status: str
    letter: str
    nummer: int
    aangekomen: datetime
    uiterste: datetime
    wacht_sinds: datetime
    eerst_geroepen: datetime | None
    gemist: int
    taal: str
    spreektaal: str
    roepwijze: str
    afstemming_id: UUID | None
    balie_id: int | None
    balie: int | None
    producten: tuple[str, ...]
    personen: int

    def __str__(self) -> str:
        """Ticket."""
        return f"{self.letter} {self.nummer}"


_BEZOEK = (
    *("id", "status", "letter", "nummer", "aangekomen_op", "uiterste_op", "wacht_sinds", "eerst_geroepen_op"),
    *("gemist", "taal", "spreektaal", "roepwijze", "afstemming_id", "balie_id", "balie__nummer"),
)
_DEEL = ("delen__product__naam", "delen__persoon")


def open_regelrijen(locatie: Locatie, nu: datetime, *, ook_aan: int | None = None) -> list[Regelrij]:
    """Return the visits of the local day that are not over. One statement.

    ``ook_aan``: also who is at this balie since an earlier day that nobody closed.
    """
    welke = Q(datum=nu.astimezone(locatie.zone).date())
    if ook_aan is not None:
        welke |= Q(balie_id=ook_aan, status__in=AAN_EEN_BALIE)
    rijen = Bezoek.objects.filter(welke, locatie=locatie, status__in=OPEN)
    op_volgorde = rijen.order_by("id", "delen__volgorde").values_list(*_BEZOEK, *_DEEL)
    return [_rij(list(groep)) for _, groep in groupby(op_volgorde, key=itemgetter(0))]


def _rij(rijen: Sequence[tuple[Any, ...]]) -> Regelrij:
    """One visit of its rows, one per part; the last two columns are those of ``_DEEL``."""
    producten = dict.fromkeys(rij[-2] for rij in rijen if rij[-2] is not None)
    personen = {rij[-1] for rij in rijen if rij[-1] is not None}
    return Regelrij._make((*rijen[0][:-2], tuple(producten), len(personen)))
