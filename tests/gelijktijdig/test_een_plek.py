"""Many at once on one place, with the negative control that shows what lock and guards are for."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

import pytest

from tests.gelijktijdig.databank import ruime_databank
from tests.gelijktijdig.ploeg import LANGE_RIJ, Ploeg, Uitkomst, grote_ploeg

pytestmark = pytest.mark.gelijktijdig


def een_code() -> str:
    """Code of an office that no other test has."""
    return f"k{uuid4().hex[:8]}"


def om_dezelfde_plek(ploeg: Ploeg, *, plaatsen: int, zonder_slot: bool = False) -> tuple[str, list[Uitkomst]]:
    """Let everybody book ten o'clock in an office with so many places."""
    kantoor = een_code()
    ploeg.een("bouw", kantoor=kantoor, plaatsen=plaatsen)
    besluit = {"besluit_om": time.time() + 3} if zonder_slot else {}
    taak = "boek_zonder_slot" if zonder_slot else "boek"
    aanvragen = ploeg.een("aanvragen", kantoor=kantoor, aantal=len(ploeg.kinderen))
    opdrachten = [
        (taak, {"aanvraag": a, "kantoor": kantoor, "om": "10:00", "formulier": str(uuid4()), **besluit})
        for a in aanvragen
    ]
    return kantoor, ploeg.samen(opdrachten)


@pytest.mark.parametrize("plaatsen", [1, 3])
def test_van_twintig_tegelijk_krijgt_elke_plek_er_precies_een(ploeg: Ploeg, plaatsen: int) -> None:
    precies_een_per_plek(ploeg, plaatsen)


@pytest.fixture(scope="module")
def ploeg_van_tweehonderd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ploeg]:
    """Two hundred processes on a database of their own."""
    with (
        ruime_databank(tmp_path_factory.mktemp("tweehonderd")) as url,
        grote_ploeg(200, url, is_server_gedeeld=False) as ploeg,
    ):
        yield ploeg


@pytest.mark.alles
@pytest.mark.parametrize("plaatsen", [1, 3])
def test_van_tweehonderd_tegelijk_krijgt_elke_plek_er_precies_een(
    ploeg_van_tweehonderd: Ploeg, plaatsen: int
) -> None:
    precies_een_per_plek(ploeg_van_tweehonderd, plaatsen)


def precies_een_per_plek(ploeg: Ploeg, plaatsen: int) -> None:
    """Everybody asks for the same time: as many are accepted as there are places, the others hear no."""
    kantoor, uitkomsten = om_dezelfde_plek(ploeg, plaatsen=plaatsen)

    assert [u.fout for u in uitkomsten if u.fout] == []
    bevestigd = sorted(u.uit for u in uitkomsten if u.uit)
    nee = Counter(u.weigering for u in uitkomsten if not u.uit)
    assert nee["TijdBezet"] + nee[LANGE_RIJ] == len(uitkomsten) - plaatsen, nee
    assert nee["TijdBezet"] > 0
    assert len(bevestigd) == plaatsen
    assert ploeg.een("staande", kantoor=kantoor) == bevestigd
    assert ploeg.een("overlappen") == 0
    assert ploeg.een("half") == []


@pytest.mark.parametrize(
    ("bewaking", "slot"), [(True, False), (False, True)], ids=["alleen bewaking", "alleen slot"]
)
def test_slot_en_bewaking_zijn_elk_genoeg(ploeg: Ploeg, bewaking: bool, slot: bool) -> None:
    try:
        ploeg.een("bewaking", aan=bewaking)
        kantoor, uitkomsten = om_dezelfde_plek(ploeg, plaatsen=1, zonder_slot=not slot)
        # Without the lock PostgreSQL may end a tie by a deadlock: also a no, never a double booking.
        assert [u.fout for u in uitkomsten if u.fout and (slot or "deadlock" not in u.fout)] == []
        assert len(ploeg.een("staande", kantoor=kantoor)) == 1
        assert ploeg.een("overlappen") == 0
    finally:
        ploeg.een("bewaking", aan=True)


def test_controle_zonder_slot_en_zonder_bewaking_wordt_dubbel_geboekt(ploeg: Ploeg) -> None:
    try:
        ploeg.een("bewaking", aan=False)
        kantoor, _ = om_dezelfde_plek(ploeg, plaatsen=1, zonder_slot=True)
        assert len(ploeg.een("staande", kantoor=kantoor)) > 1
        assert ploeg.een("overlappen") > 0
    finally:
        ploeg.een("opruimen")
        ploeg.een("bewaking", aan=True)
