"""Give the appointments of who falls out to equals at the same time: needs first, then the hardest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from locaties.rules.tijdvak import masker

from .plaatsing import Werker
from .toewijzing import Kracht, beste, schaarste

Dagsleutel = tuple[int, date]


@dataclass(frozen=True, slots=True)
class Blok:
    """What one employee does in one appointment: when, which products, which training it asks."""

    afspraak_id: UUID
    dag: Dagsleutel
    cel: int
    cellen: int
    producten: frozenset[int]
    specialismen: frozenset[str]
    heeft_behoefte: bool
    is_vastgezet: bool

    def kan_door(self, werker: Werker) -> bool:
        """Whether this is an equal who is free the whole time."""
        tijd = masker(self.cel, self.cel + self.cellen)
        return (
            not self.is_vastgezet
            and self.producten <= werker.producten
            and self.specialismen <= werker.specialismen
            and tijd & ~werker.vrij == 0
        )


def herplaats(blokken: Iterable[Blok], werkers: Mapping[Dagsleutel, Sequence[Werker]]) -> dict[UUID, Werker]:
    """Return who takes which appointment; an appointment that is missing fits nobody."""
    over = {dag: list(lijst) for dag, lijst in werkers.items()}
    gekozen: dict[UUID, Werker] = {}
    for blok in sorted(blokken, key=lambda b: _volgorde(b, over)):
        werker = _kies(blok, over.get(blok.dag, []))
        if werker is not None:
            gekozen[blok.afspraak_id] = werker
            _bezet(over[blok.dag], werker, blok)
    return gekozen


def _volgorde(blok: Blok, over: Mapping[Dagsleutel, Sequence[Werker]]) -> tuple[bool, int, date, int, str]:
    kandidaten = sum(blok.kan_door(werker) for werker in over.get(blok.dag, ()))
    return not blok.heeft_behoefte, kandidaten, blok.dag[1], blok.cel, str(blok.afspraak_id)


def _kies(blok: Blok, werkers: Sequence[Werker]) -> Werker | None:
    passend = [w for w in werkers if blok.kan_door(w)]
    krachten = [
        Kracht(i, w.vrij, schaarste(len(w.producten), len(w.specialismen))) for i, w in enumerate(passend)
    ]
    gekozen = beste(krachten, blok.cel, blok.cellen)
    return None if gekozen is None else passend[gekozen]


def _bezet(werkers: list[Werker], werker: Werker, blok: Blok) -> None:
    """Take the time out of every shift of this employee."""
    tijd = masker(blok.cel, blok.cel + blok.cellen)
    for i, ander in enumerate(werkers):
        if ander.medewerker_id == werker.medewerker_id:
            werkers[i] = replace(ander, vrij=ander.vrij & ~tijd)
