"""Who comes on a played day: the same for the same seed, as much as was asked, in the hours of the office."""

from dataclasses import replace
from datetime import timedelta

import pytest

from afspraken.demo.dag.gedrag import gedrag_van
from afspraken.demo.dag.plan import Kantoordag, Keuze, gasten
from tests.bouwers import op

DAG = Kantoordag(
    van=op("08:30"),
    tot=op("16:30"),
    ploegminuten=12 * 450.0,
    producten=(
        Keuze("paspoort", 10, "beide"),
        Keuze("naturalisatie", 60, "afspraak"),
        Keuze("reisdocument_afhalen", 5, "inloop"),
    ),
    behoeften=frozenset({"rolstoel", "zien", "gebarentolk", "meer_tijd", "hulphond"}),
)
MINUTEN = {keuze.code: keuze.minuten for keuze in DAG.producten}


def test_hetzelfde_zaad_brengt_dezelfde_mensen():
    assert gasten(DAG, zaad="1", belasting=80) == gasten(DAG, zaad="1", belasting=80)
    assert gasten(DAG, zaad="1", belasting=80) != gasten(DAG, zaad="2", belasting=80)


def test_wie_komt_vraagt_ongeveer_zo_veel_tijd_als_gekozen():
    komen = [g for g in gasten(DAG, zaad="1", belasting=80) if g.wens is None or g.komt is not None]
    assert sum(MINUTEN[g.product] for g in komen) / DAG.ploegminuten == pytest.approx(0.8, abs=0.1)


def test_ongeveer_een_op_de_veertien_met_een_afspraak_komt_niet():
    met = [g for zaad in "abcd" for g in gasten(DAG, zaad=zaad, belasting=80) if g.wens is not None]
    assert sum(g.komt is None for g in met) / len(met) == pytest.approx(0.07, abs=0.03)


def test_iedereen_komt_binnen_de_uren_en_niet_voor_wat_op_die_manier_niet_kan():
    for gast in gasten(DAG, zaad="1", belasting=80):
        moment = gast.wens or gast.aankomst
        assert moment is not None
        assert DAG.van <= moment < DAG.tot
        assert gast.product != ("reisdocument_afhalen" if gast.wens else "naturalisatie")


def test_er_is_altijd_iemand_met_een_rolstoel_iemand_die_wordt_gehaald_en_een_taxi_die_te_laat_is():
    rolstoel, zien, tolk = gasten(DAG, zaad="1", belasting=80)[:3]
    assert [g.behoefte for g in (rolstoel, zien, tolk)] == ["rolstoel", "zien", "gebarentolk"]
    assert tolk.komt == timedelta(minutes=12)
    assert None not in (rolstoel.komt, zien.komt)


def test_wat_de_stad_niet_kan_regelen_vraagt_niemand():
    zonder = replace(DAG, behoeften=frozenset())
    assert {g.behoefte for g in gasten(zonder, zaad="1", belasting=80)} == {""}


def test_hoe_een_bezoek_gaat_ligt_vast_en_duurt_gemiddeld_zo_lang_als_gepland():
    assert gedrag_van("1", "a") == gedrag_van("1", "a")
    factoren = [gedrag_van("1", nr).factor for nr in range(2000)]
    assert sum(factoren) / len(factoren) == pytest.approx(1, abs=0.05)
