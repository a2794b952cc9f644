"""Everything the call rule looks at in one office now: who waits, who is expected, who sits where.

Times become seconds of the local day. Under the lock of the queue it is the truth; elsewhere a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from afspraken.models import Bezoek
from afspraken.rules.beurt import eerste_beurt, roepbaar_vanaf
from afspraken.rules.bezoekstatus import AAN_EEN_BALIE
from afspraken.rules.dagseconde import dagklok
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende
from locaties.models import Locatie
from toegankelijkheid.rules.vereisten import GEEN_VEREISTEN, Vereisten

from .plaatsen import Bezetting, bezetting_van
from .wachtrijrijen import (
    Bezoekrij,
    Deelrij,
    Opdracht,
    laatste_oproepen,
    open_bezoeken,
    te_roepen_afspraken,
    vereisten_per,
)


@dataclass(frozen=True, slots=True)
class Aanbalie:
    """A visit that was called to a balie, with the minutes that are planned for what is still to be done.

    ``product_id``: the product with the most minutes; None when nothing is left to be done.
    """

    bezoek_id: UUID
    balie_id: int
    product_id: int | None
    minuten: float


@dataclass(frozen=True, slots=True)
class Wachtrijstand:
    """``nu``: seconds of the local day. Nobody is named; the ids are those of visits and appointments."""

    nu: float
    wachtenden: tuple[Wachtende, ...]
    plaatsen: tuple[Plaats, ...]
    verwacht: tuple[Verwacht, ...]
    aan_balie: tuple[Aanbalie, ...] = ()

    def plaats(self, werkplek_id: int) -> Plaats:
        """Return one of the open workplaces."""
        return next(p for p in self.plaatsen if p.werkplek_id == werkplek_id)


@dataclass(frozen=True, slots=True)
class _Beurt:
    """What is done in one turn; ``langste``: the product with the most minutes, of equals the first."""

    product_ids: frozenset[int]
    minuten: int
    langste: int | None


@dataclass(frozen=True, slots=True)
class _Feiten:
    """What everybody on the board is made with."""

    klok: Callable[[datetime], float]
    bezetting: Bezetting
    vereisten: Mapping[UUID, Vereisten]
    afspraken: Mapping[UUID, Sequence[Deelrij]]
    oproepen: Mapping[UUID, datetime]
    beurten: dict[tuple[Opdracht, ...], _Beurt] = field(default_factory=dict)

    def vereist(self, afstemming_id: UUID | None) -> Vereisten:
        return self.vereisten.get(afstemming_id, GEEN_VEREISTEN) if afstemming_id else GEEN_VEREISTEN

    def beloofde_balie(self, afspraak_id: UUID | None, vereisten: Vereisten) -> int | None:
        """The balie that is kept because of what it has, or by hand; any other may still change."""
        delen = self.afspraken.get(afspraak_id, ()) if afspraak_id else ()
        vast = bool(vereisten.balie) or any(deel.vastgezet for deel in delen)
        return delen[0].balie_id if delen and vast else None

    def beurt(self, delen: tuple[Opdracht, ...]) -> _Beurt:
        """The next one; worked out once for all that come for the same."""
        if delen not in self.beurten:
            hoeveel = eerste_beurt([pk for pk, _ in delen], self.bezetting.kunnen.values())
            self.beurten[delen] = _in_een_beurt(delen[:hoeveel])
        return self.beurten[delen]


def wachtrijstand(locatie: Locatie, nu: datetime) -> Wachtrijstand:
    """Return it for the local day of ``nu``. At most ten statements, however many wait."""
    bezoeken, afspraken = open_bezoeken(locatie, nu), te_roepen_afspraken(locatie, nu)
    afgestemd = {b.afstemming_id for b in bezoeken} | {rij[0].afstemming_id for rij in afspraken.values()}
    klok, aan_balie = dagklok(nu, locatie.zone), tuple(_aan_balie(bezoeken))
    feiten = _Feiten(
        klok=klok,
        bezetting=bezetting_van(locatie, _klaar_per_balie(aan_balie, bezoeken, klok, nu), nu),
        vereisten=vereisten_per(filter(None, afgestemd)),
        afspraken=afspraken,
        oproepen=laatste_oproepen(locatie, nu) if any(b.gemist for b in bezoeken) else {},
    )
    hier = {b.afspraak_id for b in bezoeken}
    return Wachtrijstand(
        nu=klok(nu),
        wachtenden=tuple(_wachtende(b, feiten) for b in bezoeken if b.status == Bezoek.Status.WACHTEND),
        plaatsen=feiten.bezetting.plaatsen,
        verwacht=tuple(_verwacht(rijen, feiten) for pk, rijen in afspraken.items() if pk not in hier),
        aan_balie=aan_balie,
    )


def _klaar_per_balie(
    aan_balie: Iterable[Aanbalie],
    bezoeken: Iterable[Bezoekrij],
    klok: Callable[[datetime], float],
    nu: datetime,
) -> dict[int, float]:
    """When each busy balie is expected to be free: the planned minutes after the start, or now."""
    begonnen = {bezoek.id: bezoek.begonnen or nu for bezoek in bezoeken}
    return {
        hier.balie_id: max(klok(nu), klok(begonnen[hier.bezoek_id]) + hier.minuten * 60) for hier in aan_balie
    }


def _aan_balie(bezoeken: Iterable[Bezoekrij]) -> Iterator[Aanbalie]:
    for bezoek in bezoeken:
        if bezoek.status in AAN_EEN_BALIE and bezoek.balie_id:
            nog = _in_een_beurt(bezoek.delen)
            yield Aanbalie(bezoek.id, bezoek.balie_id, nog.langste, float(nog.minuten + bezoek.extra_minuten))


def _in_een_beurt(delen: Sequence[Opdracht]) -> _Beurt:
    minuten: dict[int, int] = {}
    for product_id, duur in delen:
        minuten[product_id] = minuten.get(product_id, 0) + duur
    langste = max(minuten, key=minuten.__getitem__, default=None)
    return _Beurt(frozenset(minuten), sum(minuten.values()), langste)


def _wachtende(bezoek: Bezoekrij, feiten: _Feiten) -> Wachtende:
    vereisten, beurt = feiten.vereist(bezoek.afstemming_id), feiten.beurt(bezoek.delen)
    # Whoever waits for somebody who has gone home is for everybody.
    voor = bezoek.medewerker_id if bezoek.medewerker_id in feiten.bezetting.kunnen else None
    laatste = feiten.oproepen.get(bezoek.id)
    vroegste = roepbaar_vanaf(bezoek.vroegste, gemist=bezoek.gemist, laatste_oproep=laatste)
    return Wachtende(
        id=bezoek.id,
        letter=bezoek.letter,
        nummer=bezoek.nummer,
        # What somebody to whom it was sent by name can do with it, that one decides.
        product_ids=frozenset() if voor else beurt.product_ids,
        minuten=float(beurt.minuten + bezoek.extra_minuten),
        specialismen=vereisten.specialismen | ({bezoek.specialisme} if bezoek.specialisme else set()),
        voorzieningen=vereisten.balie,
        spreektaal=bezoek.spreektaal,
        voor_medewerker=voor,
        balie_id=feiten.beloofde_balie(bezoek.afspraak_id, vereisten),
        begin=feiten.klok(bezoek.begin) if bezoek.begin else None,
        vroegste=feiten.klok(vroegste),
        uiterste=feiten.klok(bezoek.uiterste),
        is_afspraak=bezoek.afspraak_id is not None,
        product_id=beurt.langste,
    )


def _verwacht(delen: Sequence[Deelrij], feiten: _Feiten) -> Verwacht:
    eerste, beurt = delen[0], feiten.beurt(tuple((deel.product_id, deel.minuten) for deel in delen))
    vereisten = feiten.vereist(eerste.afstemming_id)
    vast = {deel.medewerker_id for deel in delen if deel.vastgezet}
    return Verwacht(
        id=eerste.afspraak_id,
        product_ids=beurt.product_ids,
        minuten=float(beurt.minuten),
        specialismen=vereisten.specialismen,
        voorzieningen=vereisten.balie,
        spreektaal=eerste.spreektaal,
        voor_medewerker=vast.pop() if len(vast) == 1 else None,
        balie_id=feiten.beloofde_balie(eerste.afspraak_id, vereisten),
        begin=feiten.klok(eerste.begin),
        product_id=beurt.langste,
    )
