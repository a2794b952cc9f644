"""Who comes on one day, with or without appointment, and how long it really takes: made up from a seed.

No-show 7 %, arrival five minutes early with a spread of five, walk-in Poisson with a peak in the morning and
one in the afternoon, durations lognormal with CV 0.6 (algoritmen.md 4.2). Of all, 4 % need somebody trained
(with ten minutes extra) and 2 % the low balie. Appointments are booked so that their planned times fit.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import ceil, log, sqrt
from random import Random
from uuid import UUID

from .kantoor import (
    BASIS,
    DICHT,
    EXTRA_MINUTEN,
    OPEN,
    PAUZE,
    PRODUCTEN,
    SPECIALISMEN,
    VERLAAGD,
    Lid,
)

CV, NIET_KOMEN = 0.6, 0.07
AANDEEL_AFSPRAAK = 0.65  # of the work
AANDEEL_SPECIALISME, AANDEEL_VERLAAGD = 0.04, 0.02
CEL = 300.0
POGINGEN = 40
# Weight of walk-in per half-hour from 9:00, with peaks at 10:30 and 14:00: so chosen that first come, first
# served comes to what algoritmen.md 4.2 measured for it (appointments 92.0 %, walk-in P90 10.1 minutes).
DRUKTE = (0.8, 1.0, 1.2, 1.3, 1.2, 0.9, 0.7, 0.6, 0.7, 1.1, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8)


@dataclass(frozen=True, slots=True)
class Bezoeker:
    """One visitor. ``begin``: of the appointment; no ``aankomst``: does not come; ``duur``: seconds."""

    id: UUID
    nummer: int
    product: int
    specialisme: str
    voorziening: str
    aankomst: float | None
    begin: float | None
    balie: int | None
    duur: float

    @property
    def minuten(self) -> float:
        """Mean duration of such a visit."""
        return gemiddeld(self.product, self.specialisme)

    @property
    def heeft_eisen(self) -> bool:
        return bool(self.specialisme or self.voorziening)


def gemiddeld(product: int, specialisme: str) -> float:
    """Minutes."""
    return PRODUCTEN[product][0] + (EXTRA_MINUTEN if specialisme else 0.0)


def trek_duur(toeval: Random, minuten: float) -> float:
    """Seconds, lognormal with this mean."""
    sigma2 = log(1 + CV * CV)
    return toeval.lognormvariate(log(minuten * 60) - sigma2 / 2, sqrt(sigma2))


def bezoekers(leden: tuple[Lid, ...], belasting: float, toeval: Random) -> list[Bezoeker]:
    """Everybody of one day; who comes asks ``belasting`` times the time the team has, on average."""
    werk = belasting * len(leden) * (DICHT - OPEN - PAUZE) / 60
    met = list(_met_afspraak(leden, werk * AANDEEL_AFSPRAAK, toeval))
    return met + list(_inloop(werk * (1 - AANDEEL_AFSPRAAK), len(met), toeval))


def _met_afspraak(leden: tuple[Lid, ...], werk: float, toeval: Random) -> Iterator[Bezoeker]:
    agenda = {lid.nr: _pauzecellen(lid) for lid in leden}
    nummer = 0
    while werk > 0:
        product, specialisme, voorziening = _wat(toeval)
        komt = toeval.random() >= NIET_KOMEN
        minuten = gemiddeld(product, specialisme)
        werk -= minuten * komt
        geboekt = _boek(leden, agenda, product, specialisme, voorziening, toeval)
        if geboekt is None:
            continue
        begin, balie = geboekt
        nummer += 1
        aankomst = max(OPEN, begin + toeval.gauss(-300, 300)) if komt else None
        duur = trek_duur(toeval, minuten)
        yield Bezoeker(
            UUID(int=nummer), nummer, product, specialisme, voorziening, aankomst, begin, balie, duur
        )


def _inloop(werk: float, vanaf: int, toeval: Random) -> Iterator[Bezoeker]:
    gemiddelde = sum(minuten * deel for minuten, deel in PRODUCTEN.values())
    gemiddelde += AANDEEL_SPECIALISME * EXTRA_MINUTEN
    per_half_uur = werk / gemiddelde / sum(DRUKTE)
    tijd, nummer = OPEN, 0
    while True:
        tijd += toeval.expovariate(max(DRUKTE) * per_half_uur / 1800)
        if tijd >= DICHT:
            return
        if toeval.random() > DRUKTE[int((tijd - OPEN) // 1800)] / max(DRUKTE):
            continue
        nummer += 1
        product, specialisme, voorziening = _wat(toeval)
        duur = trek_duur(toeval, gemiddeld(product, specialisme))
        wie = UUID(int=vanaf + nummer)
        yield Bezoeker(wie, nummer, product, specialisme, voorziening, tijd, None, None, duur)


def _wat(toeval: Random) -> tuple[int, str, str]:
    """Product, training and provision; who needs something asks a product that everybody masters."""
    kans = toeval.random()
    if kans >= AANDEEL_SPECIALISME + AANDEEL_VERLAAGD:
        return _product(toeval, PRODUCTEN), "", ""
    if kans >= AANDEEL_SPECIALISME:
        return _product(toeval, BASIS), "", VERLAAGD
    return _product(toeval, BASIS), toeval.choice(SPECIALISMEN), ""


def _product(toeval: Random, uit: Mapping[int, tuple[int, float]]) -> int:
    return toeval.choices(list(uit), [deel for _, deel in uit.values()])[0]


def _boek(
    leden: tuple[Lid, ...],
    agenda: dict[int, set[int]],
    product: int,
    specialisme: str,
    voorziening: str,
    toeval: Random,
) -> tuple[float, int] | None:
    """Book at a random time where somebody who can do it is free; (begin, balie), None when there is none."""
    kan = [
        lid
        for lid in leden
        if product in lid.producten
        and {specialisme, voorziening} <= {"", *lid.specialismen, *lid.voorzieningen}
    ]
    # Who can do least goes first, as in the booking rule.
    kan.sort(key=lambda lid: (len(lid.specialismen) + len(lid.voorzieningen), len(lid.producten), lid.nr))
    lengte = ceil(gemiddeld(product, specialisme) * 60 / CEL)
    for _ in range(POGINGEN):
        cel = toeval.randrange(int((DICHT - OPEN) / CEL) - lengte + 1)
        for lid in kan:
            nodig = set(range(cel, cel + lengte))
            if not nodig & agenda[lid.nr]:
                agenda[lid.nr] |= nodig
                return OPEN + cel * CEL, lid.nr
    return None


def _pauzecellen(lid: Lid) -> set[int]:
    eerste = int((lid.pauze - OPEN) / CEL)
    return set(range(eerste, eerste + int(PAUZE / CEL)))
