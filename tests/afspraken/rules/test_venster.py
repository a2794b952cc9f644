"""The window that is shown, and what is said of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.niveau import DOEL, HOOGST, LAAGST, Niveau, na_oproep
from afspraken.rules.venster import Venster, bijgewerkt, eerste_venster
from afspraken.rules.wachttekst import (
    Drukte,
    Soort,
    afspraaktekst,
    drukte,
    gehouden_vertraging,
    vertraging,
    wachttekst,
)
from afspraken.rules.wachttijd import Wachttijd

from .wachtrijbouwers import om

NU = om("10:00")
GEWOON = Niveau()


def _tijd(*minuten: float) -> Wachttijd:
    return Wachttijd(tuple(sorted(NU + minuut * 60 for minuut in minuten)))


def _precies(minuten: float) -> Wachttijd:
    return _tijd(*[minuten] * 100)


@pytest.mark.parametrize(
    ("p30", "p85", "van", "tot"),
    [
        (12.0, 21.0, "10:10", "10:25"),
        (10.0, 20.0, "10:10", "10:20"),
        (0.0, 3.0, "10:00", "10:05"),
        (0.0, 0.0, "10:00", "10:05"),
    ],
)
def test_het_eerste_venster_is_naar_buiten_op_vijf_minuten_afgerond(
    p30: float, p85: float, van: str, tot: str
) -> None:
    venster = eerste_venster(_tijd(*[p30] * 30, *[p85] * 70), NU, GEWOON)
    assert (venster.van, venster.tot) == (om(van), om(tot))


def test_een_hoger_niveau_leest_een_later_einde() -> None:
    trap = _tijd(*range(100))
    einden = [eerste_venster(trap, NU, Niveau(waarde)).tot for waarde in (0.70, 0.80, 0.95)]
    assert einden == [om("11:15"), om("11:25"), om("11:40")]


VENSTER = Venster(om("10:10"), om("10:25"))


@pytest.mark.parametrize("p50", [10.0, 17.0, 25.0])
def test_zolang_het_midden_erin_ligt_blijft_het_staan(p50: float) -> None:
    assert bijgewerkt(VENSTER, _precies(p50), NU, GEWOON) == VENSTER


@pytest.mark.parametrize("p50", [9.0, 26.0, 31.0])
def test_een_keer_erbuiten_is_nog_geen_herziening_twee_keer_na_elkaar_wel(p50: float) -> None:
    een = bijgewerkt(VENSTER, _precies(p50), NU, GEWOON)
    assert een == Venster(VENSTER.van, VENSTER.tot, buiten=1)
    twee = bijgewerkt(een, _precies(p50), NU, GEWOON)
    assert (twee.herzieningen, twee.buiten) == (1, 0)
    assert twee.van <= NU + p50 * 60 <= twee.tot


def test_tussendoor_erbinnen_begint_het_tellen_opnieuw() -> None:
    venster = VENSTER
    for p50 in (26.0, 20.0, 26.0, 20.0, 26.0):
        venster = bijgewerkt(venster, _precies(p50), NU, GEWOON)
    assert venster.herzieningen == 0


@pytest.mark.parametrize(("p50", "herzieningen"), [(31.0, 0), (31.1, 1), (4.0, 0), (3.9, 1)])
def test_meer_dan_zes_minuten_ernaast_wordt_meteen_herzien(p50: float, herzieningen: int) -> None:
    assert bijgewerkt(VENSTER, _precies(p50), NU, GEWOON).herzieningen == herzieningen


@pytest.mark.parametrize(
    ("over", "nog", "herzieningen"), [(59, 91, 1), (61, 91, 0), (59, 89, 0), (-30, 60, 0), (-30, 120, 1)]
)
def test_als_het_bijna_om_is_en_het_nog_duurt_wordt_het_herzien(
    over: float, nog: float, herzieningen: int
) -> None:
    venster = Venster(NU - 600, NU + over)
    assert bijgewerkt(venster, _precies(nog / 60), NU, GEWOON).herzieningen == herzieningen


@given(st.lists(st.booleans(), max_size=400))
def test_het_niveau_blijft_tussen_zijn_grenzen(raak: list[bool]) -> None:
    niveau = Niveau()
    for deze in raak:
        niveau = na_oproep(niveau, raak=deze)
        assert LAAGST <= niveau.waarde <= HOOGST


def test_het_niveau_stijgt_na_missers_en_komt_bij_vier_op_de_vijf_terug() -> None:
    assert na_oproep(GEWOON, raak=False).waarde > DOEL > na_oproep(GEWOON, raak=True).waarde
    niveau = GEWOON
    for raak in (True, True, True, True, False) * 20:
        niveau = na_oproep(niveau, raak=raak)
    assert niveau.waarde == pytest.approx(DOEL)


@pytest.mark.parametrize(
    ("nu", "soort", "minuten"),
    [
        ("9:00", Soort.MEER_DAN_EEN_UUR, (70, 85)),
        ("9:30", Soort.TUSSEN, (40, 55)),
        ("10:08", Soort.TUSSEN, (0, 20)),
        ("10:20", Soort.BIJNA, (0, 5)),
        ("10:40", Soort.BIJNA, (0, 0)),
    ],
)
def test_de_tekst_telt_af_terwijl_het_venster_blijft(nu: str, soort: Soort, minuten: tuple[int, int]) -> None:
    tekst = wachttekst(VENSTER, om(nu))
    assert (tekst.soort, tekst.minuten) == (soort, minuten)
    assert (tekst.van, tekst.tot, tekst.herzien) == (VENSTER.van, VENSTER.tot, False)


@pytest.mark.parametrize(("nieuw", "herzien"), [(40.0, True), (2.0, False)])
def test_alleen_wie_langer_moet_wachten_dan_gezegd_hoort_dat(nieuw: float, herzien: bool) -> None:
    venster = bijgewerkt(VENSTER, _precies(nieuw), NU, GEWOON)
    assert venster.herzieningen == 1
    assert wachttekst(venster, NU).herzien is herzien


@pytest.mark.parametrize(
    ("later", "nu", "soort"),
    [(0, "10:00", Soort.OP_TIJD), (15, "10:00", Soort.LATER), (15, "10:21", Soort.BIJNA)],
)
def test_wie_een_afspraak_heeft_hoort_of_het_op_tijd_gaat(later: int, nu: str, soort: Soort) -> None:
    tekst = afspraaktekst(VENSTER, om("10:05"), later, om(nu))
    assert (tekst.soort, tekst.later, tekst.begin) == (soort, later, om("10:05"))


@pytest.mark.parametrize(
    ("gezegd", "p80", "zegt"),
    [
        (0, 5, 0),
        (0, 6, 10),
        (10, 11, 10),  # a minute more is not worth another sentence
        (10, 11.1, 15),
        (15, 6, 15),  # better, but not clearly
        (15, 5, 0),
        (15, 4, 0),
        (20, 10, 10),
        (20, 11, 20),
    ],
)
def test_wat_van_een_vertraging_gezegd_is_blijft_staan_tot_het_duidelijk_anders_is(
    gezegd: int, p80: float, zegt: int
) -> None:
    assert gehouden_vertraging(gezegd, NU + p80 * 60, NU) == zegt


@pytest.mark.parametrize(("later", "minuten"), [(-120, 0), (0, 0), (300, 0), (301, 10), (600, 10), (601, 15)])
def test_een_afspraak_is_op_tijd_tot_vijf_minuten_later(later: float, minuten: int) -> None:
    assert vertraging(NU + later, NU) == minuten


@pytest.mark.parametrize(
    ("minuten", "hoe"),
    [
        (0, Drukte.RUSTIG),
        (4.9, Drukte.RUSTIG),
        (5, Drukte.GEWOON),
        (15, Drukte.GEWOON),
        (15.1, Drukte.DRUK),
        (float("inf"), Drukte.DRUK),
    ],
)
def test_rustig_gewoon_of_druk(minuten: float, hoe: Drukte) -> None:
    assert drukte(minuten * 60) is hoe
