"""Booking, moving and cancelling, all at once and at two offices: nothing overlaps, nothing is half."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import eigen_databank
from tests.gelijktijdig.ploeg import Ploeg, Uitkomst
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig

TIJDEN = [f"{uur:02}:{minuut:02}" for uur in (9, 10, 11) for minuut in range(0, 60, 5)][:-1]
MAG_NEE_ZEGGEN = {"TijdBezet", "NietTeWijzigen"}


def een_ronde(ploeg: Ploeg, kantoren: tuple[str, str], toeval: random.Random) -> list[Uitkomst]:
    """Half of the crew books, the others move or cancel what stands, often the same appointment."""
    aantal = len(ploeg.kinderen)
    aanvragen = [
        (kantoor, aanvraag)
        for kantoor in kantoren
        for aanvraag in ploeg.een("aanvragen", kantoor=kantoor, aantal=aantal // 4)
    ]
    opdrachten: list[tuple[str, dict[str, Any]]] = [
        ("boek", {"aanvraag": a, "kantoor": k, "om": toeval.choice(TIJDEN), "formulier": str(uuid4())})
        for k, a in aanvragen
    ]
    staand = [code for kantoor in kantoren for code in ploeg.een("staande", kantoor=kantoor)]
    while staand and len(opdrachten) < aantal:
        code = toeval.choice(staand[:6])
        waarheen = {"kantoor": toeval.choice(kantoren), "om": toeval.choice(TIJDEN)}
        weg = toeval.random() < 0.3
        opdrachten.append(("annuleer", {"code": code}) if weg else ("verzet", {"code": code, **waarheen}))
    toeval.shuffle(opdrachten)
    return ploeg.samen(opdrachten)


def vele_rondes(ploeg: Ploeg, rondes: int) -> Counter[str]:
    """Return how often each outcome came; after every round the database is looked over."""
    telling: Counter[str] = Counter()
    toeval = random.Random(2)
    for ronde in range(rondes):
        if ronde % 10 == 0:  # an agenda that is full shows no races
            ploeg.een("opruimen")
            kantoren = (een_code(), een_code())
            for kantoor in kantoren:
                ploeg.een("bouw", kantoor=kantoor, plaatsen=2)
        uitkomsten = een_ronde(ploeg, kantoren, toeval)
        assert [u.fout for u in uitkomsten if u.fout] == []
        assert ploeg.een("overlappen") == 0
        assert ploeg.een("half") == []
        telling.update(u.weigering or "gelukt" for u in uitkomsten)
    assert set(telling) <= MAG_NEE_ZEGGEN | {"gelukt"}
    return telling


def test_boeken_verzetten_en_annuleren_door_elkaar(ploeg: Ploeg) -> None:
    telling = vele_rondes(ploeg, 10)
    # A race that nobody wins or loses proves nothing.
    assert telling["gelukt"] > 50
    assert telling["TijdBezet"] > 10


@pytest.fixture
def ploeg_van_vijftig(tmp_path: Path) -> Iterator[Ploeg]:
    """Fifty processes on a database of their own."""
    with eigen_databank(tmp_path) as url:
        ploeg = Ploeg(50, url)
        yield ploeg
        ploeg.naar_huis()


@pytest.mark.alles
def test_vijftig_tegelijk_honderd_rondes(ploeg_van_vijftig: Ploeg) -> None:
    assert vele_rondes(ploeg_van_vijftig, 100)["gelukt"] > 1000
