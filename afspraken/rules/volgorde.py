"""Who is next: the earliest promised time, and why.

Every visit has one latest call time, promised at arrival. A free employee calls the visit with the earliest
one among those that this employee at this balie may serve; look-ahead (``vooruitzien``) and several who are
free at once (``tegelijk``) are the only exceptions. The forecast plays the very same functions forward.

Source: algoritmen.md 4.1 with correction 4.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from .bord import Bord, Stand, bits, eerste_bit, maak_bord, stand_op
from .tegelijk import aandeel, beste_plaats, voorkeur
from .vooruitzien import toegestaan, vrijgehouden_voor
from .wachtrij import Gevraagd, Plaats, Verwacht, Wachtende

__all__ = [
    "Keuze",
    "Plaats",
    "Reden",
    "Uitleg",
    "Verwacht",
    "Voorbij",
    "Wachtende",
    "houdt_vrij",
    "kies",
    "verdeel",
    "volgend_paar",
    "volgende",
]


class Reden(StrEnum):
    """Why this visit."""

    VOOR_MEDEWERKER = "voor_medewerker"  # waits for this employee
    HIER_BELOOFD = "hier_beloofd"  # this balie is reserved for it
    AFSPRAAK = "afspraak"
    WACHT_HET_LANGST = "wacht_het_langst"


class Voorbij(StrEnum):
    """Why not the one before it."""

    COLLEGA_VRIJ = "collega_vrij"  # a colleague who is free can call that one
    AFSPRAAK_STRAKS = "afspraak_straks"  # this place is kept for an appointment


@dataclass(frozen=True, slots=True)
class Uitleg:
    """Why this visit: a kind with what a sentence needs. Names a training, never a need.

    ``begin``: of the appointment, seconds of the local day.
    """

    reden: Reden
    begin: float | None = None
    specialismen: tuple[str, ...] = ()
    voorbij: Voorbij | None = None


@dataclass(frozen=True, slots=True)
class Keuze:
    """Who is called, and why."""

    wachtende_id: UUID
    uitleg: Uitleg


def volgende(
    wachtenden: Iterable[Wachtende],
    plaatsen: Iterable[Plaats],
    plaats: Plaats,
    verwacht: Iterable[Verwacht],
    nu: float,
) -> Keuze | None:
    """Return whom ``plaats``, where somebody asks for the next visit, calls now; None: nobody.

    ``plaatsen``: everybody on duty; ``verwacht``: appointments of today that have not arrived.
    """
    bord, stand, plek = _opstelling(wachtenden, plaatsen, plaats, verwacht, nu)
    wie = kies(bord, stand, plek)
    return None if wie is None else Keuze(bord.rij[wie].id, _uitleg(bord, stand, plek, wie))


def houdt_vrij(
    wachtenden: Iterable[Wachtende],
    plaatsen: Iterable[Plaats],
    plaats: Plaats,
    verwacht: Iterable[Verwacht],
    nu: float,
) -> Uitleg | None:
    """Return for which appointment this place calls nobody now; None when it is not kept free."""
    bord, stand, plek = _opstelling(wachtenden, plaatsen, plaats, verwacht, nu)
    if kies(bord, stand, plek) is not None or not stand.aanwezig & bord.van[plek]:
        return None
    voor = vrijgehouden_voor(bord, stand, plek)
    return _waarom(bord.rij[voor[0]], bord.begin[voor[0]], bord.plaatsen[plek])


def verdeel(
    wachtenden: Iterable[Wachtende], plaatsen: Iterable[Plaats], verwacht: Iterable[Verwacht], nu: float
) -> list[tuple[int, Keuze]]:
    """Return (werkplek_id, choice) when all who are free ask at once; who can be missed best takes it."""
    bord = maak_bord([*wachtenden, *verwacht], plaatsen)
    stand = stand_op(bord, nu)
    uit = []
    while (paar := volgend_paar(bord, stand)) is not None:
        plek, wie = paar
        uit.append(
            (bord.plaatsen[plek].werkplek_id, Keuze(bord.rij[wie].id, _uitleg(bord, stand, plek, wie)))
        )
        stand.roep(plek, wie, nu + bord.seconden[wie])
    return uit


def kies(bord: Bord, stand: Stand, plek: int) -> int | None:
    """Return whom this place calls, as a position on the board."""
    mijn = toegestaan(bord, stand, plek)
    if not mijn:
        return None
    eerste = voorkeur(bord, mijn, plek)
    anderen = stand.vrij & ~(1 << plek)
    if not anderen or mijn & (mijn - 1) == 0 or bord.uiterste[eerste] <= stand.nu:
        return eerste
    mag = {p: m for p in bits(anderen) if (m := toegestaan(bord, stand, p))}
    return aandeel(bord, plek, {plek: mijn, **mag}) if mag else eerste


def volgend_paar(bord: Bord, stand: Stand) -> tuple[int, int] | None:
    """Return (place, visit) of the next call when nobody who is free waits to ask; None: no call to make."""
    if not stand.vrij or not stand.aanwezig:
        return None
    mag = {p: m for p in bits(stand.vrij) if (m := toegestaan(bord, stand, p))}
    if not mag:
        return None
    plek = next(iter(mag)) if len(mag) == 1 else _wie_vraagt(bord, mag)
    wie = kies(bord, stand, plek)
    return None if wie is None else (plek, wie)


def _wie_vraagt(bord: Bord, mag: dict[int, int]) -> int:
    """The best place for the most urgent visit."""
    wie = min(eerste_bit(wies) for wies in mag.values())
    return beste_plaats(bord, wie, sum(1 << plek for plek, wies in mag.items() if wies >> wie & 1))


def _opstelling(
    wachtenden: Iterable[Wachtende],
    plaatsen: Iterable[Plaats],
    plaats: Plaats,
    verwacht: Iterable[Verwacht],
    nu: float,
) -> tuple[Bord, Stand, int]:
    # Who asks is free, whatever was read before.
    hier = replace(plaats, vrij=True, is_pauze=False)
    allen = [hier, *(p for p in plaatsen if p.werkplek_id != plaats.werkplek_id)]
    bord = maak_bord([*wachtenden, *verwacht], allen)
    plek, stand = bord.plaatsen.index(hier), stand_op(bord, nu)
    stand.vrij |= 1 << plek
    return bord, stand, plek


def _uitleg(bord: Bord, stand: Stand, plek: int, wie: int) -> Uitleg:
    uitleg = _waarom(bord.rij[wie], bord.begin[wie], bord.plaatsen[plek])
    eerder = stand.aanwezig & bord.van[plek] & ((1 << wie) - 1) & ~bord.gelijk[wie]
    if not eerder:
        return uitleg
    mocht = eerder & toegestaan(bord, stand, plek)
    return replace(uitleg, voorbij=Voorbij.COLLEGA_VRIJ if mocht else Voorbij.AFSPRAAK_STRAKS)


def _waarom(deel: Gevraagd, begin: float, plaats: Plaats) -> Uitleg:
    afspraak = isinstance(deel, Verwacht) or (isinstance(deel, Wachtende) and deel.is_afspraak)
    if deel.voor_medewerker is not None:
        reden = Reden.VOOR_MEDEWERKER
    elif deel.balie_id is not None and deel.balie_id == plaats.balie_id:
        reden = Reden.HIER_BELOOFD
    else:
        reden = Reden.AFSPRAAK if afspraak else Reden.WACHT_HET_LANGST
    return Uitleg(reden, begin if afspraak else None, tuple(sorted(deel.specialismen)))
