"""Twenty processes that each remember, while some of them change what the others look at."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from tests.gelijktijdig.ploeg import Ploeg
from tests.gelijktijdig.test_een_plek import een_code

pytestmark = pytest.mark.gelijktijdig

HIER = "tests.gelijktijdig.geheugen"


def allen(ploeg: Ploeg, taak: str, **gegevens: Any) -> list[Any]:
    """Have every process do this; return what they say."""
    uitkomsten = ploeg.samen([(f"{HIER}:{taak}", gegevens)] * len(ploeg.kinderen))
    assert [u.fout or u.weigering for u in uitkomsten if u.fout or u.weigering] == []
    return [u.uit for u in uitkomsten]


def een_kantoor(ploeg: Ploeg) -> str:
    """Build an office that every process remembers."""
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=3)
    ploeg.een(f"{HIER}:laat_uitvallen", kantoor=kantoor)
    allen(ploeg, "kijk", kantoor=kantoor)
    return kantoor


def een_ronde(ploeg: Ploeg, kantoor: str, toeval: random.Random) -> Counter[str]:
    """Half of the crew changes something while the other half looks; then everybody looks again."""
    opdrachten: list[tuple[str, dict[str, Any]]] = [
        (f"{HIER}:verander", {"kantoor": kantoor, "zaad": toeval.randrange(10**6)})
        if i % 2
        else (f"{HIER}:kijk", {"kantoor": kantoor})
        for i in range(len(ploeg.kinderen))
    ]
    toeval.shuffle(opdrachten)
    uitkomsten = ploeg.samen(opdrachten)
    assert [u.fout for u in uitkomsten if u.fout] == []
    beelden = allen(ploeg, "kijk_en_vergelijk", kantoor=kantoor)
    assert {beeld for paar in beelden for beeld in paar} == {beelden[0][1]}
    return Counter({beelden[0][1]: 1, "geboekt": sum(u.uit == "geboekt" for u in uitkomsten)})


def test_na_elke_drukte_ziet_ieder_hetzelfde_als_wie_vers_leest(ploeg: Ploeg) -> None:
    kantoor, toeval = een_kantoor(ploeg), random.Random(5)
    telling = sum((een_ronde(ploeg, kantoor, toeval) for _ in range(10)), Counter())
    # Rounds in which nothing changes prove nothing.
    assert telling["geboekt"] > 5
    assert len(telling) > 5


def test_controle_zonder_versies_van_de_database_kijken_zij_naar_vroeger(ploeg: Ploeg) -> None:
    kantoor = een_kantoor(ploeg)
    try:
        ploeg.een(f"{HIER}:versies", aan=False)
        ploeg.een(f"{HIER}:verander", kantoor=kantoor, zaad=1)
        beelden = allen(ploeg, "kijk_en_vergelijk", kantoor=kantoor)
    finally:
        ploeg.een(f"{HIER}:versies", aan=True)
    assert all(onthouden != vers for onthouden, vers in beelden)
