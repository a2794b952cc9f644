"""What a run may choose from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from hypothesis import strategies as st
from hypothesis.stateful import Bundle

from afspraken.rules.aanvraag import Gevraagd

from .catalogus import BEHOEFTEN, DAGEN, KANTOREN, Deel

AANVRAGEN: Bundle = Bundle("aanvragen")
BELOFTEN: Bundle = Bundle("beloften")
CELLEN = 18


@dataclass(frozen=True)
class Wie:
    """Who asks, and how we reach them; a shared number has no ceiling."""

    telefoon: str
    email: str
    kanaal: str
    gedeeld: bool = False


@dataclass(frozen=True)
class Wens:
    """What somebody comes for and needs."""

    producten: tuple[Gevraagd, ...]
    behoeften: frozenset[str]
    toestemming: bool
    eigen_tolk: bool

    def delen(self) -> tuple[Deel, ...]:
        """Each product for each person."""
        return tuple(Deel(g.product, i, groep) for g in self.producten for i, groep in enumerate(g.groepen))

    def bewaard(self) -> frozenset[str]:
        """Nothing without consent."""
        return self.behoeften if self.toestemming else frozenset()


@dataclass(frozen=True)
class Plek:
    """A start: one of the offered times, or any cell of a day."""

    kantoor: str
    dag: int
    nummer: int
    aangeboden: bool

    @property
    def datum(self) -> date:
        """Local date."""
        return DAGEN[self.dag]


@dataclass(frozen=True)
class Boeking:
    """Everything that one appointment takes."""

    wens: Wens
    wie: Wie
    plek: Plek
    herkomst: str


PRODUCTEN = (
    (Gevraagd("paspoort"),),
    (Gevraagd("rijbewijs"),),
    (Gevraagd("paspoort", ("", "")),),
    (Gevraagd("paspoort", ("", "0-11", "")),),
    (Gevraagd("paspoort"), Gevraagd("rijbewijs")),
    (Gevraagd("paspoort", ("0-11", "")), Gevraagd("rijbewijs")),
)
MENSEN = (
    Wie("06 12345678", "", "sms"),
    Wie("06 87654321", "", "sms", gedeeld=True),
    Wie("", "iemand@voorbeeld.nl", "email"),
    Wie("070 353 3000", "", "papier"),
    Wie("070 353 3001", "", "gesproken"),
)
# Mostly minutes: in one run holds must live, expire and be swept.
DUREN = [timedelta(minutes=m) for m in (1, 6, 11, 21, 31)]
LANG = [timedelta(hours=3), timedelta(hours=20), timedelta(hours=25), timedelta(days=8)]

_samen = [frozenset(paar) for aantal in (1, 2) for paar in combinations(sorted(BEHOEFTEN), aantal)]
behoeften = st.sampled_from([*_samen, *[frozenset[str]()] * 3])
vaak = st.sampled_from([True, True, True, False])
soms = st.sampled_from([False, False, False, True])
wensen = st.builds(Wens, st.sampled_from(PRODUCTEN), behoeften, vaak, soms)
mensen = st.sampled_from(MENSEN[:3] * 2 + MENSEN[3:])
plekken = st.builds(
    Plek, st.sampled_from(KANTOREN), st.sampled_from(range(len(DAGEN))), st.integers(0, CELLEN - 1), vaak
)
herkomsten = st.sampled_from(["site", "telefoon", "ontvangst"])
boekingen = st.builds(Boeking, wensen, mensen, plekken, herkomsten)
duren = st.sampled_from(DUREN * 2 + LANG)
nummers = st.integers(0, 5)
