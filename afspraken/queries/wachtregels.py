"""The lines of a waiting list for staff: a number, a promise and why, never a name and never a need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.bord import Bord, bits, maak_bord
from afspraken.rules.dagseconde import dagseconde, wandtijd
from afspraken.rules.volgorde import Reden
from afspraken.rules.wachtrij import Wachtende
from afspraken.rules.wachttekst import Wachttekst
from locaties.models import Locatie

from .merktekens import merktekens_bij
from .oproepwoorden import ZONDER_AFSPRAAK, oproepwoorden
from .regelrijen import Regelrij
from .verwachtingen import verwachtingen_per_bezoek
from .wachtrijstand import Wachtrijstand


@dataclass(frozen=True, slots=True)
class Wachtregel:
    """One visitor in the office.

    ``minuten``: how long it waits, whole minutes. ``uiterste``: wall time promised, "10.05". ``balies``:
    numbers of the balies where somebody can help now; none: ask the host. ``uitleg``: why it stands here.
    ``wacht``: what the visitor was told of the wait.
    """

    bezoek_id: UUID
    nummer: str
    staat: str
    staat_tekst: str
    producten: tuple[str, ...]
    personen: int
    merktekens: tuple[str, ...]
    minuten: int
    uiterste: str
    is_te_laat: bool
    uitleg: str
    balie: int | None
    balies: tuple[int, ...]
    roepwijze: str
    taal: str
    spreektaal: str
    gemist: int
    wacht: Wachttekst | None = None


@dataclass(frozen=True, slots=True)
class Gemist:
    """Somebody of today who was called and did not come; ``keren`` so often."""

    bezoek_id: UUID
    nummer: str
    keren: int


@dataclass(frozen=True, slots=True)
class _Lijst:
    """What every line is made with."""

    nu: datetime
    locatie: Locatie
    merktekens: Mapping[UUID, tuple[str, ...]]
    wachtenden: Mapping[UUID, Wachtende]
    balies: Mapping[UUID, tuple[int, ...]]
    wachten: Mapping[UUID, Wachttekst]
    staten: Mapping[str, str]


def wachtregels(
    locatie: Locatie,
    bezoeken: Sequence[Regelrij],
    stand: Wachtrijstand,
    nummers: Mapping[int, int],
    nu: datetime,
) -> list[Wachtregel]:
    """Return one line each: who waits first, by promise, then the others by arrival. Three statements.

    ``nummers``: of the balies that the asker looks at, by id.
    """
    bord = maak_bord(stand.wachtenden, stand.plaatsen)
    lijst = _Lijst(
        nu=nu,
        locatie=locatie,
        merktekens=merktekens_bij(afstemming_ids=[b.afstemming_id for b in bezoeken if b.afstemming_id]),
        wachtenden={wie.id: wie for wie in stand.wachtenden},
        balies=_balies(bord, nummers),
        wachten=verwachtingen_per_bezoek(locatie.pk, nu=nu),
        staten={status.value: str(status.label) for status in Bezoek.Status},
    )
    plek = {deel.id: i for i, deel in enumerate(bord.rij)}
    op_volgorde = sorted(bezoeken, key=lambda b: (plek.get(b.id, len(plek)), b.aangekomen, b.nummer))
    return [_regel(bezoek, lijst) for bezoek in op_volgorde]


def gemist_vandaag(locatie: Locatie, nu: datetime, *, door: int | None = None) -> tuple[Gemist, ...]:
    """Return who did not come, the last one first; ``door``: to this employee. One statement."""
    datum = nu.astimezone(locatie.zone).date()
    rijen = Bezoek.objects.filter(locatie=locatie, datum=datum, status=Bezoek.Status.NIET_VERSCHENEN)
    if door is not None:
        rijen = rijen.filter(medewerker_id=door)
    return tuple(Gemist(b.id, str(b), b.gemist) for b in rijen.order_by("-klaar_op", "nummer"))


def vertrokken_vandaag(locatie: Locatie, nu: datetime) -> tuple[Gemist, ...]:
    """Return who went away unhelped, the last one first; not who was checked in by mistake. One statement."""
    datum = nu.astimezone(locatie.zone).date()
    rijen = Bezoek.objects.filter(locatie=locatie, datum=datum, status=Bezoek.Status.VERTROKKEN, reden="")
    return tuple(Gemist(b.id, str(b), b.gemist) for b in rijen.order_by("-klaar_op", "nummer"))


def _regel(bezoek: Regelrij, lijst: _Lijst) -> Wachtregel:
    zone = lijst.locatie.zone
    return Wachtregel(
        bezoek_id=bezoek.id,
        nummer=str(bezoek),
        staat=bezoek.status,
        staat_tekst=lijst.staten[bezoek.status],
        producten=bezoek.producten,
        personen=bezoek.personen,
        merktekens=lijst.merktekens.get(bezoek.afstemming_id, ()) if bezoek.afstemming_id else (),
        minuten=max(0, int((lijst.nu - bezoek.wacht_sinds).total_seconds() // 60)),
        uiterste=wandtijd(dagseconde(bezoek.uiterste, zone)),
        is_te_laat=bezoek.eerst_geroepen is None and bezoek.uiterste < lijst.nu,
        uitleg=_uitleg(lijst.wachtenden.get(bezoek.id)),
        balie=bezoek.balie,
        balies=lijst.balies.get(bezoek.id, ()),
        roepwijze=bezoek.roepwijze,
        taal=bezoek.taal,
        spreektaal=bezoek.spreektaal,
        gemist=bezoek.gemist,
        wacht=lijst.wachten.get(bezoek.id),
    )


def _uitleg(wie: Wachtende | None) -> str:
    """Why this visitor stands where it stands; nothing to explain about who does not wait."""
    if wie is None:
        return ""
    if wie.voor_medewerker is not None:
        reden: str = Reden.VOOR_MEDEWERKER
    else:
        reden = Reden.AFSPRAAK if wie.is_afspraak else ZONDER_AFSPRAAK
    return oproepwoorden(reden, begin=wie.begin, specialismen=sorted(wie.specialismen))


def _balies(bord: Bord, nummers: Mapping[int, int]) -> dict[UUID, tuple[int, ...]]:
    return {
        wie.id: tuple(sorted(_nummers(bord, kan, nummers)))
        for wie, kan in zip(bord.rij, bord.kan, strict=True)
    }


def _nummers(bord: Bord, plekken: int, nummers: Mapping[int, int]) -> Iterable[int]:
    waar = (bord.plaatsen[p].balie_id for p in bits(plekken))
    return (nummers[balie] for balie in waar if balie in nummers)
