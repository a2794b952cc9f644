"""Figures of simulated days, printed as ``name[/variant]: value unit``; see docs/metingen.md.

``make bench DEEL=dag`` plays 200 days of each way; ``DAGEN=8`` fewer. Who waits how long is asked first:
that does not depend on the forecast, which costs a hundred times as much. ``VOORSPELDAGEN=12`` forecasts
fewer days. Days are played in series of at most 25, so that the level is learned from day to day.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from random import Random
from statistics import median
from time import process_time
from uuid import UUID

from afspraken.rules.behandelduur import PRIOR
from afspraken.rules.niveau import Niveau
from afspraken.rules.wachtrij import Plaats, Verwacht, Wachtende
from afspraken.rules.wachttijd import Bezig, Kantoorstand, voorspel

from .dag.kantoor import ploeg
from .dag.oordeel import Kijker, Uitslag, beste_lijn, verwachtingen, wachten
from .dag.spel import Dag
from .dag.vraag import bezoekers
from .dag.wijze import WIJZEN, Wijze, bekende_duren

ZAAD, BELASTING = 1, 0.81
DAGEN = int(os.environ.get("DAGEN", "200"))
VOORSPELDAGEN = int(os.environ.get("VOORSPELDAGEN", DAGEN))
REEKS, OEFENDAGEN = 25, 12
BALIES, WACHTENDEN, KEREN = 20, 60, 20
EENHEID = {"mae_s": "s", "p90_min": "min", "gemiddeld_min": "min", "herzieningen": "per bezoeker"}


def test_meet_dag() -> None:
    print(f"\nbelasting: {BELASTING}  zaad: {ZAAD}")
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as ploegje:
        print(f"dagen zonder verwachting: {DAGEN}")
        for wijze, samen in _speel(ploegje, DAGEN, voorspelt=False):
            meld(wijze, wachten(samen))
        print(f"dagen met verwachting: {VOORSPELDAGEN}")
        for wijze, samen in _speel(ploegje, VOORSPELDAGEN, voorspelt=True):
            meld(wijze, verwachtingen(samen, oefenlijn(wijze)))
    print(f"voorspellen_ms: {voorspellen_ms():.1f} ms")


def _speel(ploegje: ProcessPoolExecutor, dagen: int, *, voorspelt: bool) -> Iterator[tuple[Wijze, Uitslag]]:
    """Play so many days of each way, in series beside each other. ``fifo`` has no forecast."""
    wijzen = [wijze for wijze in WIJZEN if not (voorspelt and wijze.fifo)]
    werk = [(wijze, eerste, dagen, voorspelt) for wijze in wijzen for eerste in range(0, dagen, REEKS)]
    uitslagen = list(ploegje.map(speel_reeks, *zip(*werk, strict=True)))
    for wijze in wijzen:
        samen = Uitslag()
        for (deze, *_), uitslag in zip(werk, uitslagen, strict=True):
            if deze == wijze:
                samen.erbij(uitslag)
        yield wijze, samen


def speel_reeks(wijze: Wijze, eerste: int, dagen: int, voorspelt: bool) -> Uitslag:
    """Play at most 25 days in a row."""
    uit, niveau = Uitslag(), Niveau()
    for nr in range(eerste, min(eerste + REEKS, dagen)):
        dag, kijker = speel_dag(wijze, f"{ZAAD}/{nr}", niveau, voorspelt=voorspelt)
        niveau = kijker.niveau
        uit.erbij(kijker.uitslag(dag))
    return uit


def speel_dag(wijze: Wijze, zaad: str, niveau: Niveau, *, voorspelt: bool) -> tuple[Dag, Kijker]:
    """The same seed brings the same people in every way of playing."""
    kijker = Kijker(niveau, Random(f"{zaad}/verwachting"), voorspelt=voorspelt)
    leden = ploeg()
    komen = bezoekers(leden, BELASTING, Random(zaad))
    dag = Dag(wijze, bekende_duren(wijze), komen, leden, kijker)
    dag.speel(Random(f"{zaad}/vertrek"))
    return dag, kijker


def oefenlijn(wijze: Wijze) -> tuple[float, float]:
    """What the naive forecast learns from twelve other days."""
    uit = Uitslag()
    for nr in range(OEFENDAGEN):
        dag, kijker = speel_dag(wijze, f"{ZAAD}/oefening/{nr}", Niveau(), voorspelt=False)
        uit.erbij(kijker.uitslag(dag))
    return beste_lijn([(v.naief, v.wacht) for v in uit.voorspeld if not v.is_afspraak])


def meld(wijze: Wijze, waarden: dict[str, float]) -> None:
    """Print one line for each figure."""
    bij = f"/{wijze.naam}" if wijze.naam else ""
    for naam, waarde in waarden.items():
        eenheid = next((maat for einde, maat in EENHEID.items() if naam.endswith(einde)), "")
        print(f"{naam}{bij}: {waarde:.3f} {eenheid}".rstrip())


def voorspellen_ms() -> float:
    """CPU time of one forecast of an office with 20 busy counters and 60 people waiting (median)."""
    stand = druk_kantoor(Random(ZAAD))
    tijden = []
    for keer in range(KEREN):
        begin = process_time()
        voorspel(stand, Random(keer))
        tijden.append(1000 * (process_time() - begin))
    return median(tijden)


def druk_kantoor(toeval: Random) -> Kantoorstand:
    """Return the simulated office two and a half times as large, everybody busy, the day still to come."""
    nu = 10 * 3600.0
    plaatsen = [
        replace(_plaats(nr), vrij=False, klaar_verwacht=nu + toeval.random() * 900) for nr in range(BALIES)
    ]
    komen = [wie for keer in range(3) for wie in bezoekers(ploeg(), BELASTING, Random(f"druk/{keer}"))]
    dag = Dag(WIJZEN[0], bekende_duren(WIJZEN[0]), komen, ploeg(), lambda *_: None, nu=nu)
    inloop = sorted((w for w in komen if w.begin is None), key=lambda w: w.aankomst or 0.0)[:WACHTENDEN]
    wachtenden: list[Wachtende] = [
        replace(dag._wachtende(wie), id=UUID(int=n), nummer=n, uiterste=nu + 15.0 * n)
        for n, wie in enumerate(inloop)
    ]
    straks: list[Verwacht] = [
        replace(dag._verwacht(wie), id=UUID(int=10_000 + n))
        for n, wie in enumerate(w for w in komen if w.begin is not None and w.begin > nu)
    ]
    bezig = {
        plaats.werkplek_id: Bezig(sinds=nu - toeval.random() * 300, duren=[600 * r for r in PRIOR])
        for plaats in plaatsen
    }
    return Kantoorstand(nu=nu, wachtenden=wachtenden, plaatsen=plaatsen, verwacht=straks, bezig=bezig)


def _plaats(nr: int) -> Plaats:
    lid = ploeg()[nr % 8]
    return Plaats(
        werkplek_id=nr,
        medewerker_id=nr,
        balie_id=nr,
        product_ids=lid.producten,
        specialismen=lid.specialismen,
        talen=frozenset({"nl"}),
        voorzieningen=lid.voorzieningen,
        tot=17 * 3600.0,
        pauzes=((lid.pauze, lid.pauze + 1800),),
    )
