"""Who works in an office on one local day and what works at its balies: no call changes it; remembered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from locaties.models import Balie, Inzet

from .dagrijen import Dagsleutel, Periode, Uitval, middernacht, uitval_tussen
from .geheugen import Geheugen, Versies

DAGEN = 1_000


@dataclass(frozen=True, slots=True)
class Rooster:
    """A shift, of whatever kind, until ``einde``, with its breaks early to late."""

    medewerker_id: int
    einde: datetime
    pauzes: tuple[Periode, ...]


@dataclass(frozen=True, slots=True)
class Dienstrooster:
    """``diensten``: the last to end first. ``voorzieningen``: what a balie has when nothing is broken."""

    diensten: tuple[Rooster, ...]
    voorzieningen: Mapping[int, frozenset[str]]
    uitval: tuple[Uitval, ...]

    def werkend(self, balie_id: int, nu: datetime) -> frozenset[str]:
        """Codes of the provisions that work at this balie at this moment."""
        stuk = {
            uitval.voorziening
            for uitval in self.uitval
            if uitval.balie_id == balie_id
            and uitval.begin <= nu
            and (uitval.einde is None or uitval.einde > nu)
        }
        return self.voorzieningen.get(balie_id, frozenset()) - stuk


geheugen: Geheugen[Dagsleutel, Dienstrooster] = Geheugen(DAGEN)


def dienstrooster(sleutel: Dagsleutel, versies: Versies[Dagsleutel]) -> Dienstrooster:
    """Return that of an office-day; no statement when it is remembered, else three."""
    wanneer = {sleutel: versies.rooster[sleutel]}
    gevonden = geheugen.haal(wanneer)
    if sleutel not in gevonden:
        gevonden = {sleutel: _lees(sleutel)}
        geheugen.bewaar(gevonden, wanneer)
    return gevonden[sleutel]


def _lees(sleutel: Dagsleutel) -> Dienstrooster:
    heeft = Balie.voorzieningen.through.objects.filter(balie__locatie_id=sleutel[0])
    van, tot = (middernacht(sleutel[1] + timedelta(days=n)) for n in (-1, 2))
    velden = ("balie_id", "voorziening__code", "begin", "einde")
    uitval = uitval_tussen([sleutel[0]], van, tot).values_list(*velden)
    return Dienstrooster(
        diensten=_diensten(sleutel),
        voorzieningen=_per_balie(heeft.values_list("balie_id", "voorziening__code")),
        uitval=tuple(Uitval(*rij) for rij in uitval),
    )


def _diensten(sleutel: Dagsleutel) -> tuple[Rooster, ...]:
    locatie, datum = sleutel
    inzetten = Inzet.objects.filter(locatie_id=locatie, datum=datum, afgemeld_op=None)
    wie: dict[int, tuple[int, datetime]] = {}
    pauzes: dict[int, list[Periode]] = defaultdict(list)
    velden = ("id", "medewerker_id", "einde", "pauzes__begin", "pauzes__einde")
    for inzet, medewerker, einde, van, tot in inzetten.order_by("-einde").values_list(*velden):
        wie[inzet] = medewerker, einde
        if van is not None:
            pauzes[inzet].append((van, tot))
    return tuple(Rooster(*wie[inzet], tuple(sorted(pauzes[inzet]))) for inzet in wie)


def _per_balie(rijen: Iterable[tuple[int, str]]) -> Mapping[int, frozenset[str]]:
    samen: dict[int, set[str]] = defaultdict(set)
    for balie, code in rijen:
        samen[balie].add(code)
    return {balie: frozenset(codes) for balie, codes in samen.items()}
