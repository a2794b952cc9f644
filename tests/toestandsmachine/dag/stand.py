"""What the database says of the day, read whole after every step, and what must hold of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from afspraken.models import Alarm, Bezoek, Bezoekdeel, Gebeurtenis, Oproep, Wachtrijversie, Werkplek

Rij = dict[str, Any]
# The table of domein.md, written out once more: what the product's own table says is judged too.
OVERGANGEN = {
    ("wachtend", "opgeroepen"),
    ("wachtend", "geparkeerd"),
    ("wachtend", "vertrokken"),
    ("wachtend", "weggestuurd"),
    ("opgeroepen", "in_behandeling"),
    ("opgeroepen", "wachtend"),
    ("opgeroepen", "niet_verschenen"),
    ("opgeroepen", "vertrokken"),
    ("opgeroepen", "weggestuurd"),
    ("in_behandeling", "afgerond"),
    ("in_behandeling", "wachtend"),
    ("in_behandeling", "geparkeerd"),
    ("in_behandeling", "weggestuurd"),
    ("geparkeerd", "wachtend"),
    ("geparkeerd", "opgeroepen"),
    ("geparkeerd", "vertrokken"),
    ("niet_verschenen", "wachtend"),
    ("vertrokken", "wachtend"),
}
HIER = ("opgeroepen", "in_behandeling")
OPEN = ("wachtend", "geparkeerd", *HIER)
VAST = ("locatie_id", "datum", "letter", "nummer")
BELOOFD = ("vroegste_op", "uiterste_op")


@dataclass(frozen=True)
class Dagstand:
    """Rows as plain values."""

    bezoeken: dict[UUID, Rij]
    delen: list[Rij]
    oproepen: list[Rij]
    gebeurtenissen: list[Rij]
    werkplekken: dict[int, Rij]
    alarmen: list[Rij]
    versie: int

    def open(self) -> list[Rij]:
        """Return the visits that are not over."""
        return [rij for rij in self.bezoeken.values() if rij["status"] in OPEN]


def lees() -> Dagstand:
    """Read everything that the deeds of the day may change."""
    return Dagstand(
        bezoeken={rij["id"]: rij for rij in _rijen(Bezoek.objects)},
        delen=_rijen(Bezoekdeel.objects),
        oproepen=_rijen(Oproep.objects),
        gebeurtenissen=_rijen(Gebeurtenis.objects.exclude(bezoek=None)),
        werkplekken={rij["id"]: rij for rij in _rijen(Werkplek.objects)},
        alarmen=_rijen(Alarm.objects),
        versie=sum(Wachtrijversie.objects.values_list("versie", flat=True)),
    )


def _rijen(bron: Any) -> list[Rij]:
    return list(bron.order_by("id").values())


def gebroken(voor: Dagstand, na: Dagstand, *, mag: dict[UUID, str], nu: datetime) -> Iterator[str]:
    """Say what does not hold. ``mag``: which visits the step was about, and the state each should have."""
    yield from _nummers(na)
    yield from _balies(na)
    yield from _stappen(voor, na, mag, nu)
    yield from _oproepen(voor, na)
    if (voor.bezoeken, voor.werkplekken) != (na.bezoeken, na.werkplekken) and na.versie <= voor.versie:
        yield "nobody who listens hears of it: the version did not rise"
    if "kb-" in str(na.gebeurtenissen) or "kb-" in str(na.oproepen):
        yield "the history names a need"


def _nummers(na: Dagstand) -> Iterator[str]:
    keren = Counter((rij["letter"], rij["nummer"]) for rij in na.bezoeken.values())
    yield from (f"ticket {nummer} was given twice" for nummer, aantal in keren.items() if aantal > 1)


def _balies(na: Dagstand) -> Iterator[str]:
    bezig = [rij for rij in na.bezoeken.values() if rij["status"] in HIER]
    keren = Counter(rij["balie_id"] for rij in bezig)
    yield from (f"balie {balie} has {n} visitors" for balie, n in keren.items() if n > 1 or balie is None)
    zitten = {(rij["balie_id"], rij["medewerker_id"]) for rij in na.werkplekken.values() if not rij["einde"]}
    for rij in bezig:
        if (rij["balie_id"], rij["medewerker_id"]) not in zitten:
            yield f"{rij['letter']} {rij['nummer']} is at a balie where nobody sits"


def _stappen(voor: Dagstand, na: Dagstand, mag: dict[UUID, str], nu: datetime) -> Iterator[str]:
    nieuw = na.gebeurtenissen[len(voor.gebeurtenissen) :]
    verteld = {rij["bezoek_id"] for rij in nieuw if rij["op"] == nu}
    for pk, rij in na.bezoeken.items():
        was, wie = voor.bezoeken.get(pk), f"{rij['letter']} {rij['nummer']}"
        hoort = mag.get(pk, was and was["status"])
        if rij["status"] != hoort:
            yield f"{wie} is {rij['status']} and should be {hoort}"
        if (was is None or was["status"] != rij["status"]) and pk not in verteld:
            yield f"{wie} became {rij['status']} and the history does not tell"
        if was is not None:
            yield from (f"{wie} {wat}" for wat in _stap(was, rij, genoemd=pk in mag))
    if weg := voor.bezoeken.keys() - na.bezoeken.keys():
        yield f"visits are gone: {weg}"


def _stap(was: Rij, rij: Rij, *, genoemd: bool) -> Iterator[str]:
    van, naar = was["status"], rij["status"]
    if van != naar and (van, naar) not in OVERGANGEN:
        yield f"went from {van} to {naar}"
    if any(was[veld] != rij[veld] for veld in VAST):
        yield "has another number"
    if van in OPEN and any(was[veld] != rij[veld] for veld in BELOOFD):
        yield "was promised something else at arrival"
    if not genoemd and was != rij:
        yield "changed, and nobody pressed anything for it"


def _oproepen(voor: Dagstand, na: Dagstand) -> Iterator[str]:
    nieuw = na.oproepen[len(voor.oproepen) :]
    if na.oproepen[: len(voor.oproepen)] != voor.oproepen:
        yield "a call of before was changed"
    if len(nieuw) > 1:
        yield "one press called more than once"
    for oproep in nieuw:
        rij = na.bezoeken[oproep["bezoek_id"]]
        if (rij["status"], rij["balie_id"]) != ("opgeroepen", oproep["balie_id"]):
            yield "somebody was called who is not called"
    geroepen = {oproep["bezoek_id"] for oproep in nieuw}
    for pk, rij in na.bezoeken.items():
        was = voor.bezoeken.get(pk)
        if (
            rij["status"] == "opgeroepen"
            and (was is None or was["status"] != "opgeroepen")
            and pk not in geroepen
        ):
            yield "somebody stands as called whom nobody called"
