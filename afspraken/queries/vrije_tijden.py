"""Where and when does this fit? Days with room, times of a day, the first moment over all offices."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from afspraken.rules.beschikbaarheid import cellen_in, is_rond
from afspraken.rules.keten import Knopen
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import moment_van
from locaties.rules.weigering import NietGevonden

from .aanbod import Aanbod, Kantoor, aanbod_van, kantoren
from .dagblokken import dagblokken
from .dagstarts import DAGBUDGET, Dagvraag, dagvraag, horizon, met_ruil, nodig_op


@dataclass(frozen=True, slots=True)
class Dag:
    """A local date with room, and how many starts it offers."""

    datum: date
    aantal: int


@dataclass(frozen=True, slots=True)
class Tijd:
    """A start: aware UTC moment, wall time "10:20", whether it is a quarter, what replaces a late order."""

    begin: datetime
    wand: str
    is_rond: bool
    vervanging: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EersteVrij:
    """An office that does the products, its first moment, or why there is none.

    ``reden``: "" | "geen_voorziening" (the building cannot) | "vol".
    """

    locatie: str
    naam: str
    begin: datetime | None
    reden: str = ""


def vrije_dagen(
    *, vraag: Vraag, locatie: str, van: date, tot: date, nu: datetime, zonder_aanloop: bool = False
) -> tuple[Dag, ...]:
    """Return the dates in [van, tot) with room as things stand, early to late; 2 to 8 statements.

    Who needs something also gets full days on which colleagues can take over from each other. Others see
    such starts on the day they open: to search a month for everybody takes too long.
    """
    tot_en_met = tot - timedelta(days=1)
    aanbod = _aanbod(vraag, _kantoor(locatie), van, tot_en_met, nu, zonder_aanloop=zonder_aanloop)
    vragen = list(_vragen(aanbod, vraag, nu))
    getoond = {v.dag.datum: _getoond(v.direct()) for v in vragen}
    if vraag.heeft_behoefte:
        vol = [v for v in vragen if not getoond[v.dag.datum]]
        getoond |= {datum: _getoond(starts) for datum, starts in met_ruil(vol, aanbod.kantoor, nu).items()}
    return tuple(Dag(datum, starts.bit_count()) for datum, starts in getoond.items() if starts)


def vrije_tijden(
    *,
    vraag: Vraag,
    locatie: str,
    datum: date,
    nu: datetime,
    zonder_aanloop: bool = False,
    zonder_afspraak: UUID | None = None,
) -> tuple[Tijd, ...]:
    """Return the starts of one local date, early to late; 4 to 8 statements.

    Also those for which colleagues must take over from each other; booking does that.
    """
    kantoor = _kantoor(locatie)
    aanbod = _aanbod(
        vraag, kantoor, datum, datum, nu, zonder_aanloop=zonder_aanloop, zonder_afspraak=zonder_afspraak
    )
    if not aanbod.dagen:
        return ()
    vervanging = _vervanging(vraag, kantoor, datum, nu)
    vragen = dagvraag(aanbod.dagen[0], vraag, kantoor, nu)
    blokken = dagblokken(locatie_id=kantoor.id, datum=datum, nu=nu, zonder_afspraak=zonder_afspraak)
    return tuple(
        Tijd(
            begin,
            f"{begin.astimezone(kantoor.zone):%H:%M}",
            is_rond(cel),
            vervanging,
        )
        for cel in cellen_in(_getoond(vragen.met_ruil(blokken, Knopen(DAGBUDGET))))
        for begin in [moment_van(datum, cel, kantoor.zone)]
    )


def eerste_vrij(
    *, vraag: Vraag, nu: datetime, locaties: Sequence[str] | None = None
) -> tuple[EersteVrij, ...]:
    """Return the first moment of each office that does all products, in their order; 2 to 6 statements.

    Who needs something also gets days on which colleagues can take over from each other, at an office that
    has nothing as things stand; at most two statements more for each such office.
    """
    doen = [k for k in kantoren(locaties) if frozenset(vraag.product_ids) <= k.producten]
    if not doen:
        return ()
    vandaag = nu.astimezone(doen[0].zone).date()
    verst = vandaag + timedelta(days=max(horizon(k, vraag) for k in doen) + 1)
    kan = [k for k in doen if vraag.vereisten.gebouw <= k.voorzieningen]
    gelezen = aanbod_van(
        kan, vraag=vraag, van=vandaag, tot=verst, nu=nu, aanloop_minuten=vraag.aanloop_minuten
    )
    gevonden = {a.kantoor.id: _eerste(a, vraag, nu) for a in gelezen}
    return tuple(_eerste_van(k, gevonden) for k in doen)


def _getoond(starts: tuple[int, int]) -> int:
    """Tidy starts where there are any, else all: a day is never "vol" for the sake of tidiness."""
    alle, net = starts
    return net or alle


def _aanbod(
    vraag: Vraag,
    kantoor: Kantoor,
    van: date,
    tot_en_met: date,
    nu: datetime,
    *,
    zonder_aanloop: bool,
    zonder_afspraak: UUID | None = None,
) -> Aanbod:
    """Read [van, tot_en_met], but never before today or past the horizon: there is nothing to read there."""
    vandaag = nu.astimezone(kantoor.zone).date()
    eerste = max(van, vandaag)
    laatste = min(tot_en_met, vandaag + timedelta(days=horizon(kantoor, vraag)))
    if eerste > laatste or not frozenset(vraag.product_ids) <= kantoor.producten:
        return Aanbod(kantoor, ())
    return aanbod_van(
        [kantoor],
        vraag=vraag,
        van=eerste,
        tot=laatste + timedelta(days=1),
        nu=nu,
        aanloop_minuten=0 if zonder_aanloop else vraag.aanloop_minuten,
        zonder_afspraak=zonder_afspraak,
    )[0]


def _kantoor(code: str) -> Kantoor:
    gevonden = kantoren([code])
    if not gevonden:
        raise NietGevonden("Dit kantoor kennen wij niet. Kies een ander kantoor.")
    return gevonden[0]


def _eerste(aanbod: Aanbod, vraag: Vraag, nu: datetime) -> datetime | None:
    vragen = _vragen(aanbod, vraag, nu)
    eerste = _eerste_in(((v.dag.datum, v.direct()) for v in vragen), aanbod.kantoor)
    if eerste is None and vraag.heeft_behoefte:
        vol = list(_vragen(aanbod, vraag, nu))
        eerste = _eerste_in(met_ruil(vol, aanbod.kantoor, nu).items(), aanbod.kantoor)
    return eerste


def _vragen(aanbod: Aanbod, vraag: Vraag, nu: datetime) -> Iterator[Dagvraag]:
    """Put the question to one day after the other: the first moment is often on the first."""
    return (dagvraag(dag, vraag, aanbod.kantoor, nu) for dag in aanbod.dagen)


def _eerste_in(dagen: Iterable[tuple[date, tuple[int, int]]], kantoor: Kantoor) -> datetime | None:
    for datum, starts in dagen:
        getoond = _getoond(starts)
        if getoond:
            return moment_van(datum, next(cellen_in(getoond)), kantoor.zone)
    return None


def _eerste_van(kantoor: Kantoor, gevonden: dict[int, datetime | None]) -> EersteVrij:
    if kantoor.id not in gevonden:
        return EersteVrij(kantoor.code, kantoor.naam, None, "geen_voorziening")
    begin = gevonden[kantoor.id]
    return EersteVrij(kantoor.code, kantoor.naam, begin, "" if begin else "vol")


def _vervanging(vraag: Vraag, kantoor: Kantoor, datum: date, nu: datetime) -> tuple[str, ...]:
    vandaag = nu.astimezone(kantoor.zone).date()
    return tuple(sorted((nodig_op(datum, vraag, vandaag) or frozenset()) - vraag.vereisten.balie))
