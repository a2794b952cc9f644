"""Where and when does this fit? Days with room, times of a day, the first moment over all offices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from afspraken.rules.beschikbaarheid import cellen_in, is_rond
from afspraken.rules.plaatsing import Dagaanbod, passende_starts
from afspraken.rules.vraag import Vraag
from locaties.rules.tijdvak import moment_van
from locaties.rules.weigering import NietGevonden
from locaties.rules.werkdagen import is_werkdag
from toegankelijkheid.rules.vereisten import balie_op

from .aanbod import Aanbod, Kantoor, aanbod_van, kantoren


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
    """Return the dates in [van, tot) with room, early to late; 13 statements."""
    tot_en_met = tot - timedelta(days=1)
    aanbod = _aanbod(vraag, _kantoor(locatie), van, tot_en_met, nu, zonder_aanloop=zonder_aanloop)
    telling = ((dag.datum, _getoond(dag, vraag, aanbod.kantoor, nu).bit_count()) for dag in aanbod.dagen)
    return tuple(Dag(datum, aantal) for datum, aantal in telling if aantal)


def vrije_tijden(
    *,
    vraag: Vraag,
    locatie: str,
    datum: date,
    nu: datetime,
    zonder_aanloop: bool = False,
    zonder_afspraak: UUID | None = None,
) -> tuple[Tijd, ...]:
    """Return the starts of one local date, early to late; 13 statements."""
    kantoor = _kantoor(locatie)
    aanbod = _aanbod(
        vraag, kantoor, datum, datum, nu, zonder_aanloop=zonder_aanloop, zonder_afspraak=zonder_afspraak
    )
    vervanging = _vervanging(vraag, kantoor, datum, nu) if aanbod.dagen else ()
    return tuple(
        Tijd(
            begin,
            f"{begin.astimezone(kantoor.zone):%H:%M}",
            is_rond(cel),
            vervanging,
        )
        for dag in aanbod.dagen
        for cel in cellen_in(_getoond(dag, vraag, kantoor, nu))
        for begin in [moment_van(dag.datum, cel, kantoor.zone)]
    )


def eerste_vrij(
    *, vraag: Vraag, nu: datetime, locaties: Sequence[str] | None = None
) -> tuple[EersteVrij, ...]:
    """Return the first moment of each office that does all products, in their order; 13 statements."""
    doen = [k for k in kantoren(locaties) if frozenset(vraag.product_ids) <= k.producten]
    if not doen:
        return ()
    vandaag = nu.astimezone(doen[0].zone).date()
    verst = vandaag + timedelta(days=max(_horizon(k, vraag) for k in doen) + 1)
    kan = [k for k in doen if vraag.vereisten.gebouw <= k.voorzieningen]
    gelezen = aanbod_van(
        kan, vraag=vraag, van=vandaag, tot=verst, nu=nu, aanloop_minuten=vraag.aanloop_minuten
    )
    gevonden = {a.kantoor.id: _eerste(a, vraag, nu) for a in gelezen}
    return tuple(_eerste_van(k, gevonden) for k in doen)


def starts_op(dag: Dagaanbod, vraag: Vraag, kantoor: Kantoor, nu: datetime) -> tuple[int, int]:
    """(all, tidy) starts of a day of this office; nothing past the horizon or without a fitting building."""
    vandaag = nu.astimezone(kantoor.zone).date()
    te_ver = dag.datum > vandaag + timedelta(days=_horizon(kantoor, vraag))
    nodig = balie_op(vraag.vereisten, datum=dag.datum, vandaag=vandaag, is_werkdag=is_werkdag)
    if te_ver or nodig is None or not vraag.vereisten.gebouw <= kantoor.voorzieningen:
        return 0, 0
    return passende_starts(dag, vraag, nodig)


def _getoond(dag: Dagaanbod, vraag: Vraag, kantoor: Kantoor, nu: datetime) -> int:
    """Tidy starts where there are any, else all: a day is never "vol" for the sake of tidiness."""
    alle, net = starts_op(dag, vraag, kantoor, nu)
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
    laatste = min(tot_en_met, vandaag + timedelta(days=_horizon(kantoor, vraag)))
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


def _horizon(kantoor: Kantoor, vraag: Vraag) -> int:
    return min(kantoor.horizon_dagen, vraag.horizon_dagen or kantoor.horizon_dagen)


def _eerste(aanbod: Aanbod, vraag: Vraag, nu: datetime) -> datetime | None:
    for dag in aanbod.dagen:
        getoond = _getoond(dag, vraag, aanbod.kantoor, nu)
        if getoond:
            return moment_van(dag.datum, next(cellen_in(getoond)), aanbod.kantoor.zone)
    return None


def _eerste_van(kantoor: Kantoor, gevonden: dict[int, datetime | None]) -> EersteVrij:
    if kantoor.id not in gevonden:
        return EersteVrij(kantoor.code, kantoor.naam, None, "geen_voorziening")
    begin = gevonden[kantoor.id]
    return EersteVrij(kantoor.code, kantoor.naam, begin, "" if begin else "vol")


def _vervanging(vraag: Vraag, kantoor: Kantoor, datum: date, nu: datetime) -> tuple[str, ...]:
    vandaag = nu.astimezone(kantoor.zone).date()
    nodig = balie_op(vraag.vereisten, datum=datum, vandaag=vandaag, is_werkdag=is_werkdag)
    return tuple(sorted((nodig or frozenset()) - vraag.vereisten.balie))
