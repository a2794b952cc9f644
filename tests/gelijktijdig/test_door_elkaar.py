"""Booking, moving, cancelling, illness and rosters, all at once at two offices: no overlap, nothing half."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import ruime_databank
from tests.gelijktijdig.ploeg import LANGE_RIJ, Opdracht, Ploeg, Uitkomst, grote_ploeg
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig

TIJDEN = [f"{uur:02}:{minuut:02}" for uur in (9, 10, 11) for minuut in range(0, 60, 5)][:-1]
# Never a deadlock or a locked database that somebody saw; a long line is no fault.
MAG_NEE_ZEGGEN = {"TijdBezet", "NietTeWijzigen", "NietVastgehouden", LANGE_RIJ}


def een_ronde(ploeg: Ploeg, kantoren: tuple[str, str], toeval: random.Random) -> list[Uitkomst]:
    """Half of the crew books, the others change what stands, often the same appointment."""
    aantal = len(ploeg.kinderen)
    aanvragen = [
        (kantoor, aanvraag)
        for kantoor in kantoren
        for aanvraag in ploeg.een("aanvragen", kantoor=kantoor, aantal=aantal // 4)
    ]
    opdrachten: list[Opdracht] = [boeking(k, a, toeval) for k, a in aanvragen]
    opdrachten += onrust(kantoren, toeval)
    staand = [code for kantoor in kantoren for code in ploeg.een("staande", kantoor=kantoor)]
    while staand and len(opdrachten) < aantal:
        opdrachten.append(wijziging(toeval.choice(staand[:6]), kantoren, toeval))
    toeval.shuffle(opdrachten)
    return ploeg.samen(opdrachten)


def boeking(kantoor: str, aanvraag: str, toeval: random.Random) -> Opdracht:
    """Book; one in six only holds."""
    gegevens = {"aanvraag": aanvraag, "kantoor": kantoor, "om": toeval.choice(TIJDEN)}
    if toeval.random() < 1 / 6:
        return "houd_vast_en_verleng", gegevens
    return "boek", gegevens | {"formulier": str(uuid4())}


def wijziging(code: str, kantoren: tuple[str, str], toeval: random.Random) -> Opdracht:
    """Move, cancel, or change the link of what stands."""
    keuze = toeval.random()
    if keuze < 0.3:
        return "annuleer", {"code": code}
    if keuze < 0.4:
        return "wissel_link", {"code": code}
    return "verzet", {"code": code, "kantoor": toeval.choice(kantoren), "om": toeval.choice(TIJDEN)}


def onrust(kantoren: tuple[str, str], toeval: random.Random) -> list[Opdracht]:
    """Illness, three changes of the roster, and the sweeps of the worker."""
    hier, daar = toeval.sample(kantoren, 2)
    return [
        ("meld_ziek", {"kantoor": hier}),
        ("nieuw_op_het_rooster", {"kantoor": hier}),
        ("ook_op_het_rooster", {"kantoor": daar, "van": hier}),
        ("van_het_rooster", {"kantoor": daar}),
        ("nieuw_op_het_rooster", {"kantoor": daar}),
        ("ruim_op", {}),
    ]


def vele_rondes(ploeg: Ploeg, rondes: int) -> Counter[str]:
    """Return how often each outcome came; after every round the database is looked over."""
    telling: Counter[str] = Counter()
    toeval = random.Random(2)
    for ronde in range(rondes):
        if ronde % 10 == 0:  # an agenda that is full shows no races
            ploeg.een("opruimen")
            kantoren = (een_code(), een_code())
            for kantoor in kantoren:
                ploeg.een("bouw", kantoor=kantoor, plaatsen=3)
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
    with ruime_databank(tmp_path) as url, grote_ploeg(50, url, is_server_gedeeld=False) as ploeg:
        yield ploeg


@pytest.mark.alles
def test_vijftig_tegelijk_honderd_rondes(ploeg_van_vijftig: Ploeg) -> None:
    telling = vele_rondes(ploeg_van_vijftig, 100)
    print(dict(telling))
    assert telling["gelukt"] > 1000
