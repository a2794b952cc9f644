"""One working day of an office while it fills: kept here, not by the rules, so that they can be checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from afspraken.rules.blok import Beurt, Blok
from afspraken.rules.plaatsing import Dagaanbod
from locaties.rules.tijdvak import masker

from .vraagmaker import Aanvraag


@dataclass(frozen=True, slots=True)
class Plaats:
    """One appointment that was given: when, with whom (inzet id) and at which balie."""

    aanvraag: Aanvraag
    cel: int
    werker: int
    balie: int

    @property
    def tijd(self) -> int:
        """Its cells as a mask."""
        return masker(self.cel, self.cel + self.aanvraag.vraag.cellen)

    def als_blok(self) -> Blok:
        """The same in the words of the rules."""
        vraag = self.aanvraag.vraag
        beurt = Beurt(self.cel, vraag.cellen, frozenset(vraag.product_ids), self.werker, self.werker)
        return Blok(
            UUID(int=self.aanvraag.nr),
            (beurt,),
            self.balie,
            specialismen=vraag.vereisten.specialismen,
            voorzieningen=vraag.vereisten.balie,
            heeft_behoefte=self.aanvraag.heeft_behoefte,
        )


@dataclass(slots=True)
class Dagstand:
    """What the day offers when empty, and the appointments so far by number."""

    leeg: Dagaanbod
    plaatsen: dict[int, Plaats] = field(default_factory=dict)
    blokken: dict[int, Blok] = field(default_factory=dict)
    bezet: dict[tuple[str, int], int] = field(default_factory=lambda: defaultdict(int))

    def aanbod(self) -> Dagaanbod:
        """What is still free."""
        bezet = self.bezet
        return replace(
            self.leeg,
            werkers=tuple(replace(w, vrij=w.vrij & ~bezet["wie", w.inzet_id]) for w in self.leeg.werkers),
            plekken=tuple(replace(p, vrij=p.vrij & ~bezet["waar", p.balie_id]) for p in self.leeg.plekken),
        )

    def schrijf(self, nieuw: Mapping[int, Plaats]) -> None:
        """Add appointments, or give them another place: first all off, then all on."""
        for nr in nieuw.keys() & self.plaatsen.keys():
            oud = self.plaatsen[nr]
            self.bezet["wie", oud.werker] &= ~oud.tijd
            self.bezet["waar", oud.balie] &= ~oud.tijd
        for nr, plaats in nieuw.items():
            self.plaatsen[nr], self.blokken[nr] = plaats, plaats.als_blok()
            self.bezet["wie", plaats.werker] |= plaats.tijd
            self.bezet["waar", plaats.balie] |= plaats.tijd
