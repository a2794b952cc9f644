"""The queue of one office as bitmasks, so that the rule and the forecast can ask it thousands of times.

Visits are bits in order of the promise (the lowest must be called soonest), places are bits in order of
scarcity (the lowest can be missed best). What changes by the minute is in ``Stand``.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from math import inf
from operator import or_
from typing import TypeVar

from .belofte import VROEG, uiterste_van
from .toewijzing import gewichten, schaarste, tel, zeldzaam
from .wachtrij import Gevraagd, Plaats, Verwacht, Wachtende

Rijdeel = Wachtende | Verwacht
T = TypeVar("T", int, float)


@dataclass(frozen=True, slots=True)
class Bord:
    """Per visit: ``kan`` (places that fit), ``gelijk`` (visits with the same promise). Per place: ``van``.

    ``beschermd``: appointments for which somebody trained, or a scarce balie, is kept free; ``gewoon``: who
    needs neither. ``klasse``: places that are as scarce as this one but for their products.
    """

    rij: tuple[Rijdeel, ...]
    plaatsen: tuple[Plaats, ...]
    kan: tuple[int, ...]
    van: tuple[int, ...]
    gelijk: tuple[int, ...]
    thuis: tuple[int, ...]
    sprekers: tuple[int, ...]
    klasse: tuple[int, ...]
    uiterste: tuple[float, ...]
    begin: tuple[float, ...]
    seconden: tuple[float, ...]
    weg: tuple[tuple[tuple[float, float], ...], ...]
    beschermd: int
    gewoon: int
    lengtes: tuple[float, ...]
    tot_lengte: tuple[int, ...]

    def korter(self, seconden: float) -> int:
        """Visits that take at most this long on average."""
        hoeveel = bisect_right(self.lengtes, seconden)
        return self.tot_lengte[hoeveel - 1] if hoeveel else 0


class Stand:
    """What changes: who may be called now, who is free, which protected appointments are still to be called.

    ``klaar``: per place, when it is expected to be free.
    """

    __slots__ = ("aanwezig", "beloofd", "klaar", "nu", "vrij")

    def __init__(self, nu: float, aanwezig: int, vrij: int, beloofd: int, klaar: Sequence[float]) -> None:
        self.nu, self.aanwezig, self.vrij, self.beloofd = nu, aanwezig, vrij, beloofd
        self.klaar = list(klaar)

    def kopie(self) -> Stand:
        """Return one that may be played with."""
        return Stand(self.nu, self.aanwezig, self.vrij, self.beloofd, self.klaar)

    def roep(self, plek: int, wie: int, klaar: float) -> None:
        """Have this visit called to this place."""
        self.aanwezig &= ~(1 << wie)
        self.beloofd &= ~(1 << wie)
        self.vrij &= ~(1 << plek)
        self.klaar[plek] = klaar


def bits(masker: int) -> Iterator[int]:
    """Positions of the ones, lowest first."""
    while masker:
        laagste = masker & -masker
        yield laagste.bit_length() - 1
        masker ^= laagste


def eerste_bit(masker: int) -> int:
    """Position of the lowest one."""
    return (masker & -masker).bit_length() - 1


def maak_bord(rij: Iterable[Rijdeel], plaatsen: Iterable[Plaats]) -> Bord:
    """Put everybody who waits or is expected, and everybody on duty, on the board."""
    wie = tuple(sorted(rij, key=_volgorde))
    waar, klasse = _op_schaarste(tuple(plaatsen))
    kan = _passend(wie, waar)
    uiterste = tuple(map(_uiterste, wie))
    seconden = tuple(deel.minuten * 60 for deel in wie)
    op_lengte = sorted(range(len(wie)), key=lambda i: seconden[i])
    # Worked out once for all who share a balie or a language.
    thuis = cache(lambda balie_id: _masker(p.balie_id == balie_id for p in waar))
    sprekers = cache(lambda taal: _masker(taal in {"", *p.talen} for p in waar))
    return Bord(
        rij=wie,
        plaatsen=waar,
        kan=kan,
        van=_omgekeerd(kan, len(waar)),
        gelijk=_gelijk(uiterste),
        thuis=tuple(thuis(deel.balie_id) for deel in wie),
        sprekers=tuple(sprekers(deel.spreektaal) for deel in wie),
        klasse=klasse,
        uiterste=uiterste,
        begin=tuple(map(_begin, wie)),
        seconden=seconden,
        weg=tuple((*p.pauzes, (p.tot, inf)) for p in waar),
        beschermd=_masker(_is_afspraak(deel) and deel.heeft_eisen for deel in wie),
        gewoon=_masker(not deel.heeft_eisen for deel in wie),
        lengtes=tuple(seconden[i] for i in op_lengte),
        tot_lengte=tuple(accumulate((1 << i for i in op_lengte), or_)),
    )


def stand_op(bord: Bord, nu: float) -> Stand:
    """Return how it is now, as the places say of themselves."""
    aanwezig = _masker(isinstance(deel, Wachtende) and deel.vroegste <= nu for deel in bord.rij)
    vrij = _masker(p.vrij and not p.is_pauze and p.tot > nu for p in bord.plaatsen)
    klaar = [inf if p.klaar_verwacht is None else p.klaar_verwacht for p in bord.plaatsen]
    return Stand(nu, aanwezig, vrij, bord.beschermd, klaar)


def _is_afspraak(deel: Rijdeel) -> bool:
    return isinstance(deel, Verwacht) or deel.is_afspraak


def _begin(deel: Rijdeel) -> float:
    if deel.begin is not None:
        return deel.begin
    return deel.vroegste + VROEG if isinstance(deel, Wachtende) else inf


def _uiterste(deel: Rijdeel) -> float:
    return deel.uiterste if isinstance(deel, Wachtende) else uiterste_van(_begin(deel), deel.specialismen)


def _volgorde(deel: Rijdeel) -> tuple[float, bool, int, str, int]:
    if isinstance(deel, Wachtende):
        return deel.uiterste, False, deel.nummer, deel.letter, deel.id.int
    return _uiterste(deel), True, 0, "", deel.id.int


def _masker(feiten: Iterable[bool]) -> int:
    return sum(1 << i for i, waar in enumerate(feiten) if waar)


def _passend(wie: Sequence[Gevraagd], waar: Sequence[Plaats]) -> tuple[int, ...]:
    """Places that fit each visit; worked out once for all that ask the same."""
    bekend: dict[tuple[object, ...], int] = {}
    uit = []
    for deel in wie:
        vraag = (deel.product_ids, deel.specialismen, deel.voorzieningen, deel.voor_medewerker)
        if vraag not in bekend:
            bekend[vraag] = _masker(p.past(deel) for p in waar)
        uit.append(bekend[vraag])
    return tuple(uit)


def _omgekeerd(kan: Sequence[int], plekken: int) -> tuple[int, ...]:
    van = [0] * plekken
    for waar, wies in _wie_per(kan).items():
        for plek in bits(waar):
            van[plek] |= wies
    return tuple(van)


def _gelijk(uiterste: Sequence[float]) -> tuple[int, ...]:
    samen = _wie_per(uiterste)
    return tuple(samen[tijd] for tijd in uiterste)


def _wie_per(waarden: Sequence[T]) -> dict[T, int]:
    """Visits per value: many share one."""
    samen: dict[T, int] = {}
    for i, waarde in enumerate(waarden):
        samen[waarde] = samen.get(waarde, 0) | 1 << i
    return samen


def _op_schaarste(plaatsen: tuple[Plaats, ...]) -> tuple[tuple[Plaats, ...], tuple[int, ...]]:
    """Order places by what would be missed: training and provisions first, then products."""
    opgeleid, heeft = tel(p.specialismen for p in plaatsen), tel(p.voorzieningen for p in plaatsen)
    gewicht = gewichten(tel(p.product_ids for p in plaatsen))

    bijzonder = [zeldzaam(p.specialismen, opgeleid) + zeldzaam(p.voorzieningen, heeft) for p in plaatsen]
    gewoon = [round(schaarste(p.product_ids, gewicht), 6) for p in plaatsen]
    orde = sorted(
        range(len(plaatsen)),
        key=lambda i: (bijzonder[i], gewoon[i], plaatsen[i].balie_id, plaatsen[i].werkplek_id),
    )
    klasse = _wie_per([bijzonder[i] for i in orde])
    return tuple(plaatsen[i] for i in orde), tuple(klasse[bijzonder[i]] for i in orde)
