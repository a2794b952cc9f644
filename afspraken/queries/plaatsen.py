"""Who sits where in an office now, with what they can and what their balie has, as the call rule reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from afspraken.models import Werkplek
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.wachtrij import Plaats
from locaties.models import Locatie

from .dienstrooster import Dienstrooster, dienstrooster
from .kantoorversies import versies_van
from .vaardigheden import vaardigheden


class _Zit(NamedTuple):
    """An open workplace."""

    werkplek_id: int
    medewerker_id: int
    balie_id: int
    pauze_sinds: datetime | None
    talen: list[str]


@dataclass(frozen=True, slots=True)
class _Dienst:
    """A shift of today, in seconds of the local day."""

    tot: float = float("inf")
    pauzes: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Bezetting:
    """``plaatsen``: open workplaces. ``kunnen``: products per employee of today, seated or not."""

    plaatsen: tuple[Plaats, ...] = ()
    kunnen: Mapping[int, frozenset[int]] = field(default_factory=dict)


def bezetting_van(locatie: Locatie, klaar_per_balie: Mapping[int, float], nu: datetime) -> Bezetting:
    """Return it. ``klaar_per_balie``: when a busy balie is expected to be free.

    Two statements when nothing changed but who sits where, at most six.
    """
    datum = nu.astimezone(locatie.zone).date()
    versies = versies_van([locatie.pk], datum, datum + timedelta(days=1))
    rooster = dienstrooster((locatie.pk, datum), versies)
    diensten = _diensten(rooster, locatie, nu)
    zittend = _wie_zit(locatie)
    wie = {zit.medewerker_id for zit in zittend} | diensten.keys()
    kunnen = vaardigheden(((locatie.pk, pk) for pk in wie), versies.kantoor)
    kan = {pk: wat for (_, pk), wat in kunnen.items()}

    def plaats(zit: _Zit) -> Plaats:
        dienst, klaar = diensten.get(zit.medewerker_id, _Dienst()), klaar_per_balie.get(zit.balie_id)
        return Plaats(
            werkplek_id=zit.werkplek_id,
            medewerker_id=zit.medewerker_id,
            balie_id=zit.balie_id,
            product_ids=kan[zit.medewerker_id].producten,
            specialismen=kan[zit.medewerker_id].specialismen_op(datum),
            talen=frozenset(zit.talen),
            voorzieningen=rooster.werkend(zit.balie_id, nu),
            vrij=klaar is None,
            klaar_verwacht=klaar,
            is_pauze=zit.pauze_sinds is not None,
            tot=dienst.tot,
            pauzes=dienst.pauzes,
        )

    return Bezetting(tuple(map(plaats, zittend)), {pk: wat.producten for pk, wat in kan.items()})


def _wie_zit(locatie: Locatie) -> list[_Zit]:
    rijen = Werkplek.objects.filter(locatie=locatie, einde=None)
    velden = ("id", "medewerker_id", "balie_id", "pauze_sinds", "medewerker__talen")
    return list(map(_Zit._make, rijen.values_list(*velden)))


def _diensten(rooster: Dienstrooster, locatie: Locatie, nu: datetime) -> dict[int, _Dienst]:
    """Until when each employee is here, of several shifts the first, and every break still to come."""
    klok = dagklok(nu, locatie.zone)
    uit: dict[int, _Dienst] = {}
    for dienst in rooster.diensten:
        if dienst.einde > nu:
            pauzes = [(klok(van), klok(tot)) for van, tot in dienst.pauzes if tot > nu]
            later = uit.get(dienst.medewerker_id, _Dienst()).pauzes
            uit[dienst.medewerker_id] = _Dienst(klok(dienst.einde), tuple(sorted([*later, *pauzes])))
    return uit
