"""One day, played by the product's own rules: everybody who is called is called by ``rules/volgorde``.

Time goes from event to event: arrivals, ends of visits, breaks, a colleague who leaves, and every minute.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from heapq import heappop, heappush
from itertools import count
from random import Random
from uuid import UUID

from afspraken.rules.behandelduur import Duurtabel, dagfactor, duren, gemiddelde
from afspraken.rules.belofte import uiterste_van, vroegste_van
from afspraken.rules.volgorde import verdeel
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende
from afspraken.rules.wachttijd import Bezig, Kantoorstand

from .kantoor import DICHT, NAAR_HUIS, NORM, OPEN, PAUZE, Lid
from .vraag import Bezoeker
from .wijze import Wijze

NIET_MEER_VERWACHT = 30 * 60.0
TE_LAAT = 10 * 60.0


@dataclass
class Werkplek:
    """Where an employee is in the day."""

    lid: Lid
    met: Bezoeker | None = None
    sinds: float = 0.0
    klaar: float | None = None
    pauze_tegoed: bool = False
    in_pauze: bool = False
    pauze_gehad: bool = False
    weg: bool = False
    gaat_weg: bool = False

    def als_plaats(self) -> Plaats:
        return Plaats(
            werkplek_id=self.lid.nr,
            medewerker_id=self.lid.nr,
            balie_id=self.lid.nr,
            product_ids=self.lid.producten,
            specialismen=self.lid.specialismen,
            talen=frozenset({"nl"}),
            voorzieningen=self.lid.voorzieningen,
            vrij=self.met is None and not self.in_pauze,
            klaar_verwacht=self.klaar,
            is_pauze=self.in_pauze,
            tot=NAAR_HUIS,
            pauzes=() if self.pauze_gehad else ((self.lid.pauze, self.lid.pauze + PAUZE),),
        )


@dataclass
class Dag:
    """The state of one day. ``kijk(dag, nieuw)`` looks on after every arrival and every minute."""

    wijze: Wijze
    tabel: Duurtabel
    bezoekers: list[Bezoeker]
    leden: tuple[Lid, ...]
    kijk: Callable[[Dag, Bezoeker | None], None]
    nu: float = OPEN
    wachtend: dict[UUID, Wachtende] = field(default_factory=dict)
    geroepen: dict[UUID, float] = field(default_factory=dict)
    klaar: list[tuple[float, float]] = field(default_factory=list)
    duren: dict[tuple[int, float], tuple[float, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.op_id = {wie.id: wie for wie in self.bezoekers}
        self.werkplekken = {lid.nr: Werkplek(lid) for lid in self.leden}
        self.straks: list[tuple[float, int, Callable[[], Bezoeker | None]]] = []
        self.volg = count()
        self.verwacht = {wie.id: self._verwacht(wie) for wie in self.bezoekers if wie.begin is not None}
        if self.wijze.fifo:
            self.verwacht = {}

    def speel(self, toeval: Random) -> None:
        """Play until everybody has been called and the office is closed."""
        for wie in self.bezoekers:
            if wie.aankomst is not None:
                self._plan(wie.aankomst, partial(self._komt, wie))
        for plek in self.werkplekken.values():
            self._plan(plek.lid.pauze, partial(self._pauze, plek))
        if self.wijze.weg:
            vertrekker = self.werkplekken[toeval.choice(self.leden).nr]
            self._plan(toeval.uniform(10, 14) * 3600, partial(self._vertrekt, vertrekker))
        self._plan(OPEN, self._minuut)
        while self.straks:
            self.nu, _, gebeur = heappop(self.straks)
            nieuw = gebeur()
            self._roep()
            if nieuw is not None or gebeur == self._minuut:
                self.kijk(self, nieuw)

    def kantoorstand(self) -> Kantoorstand:
        """What the forecast may know."""
        nog = [
            wie for wie in self.verwacht.values() if wie.begin and wie.begin > self.nu - NIET_MEER_VERWACHT
        ]
        namen = [*self.wachtend.values(), *nog]
        return Kantoorstand(
            nu=self.nu,
            wachtenden=list(self.wachtend.values()),
            plaatsen=self.plaatsen(),
            verwacht=nog,
            duren={wie.id: self._duren(self.op_id[wie.id]) for wie in namen},
            bezig={
                plek.lid.nr: Bezig(sinds=plek.sinds, duren=self._duren(plek.met))
                for plek in self.werkplekken.values()
                if plek.met is not None
            },
            factor=dagfactor(self.klaar),
        )

    def plaatsen(self) -> list[Plaats]:
        """Who is on duty."""
        return [plek.als_plaats() for plek in self.werkplekken.values() if not plek.weg]

    def verwachte_duur(self, wie: Bezoeker) -> float:
        """Seconds, by what is known."""
        return gemiddelde(self.tabel, wie.product, wie.minuten * 60)

    def _duren(self, wie: Bezoeker) -> tuple[float, ...]:
        sleutel = (wie.product, wie.minuten)
        if sleutel not in self.duren:
            self.duren[sleutel] = duren(self.tabel, wie.product, wie.minuten * 60)
        return self.duren[sleutel]

    def _plan(self, op: float, gebeur: Callable[[], Bezoeker | None]) -> None:
        heappush(self.straks, (op, next(self.volg), gebeur))

    def _minuut(self) -> None:
        assert self.nu < NAAR_HUIS, f"nobody can serve {sorted(self.wachtend.values(), key=str)}"
        if self.nu < DICHT or self.wachtend:
            self._plan(self.nu + 60, self._minuut)

    def _komt(self, wie: Bezoeker) -> Bezoeker:
        self.verwacht.pop(wie.id, None)
        self.wachtend[wie.id] = self._wachtende(wie)
        return wie

    def _klaar(self, plek: Werkplek) -> None:
        assert plek.met is not None
        self.klaar.append((self.nu - plek.sinds, self.verwachte_duur(plek.met)))
        plek.met, plek.klaar = None, None
        plek.weg = plek.gaat_weg
        if plek.pauze_tegoed:
            self._pauze(plek)

    def _pauze(self, plek: Werkplek) -> None:
        plek.pauze_tegoed, plek.pauze_gehad = plek.met is not None, True
        if plek.met is None:
            plek.in_pauze, plek.klaar = True, self.nu + PAUZE
            self._plan(self.nu + PAUZE, partial(self._terug, plek))

    def _terug(self, plek: Werkplek) -> None:
        plek.in_pauze, plek.klaar = False, None

    def _vertrekt(self, plek: Werkplek) -> None:
        plek.gaat_weg, plek.weg = True, plek.met is None

    def _roep(self) -> None:
        if not self.wachtend:
            return
        for nr, keuze in verdeel(self.wachtend.values(), self.plaatsen(), self.verwacht.values(), self.nu):
            plek, wie = self.werkplekken[nr], self.op_id[keuze.wachtende_id]
            del self.wachtend[wie.id]
            self.geroepen[wie.id] = self.nu
            plek.met, plek.sinds, plek.klaar = wie, self.nu, self.nu + self.verwachte_duur(wie)
            self._plan(self.nu + wie.duur, partial(self._klaar, plek))

    def _eisen(self, wie: Bezoeker) -> dict[str, object]:
        return {
            "id": wie.id,
            "product_ids": frozenset({wie.product}),
            "minuten": self.verwachte_duur(wie) / 60,
            "specialismen": frozenset({wie.specialisme} - {""}),
            "voorzieningen": frozenset({wie.voorziening} - {""}),
            "spreektaal": "nl",
            "balie_id": wie.balie,
            "begin": wie.begin,
        }

    def _verwacht(self, wie: Bezoeker) -> Verwacht:
        return Verwacht(**self._eisen(wie))  # type: ignore[arg-type]

    def _wachtende(self, wie: Bezoeker) -> Wachtende:
        op_tijd = wie.begin is not None and self.nu <= wie.begin + TE_LAAT
        begin = wie.begin if wie.begin is not None and op_tijd else self.nu
        uiterste = uiterste_van(begin, {wie.specialisme} - {""}) if op_tijd else self.nu + NORM * 60
        return Wachtende(
            **self._eisen(wie),  # type: ignore[arg-type]
            letter="B" if wie.begin is None else "A",
            nummer=wie.nummer,
            vroegste=vroegste_van(begin) if op_tijd else self.nu,
            # First come, first served: everybody is promised their own arrival, nobody is looked ahead for.
            uiterste=max(self.nu, vroegste_van(begin)) if self.wijze.fifo else uiterste,
            is_afspraak=op_tijd and not self.wijze.fifo,
        )
