"""Book the requests of one office in the order in which they are made, in one way of deciding."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from time import process_time_ns

from .beslissen import Beslissing, Niveaus, Start
from .dagstand import Dagstand, Plaats
from .vraagmaker import Aanvraag
from .wereld import Kantoor, lege_dag

NaBoeking = Callable[[Dagstand], None]
BijWeigering = Callable[[Aanvraag, Mapping[int, Dagstand]], None]


@dataclass(slots=True)
class Verloop:
    """What came of it: the days, who was accepted, and CPU milliseconds: per start, and per request."""

    dagen: dict[int, Dagstand]
    aangenomen: list[Aanvraag] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    cpu_ms_aanvraag: list[float] = field(default_factory=list)
    verplaatst: int = 0


@dataclass(frozen=True, slots=True)
class Boeker:
    """A way of deciding, and who looks on: at each day that changed, and at each request that got nothing."""

    beslis: Beslissing
    niveaus: Niveaus
    na_boeking: NaBoeking
    bij_weigering: BijWeigering

    def boek(self, kantoor: Kantoor, aanvragen: Iterable[Aanvraag], *, dagen: int) -> Verloop:
        """Let every citizen try the asked starts in order."""
        verloop = Verloop({dag: Dagstand(lege_dag(kantoor, dag)) for dag in range(dagen)})
        for aanvraag in aanvragen:
            verloop.cpu_ms_aanvraag.append(0.0)
            if not any(self._lukt(verloop, aanvraag, dag, cel) for dag, cel in aanvraag.wensen):
                self.bij_weigering(aanvraag, verloop.dagen)
        return verloop

    def _lukt(self, verloop: Verloop, aanvraag: Aanvraag, dag: int, cel: int) -> bool:
        stand = verloop.dagen[dag]
        nieuw, ms = self._beslis(stand, aanvraag, cel)
        verloop.cpu_ms.append(ms)
        verloop.cpu_ms_aanvraag[-1] += ms
        if nieuw is None:
            return False
        stand.schrijf(nieuw)
        self.na_boeking(stand)
        verloop.aangenomen.append(aanvraag)
        verloop.verplaatst += len(nieuw) - 1
        return True

    def _beslis(
        self, stand: Dagstand, aanvraag: Aanvraag, cel: int
    ) -> tuple[dict[int, Plaats] | None, float]:
        """Decide, and say how many CPU milliseconds that took; looking up what is free does not count."""
        aanbod, blokken = stand.aanbod(), tuple(stand.blokken.values())
        begin = process_time_ns()
        start = Start(stand, aanbod, blokken, aanvraag, cel, self.niveaus(stand.leeg, aanvraag))
        nieuw = self.beslis(start)
        return nieuw, (process_time_ns() - begin) / 1e6
