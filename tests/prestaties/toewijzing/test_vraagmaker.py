"""The made-up demand is what it says to be: load, shares, starts, and the same for the same seed."""

from __future__ import annotations

from functools import cache

import pytest

from .vraagmaker import CELLEN_ROND, DAGEN_ROND, VOORUIT_HOOGSTENS, WENSEN, Aanvraag, aanvragen
from .wereld import OPEN, PRODUCTEN, hoogstens, kantoren, lege_dag

DAGEN = 10


@cache
def alle(zaad: int = 1) -> list[Aanvraag]:
    return [a for k in kantoren() for a in aanvragen(k, dagen=DAGEN, belasting=0.95, zaad=zaad)]


@pytest.mark.parametrize("belasting", [0.80, 0.95, 1.20])
def test_de_belasting_is_wat_er_staat(belasting):
    for kantoor in kantoren():
        gevraagd = sum(a.vraag.cellen for a in aanvragen(kantoor, dagen=DAGEN, belasting=belasting, zaad=3))
        kan = sum(hoogstens(lege_dag(kantoor, dag)) for dag in range(DAGEN))
        assert gevraagd / kan == pytest.approx(belasting, abs=0.01)


def test_hoogstens_is_het_kleinste_van_mensen_en_balies():
    """Three balies and three employees of 8 hours with a break of half an hour: 3 x 90 cells."""
    klein = kantoren()[0]
    assert hoogstens(lege_dag(klein, 0)) == 3 * 90


def test_hetzelfde_zaad_geeft_dezelfde_vraag():
    een, nog_een, ander = (
        aanvragen(kantoren()[0], dagen=DAGEN, belasting=0.95, zaad=zaad) for zaad in (5, 5, 6)
    )
    assert een == nog_een
    assert een != ander


def test_vier_op_de_honderd_vragen_een_specialisme():
    vraag = [a.vraag.vereisten for zaad in range(3) for a in alle(zaad=zaad)]
    met = [v for v in vraag if v.specialismen]
    assert len(met) / len(vraag) == pytest.approx(0.04, abs=0.005)
    assert sum(bool(v.balie) for v in met) / len(met) == pytest.approx(1 / 3, abs=0.05)


def test_wie_specialist_en_balie_vraagt_vindt_die_in_elk_kantoor():
    for kantoor in kantoren():
        for dag in range(5):
            werkers = lege_dag(kantoor, dag).werkers
            assert frozenset().union(*(w.specialismen for w in werkers)) == {
                "toegankelijkheid",
                "communicatie",
                "begrijpelijk",
            }
            assert frozenset().union(*(w.producten for w in werkers)) == set(PRODUCTEN)


def test_vier_wensen_rond_de_voorkeur_en_binnen_de_openingstijd():
    dicht = 0
    for a in alle():
        (dag, cel), *rest = a.wensen
        assert len(set(a.wensen)) == WENSEN
        assert all(0 <= d < DAGEN and abs(d - dag) <= DAGEN_ROND for d, _ in rest)
        assert all(OPEN >> c & 1 and OPEN >> (c + a.vraag.cellen - 1) & 1 for _, c in a.wensen)
        dicht += all(abs(c - cel) <= CELLEN_ROND for _, c in rest)
    assert dicht / len(alle()) >= 0.70


def test_niemand_vraagt_een_dag_van_voor_de_aanvraag():
    vraag = alle()
    assert all(a.geboekt <= min(dag for dag, _ in a.wensen) for a in vraag)
    assert all(a.geboekt > a.wensen[0][0] - VOORUIT_HOOGSTENS - 1 for a in vraag)


def test_aanvragen_komen_op_volgorde_en_de_helft_binnen_een_week():
    for kantoor in kantoren():
        rij = aanvragen(kantoor, dagen=DAGEN, belasting=0.95, zaad=1)
        assert [a.geboekt for a in rij] == sorted(a.geboekt for a in rij)
    vooruit = sorted(a.wensen[0][0] - a.geboekt for a in alle())
    assert 3 <= vooruit[len(vooruit) // 2] <= 6


def test_producten_duren_vijf_tot_veertig_minuten():
    assert {minuten for minuten, _ in PRODUCTEN.values()} == {5, 10, 15, 20, 30, 40}
    assert sum(aandeel for _, aandeel in PRODUCTEN.values()) == pytest.approx(1)
