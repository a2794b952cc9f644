"""The forecast: the rule played forward."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from random import Random
from statistics import fmean
from typing import Any

import pytest
from hypothesis import given, settings

from afspraken.rules.volgorde import verdeel
from afspraken.rules.wachtrij import Plaats, Wachtende
from afspraken.rules.wachttijd import Bezig, Kantoorstand, Wachttijd, voorspel

from .test_volgorde_eigenschappen import kantoren
from .wachtrijbouwers import bezet, inloper, met_afspraak, om, plaats, verwacht

NU = om("10:00")
TOLK = frozenset({"communicatie"})
VAST = {"duren": (600.0,)}  # every visit takes ten minutes


def _rij(aantal: int, **anders: Any) -> list[Wachtende]:
    return [inloper(n, sinds=f"9:{45 + n}", **anders) for n in range(1, aantal + 1)]


def _voorspel(wie: Sequence[Wachtende], plaatsen: Sequence[Plaats], **anders: Any) -> list[Wachttijd]:
    """In the order of ``wie``; everybody who is named takes ten minutes."""
    namen = [*wie, *anders.get("verwacht", ())]
    feiten: dict[str, Any] = {"duren": {deel.id: VAST["duren"] for deel in namen}}
    stand = Kantoorstand(nu=NU, wachtenden=wie, plaatsen=plaatsen, **feiten | anders)
    uit = voorspel(stand, Random(1))
    return [uit[deel.id] for deel in wie]


def _bezig(werkplek: int, sinds: str, duren: Sequence[float] = VAST["duren"]) -> dict[int, Bezig]:
    return {werkplek: Bezig(sinds=om(sinds), duren=duren)}


def _minuten(wachttijden: Sequence[Wachttijd], deel: float = 0.5) -> list[float]:
    return [(wachttijd.op(deel) - NU) / 60 for wachttijd in wachttijden]


def test_aan_een_balie_gaan_vaste_duren_een_voor_een() -> None:
    uit = _voorspel(_rij(3), [bezet(1, tot="10:04")], bezig=_bezig(1, "9:54"))
    assert _minuten(uit) == [4, 14, 24]
    assert [len(wachttijd.momenten) for wachttijd in uit] == [100] * 3


def test_een_vrije_plaats_roept_meteen() -> None:
    assert _minuten(_voorspel(_rij(2), [plaats(1), plaats(2)])) == [0, 0]


def test_twee_balies_gaan_twee_keer_zo_snel() -> None:
    plaatsen = [bezet(1, tot="10:05"), bezet(2, tot="10:05")]
    uit = _voorspel(_rij(4), plaatsen, bezig=_bezig(1, "9:55") | _bezig(2, "9:55"))
    assert _minuten(uit) == [5, 5, 15, 15]


def test_de_dagfactor_en_de_tijd_tussen_twee_bezoeken_tellen_mee() -> None:
    uit = _voorspel(_rij(3), [plaats(1)], factor=1.5, wissel=60.0)
    assert _minuten(uit) == [0, 16, 32]


def test_een_afspraak_die_nog_komt_gaat_voor_wie_later_beloofd_is() -> None:
    # Walk-in of 9:46 is promised 10:01, of 9:47 10:02; the appointment of 9:56 is promised 10:01.
    straks = [verwacht(1, op="9:56", kans_afwezig=0.0)]
    zonder = _voorspel(_rij(3), [plaats(1)])
    met = _voorspel(_rij(3), [plaats(1)], verwacht=straks)
    assert _minuten(zonder) == [0, 10, 20]
    assert _minuten(met, 0.3)[2] == 30


@pytest.mark.parametrize(("kans", "later"), [(0.0, 10.0), (1.0, 0.0)])
def test_alleen_wie_komt_houdt_een_ander_op(kans: float, later: float) -> None:
    # Promised 10:08 and later; the appointment of 10:00 is promised 10:05.
    wie = [inloper(n, sinds=f"9:{52 + n}") for n in (1, 2, 3)]
    straks = [verwacht(1, op="10:00", kans_afwezig=kans)]
    assert _minuten(_voorspel(wie, [plaats(1)], verwacht=straks))[2] == 20 + later


def test_een_pauze_telt_vanaf_haar_begin_of_na_het_bezoek() -> None:
    rust = ((om("10:05"), om("10:35")),)
    assert _minuten(_voorspel(_rij(3), [plaats(1, pauzes=rust)])) == [0, 40, 50]


def test_wie_nu_pauze_heeft_is_terug_op_de_verwachte_tijd() -> None:
    rust = plaats(1, vrij=False, is_pauze=True, klaar_verwacht=om("10:12"))
    assert _minuten(_voorspel(_rij(1), [rust])) == [12]
    zonder_einde = plaats(1, vrij=False, is_pauze=True)
    assert _minuten(_voorspel(_rij(1), [zonder_einde])) == [15]


def test_na_het_einde_van_de_dienst_wordt_niemand_meer_geroepen() -> None:
    uit = _voorspel(_rij(3), [plaats(1, tot=om("10:15"))])
    assert [wachttijd.op(0.5) for wachttijd in uit] == [NU, NU + 600, inf]
    assert not uit[2].geen_collega


@pytest.mark.parametrize(
    "plaatsen",
    [
        pytest.param([], id="niemand in dienst"),
        pytest.param([plaats(1)], id="niemand geschoold"),
        pytest.param([plaats(1, specialismen=TOLK, tot=NU)], id="de geschoolde is naar huis"),
    ],
)
def test_zonder_collega_die_het_kan_is_er_geen_getal(plaatsen: list[Plaats]) -> None:
    wie = [inloper(1, sinds="9:50", specialismen=TOLK)]
    assert _voorspel(wie, plaatsen)[0].geen_collega


def test_een_collega_in_pauze_is_wel_een_collega() -> None:
    wie = [inloper(1, sinds="9:50", specialismen=TOLK)]
    rust = plaats(1, specialismen=TOLK, vrij=False, is_pauze=True, klaar_verwacht=om("10:20"))
    assert _minuten(_voorspel(wie, [rust])) == [20]


def test_een_bezoek_dat_al_lang_duurt_duurt_nog_zo_lang_als_zulke_bezoeken_duren() -> None:
    duren = (300.0, 600.0, 1200.0)
    uit = _voorspel(_rij(1), [bezet(1, tot="10:00")], bezig=_bezig(1, "9:49", duren))
    assert set(uit[0].momenten) == {NU + 540}
    langer_dan_ooit = _voorspel(_rij(1), [bezet(1, tot="10:00")], bezig=_bezig(1, "9:20", duren))
    assert set(langer_dan_ooit[0].momenten) == {NU + 600}


def test_wie_te_vroeg_is_wordt_niet_voor_zijn_tijd_geroepen() -> None:
    assert _minuten(_voorspel([met_afspraak(1, op="10:16")], [plaats(1)])) == [6]


def test_een_vrijgehouden_plaats_komt_weer_vrij_als_de_afspraak_niet_komt() -> None:
    """The forecast waits for what it plays: five minutes after its time nobody is kept for it."""
    straks = [verwacht(1, op="10:02", specialismen=TOLK, kans_afwezig=1.0)]
    uit = _voorspel(_rij(1), [plaats(1, specialismen=TOLK)], verwacht=straks)
    assert _minuten(uit) == [7]


def test_zonder_bekende_duren_geldt_de_geplande_tijd_als_prior() -> None:
    rij = _rij(2, minuten=10.0)
    stand = Kantoorstand(nu=NU, wachtenden=rij, plaatsen=[plaats(1)])
    tweede = voorspel(stand, Random(1), keren=400)[rij[1].id]
    assert fmean(tweede.momenten) - NU == pytest.approx(600, rel=0.1)


@settings(max_examples=40)
@given(kantoren())
def test_dezelfde_kiem_geeft_dezelfde_verwachting_en_wie_nu_aan_de_beurt_is_wacht_niet(kantoor):
    wie, plaatsen, straks = kantoor
    stand = Kantoorstand(nu=36_000.0, wachtenden=wie, plaatsen=plaatsen, verwacht=straks)
    uit = voorspel(stand, Random(7), keren=5)
    assert uit == voorspel(stand, Random(7), keren=5)
    assert set(uit) == {deel.id for deel in wie}
    meteen = {keuze.wachtende_id for _, keuze in verdeel(wie, plaatsen, straks, 36_000.0)}
    nul = {wie for wie, tijd in uit.items() if set(tijd.momenten) == {36_000.0}}
    assert meteen <= nul
    # Equal, but for who is called to somebody who is expected to be ready at this very moment.
    assert meteen == nul or any(plek.klaar_verwacht == 36_000.0 for plek in plaatsen)
    assert all(tijd.geen_collega or min(tijd.momenten) >= 36_000.0 for tijd in uit.values())
