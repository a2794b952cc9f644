"""Adding up needs: minutes, provisions, training, calling, orders."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegankelijkheid.rules.vereisten import (
    GEEN_VEREISTEN,
    Behoeftegegevens,
    Besteleis,
    Vereisten,
    balie_op,
    extra_minuten_van,
    vereisten_voor,
)

TOLK = Besteleis("gebarentolk", "tolk NGT", werkdagen=5, vervanging="tolk_op_afstand")
SCHRIJFTOLK = Besteleis("schrijftolk", "schrijftolk", werkdagen=10, vervanging="scherm")
ONVERVANGBAAR = Besteleis("x", "iets bijzonders", werkdagen=5)
ROLSTOEL = Behoeftegegevens("rolstoel", 5, frozenset({"lage_balie"}), frozenset({"drempelvrij"}))
GEBARENTOLK = Behoeftegegevens(
    "gebarentolk", 10, specialisme="communicatie", roepwijze="ophalen", bestelling=TOLK
)
HULPHOND = Behoeftegegevens("hulphond", 0, gebouw=frozenset({"hulphond_welkom"}))


def _doordeweeks(dag: date) -> bool:
    return dag.weekday() < 5


@pytest.mark.parametrize(
    ("minuten", "extra"),
    [
        ([], 0),
        ([0], 0),
        ([0, 0], 0),
        ([5], 5),
        ([10], 10),
        ([0, 10], 10),
        ([5, 10], 15),
        ([10, 10], 15),
        ([10, 10, 10], 15),
        ([20, 5], 25),
        ([25, 25], 25),
        ([30], 25),
    ],
)
def test_extra_minuten_zijn_het_hoogste_met_een_toeslag_en_een_grens(minuten, extra):
    assert extra_minuten_van(minuten) == extra


@pytest.mark.parametrize(
    ("behoeften", "extra"), [([], 5), ([HULPHOND], 5), ([ROLSTOEL], 10), ([GEBARENTOLK], 15)]
)
def test_een_eigen_tolk_telt_als_vijf_minuten(behoeften, extra):
    assert vereisten_voor(behoeften, eigen_tolk=True).extra_minuten == extra


def test_wie_niets_kiest_vereist_niets():
    assert vereisten_voor([]) == GEEN_VEREISTEN


def test_behoeften_samen_vereisten_alles_van_elk():
    assert vereisten_voor([ROLSTOEL, HULPHOND, GEBARENTOLK]) == Vereisten(
        specialismen=frozenset({"communicatie"}),
        balie=frozenset({"lage_balie"}),
        gebouw=frozenset({"drempelvrij", "hulphond_welkom"}),
        extra_minuten=15,
        roepwijze="ophalen",
        bestellingen=(TOLK,),
    )


@given(st.permutations([ROLSTOEL, HULPHOND, GEBARENTOLK]))
def test_de_volgorde_van_kiezen_maakt_niet_uit(behoeften):
    assert vereisten_voor(behoeften) == vereisten_voor([ROLSTOEL, HULPHOND, GEBARENTOLK])


@given(st.lists(st.integers(min_value=0, max_value=60)), st.integers(min_value=0, max_value=60))
def test_een_behoefte_erbij_geeft_nooit_minder_tijd(minuten, erbij):
    assert extra_minuten_van(minuten) <= extra_minuten_van([*minuten, erbij]) <= 25


def test_json_bewaart_wat_de_planning_nodig_heeft_maar_geen_behoefte():
    vereisten = vereisten_voor([ROLSTOEL, GEBARENTOLK])
    heen = vereisten.als_json()
    assert "rolstoel" not in str(heen)
    assert "gebarentolk" not in str(heen)
    terug = Vereisten.uit_json(heen)
    assert terug.als_json() == heen
    assert (terug.balie, terug.extra_minuten, terug.roepwijze) == (frozenset({"lage_balie"}), 15, "ophalen")
    assert terug.bestellingen == (Besteleis("", "tolk NGT", werkdagen=5, vervanging="tolk_op_afstand"),)


def test_een_gewiste_afstemming_vereist_niets():
    assert Vereisten.uit_json({}) == GEEN_VEREISTEN


@pytest.mark.parametrize(
    ("bestellingen", "datum", "verwacht"),
    [
        ((), date(2026, 11, 24), {"lage_balie"}),
        # Monday to Monday is five working days: just in time.
        ((TOLK,), date(2026, 11, 30), {"lage_balie"}),
        ((TOLK,), date(2026, 11, 27), {"lage_balie", "tolk_op_afstand"}),
        ((TOLK, SCHRIJFTOLK), date(2026, 11, 30), {"lage_balie", "scherm"}),
        ((TOLK, SCHRIJFTOLK), date(2026, 11, 24), {"lage_balie", "scherm", "tolk_op_afstand"}),
        ((ONVERVANGBAAR,), date(2026, 11, 30), {"lage_balie"}),
        ((ONVERVANGBAAR,), date(2026, 11, 27), None),
        ((TOLK, ONVERVANGBAAR), date(2026, 11, 27), None),
    ],
)
def test_wat_niet_op_tijd_kan_komt_als_vervanging_aan_de_balie(bestellingen, datum, verwacht):
    vereisten = Vereisten(balie=frozenset({"lage_balie"}), bestellingen=bestellingen)
    gevonden = balie_op(vereisten, datum=datum, vandaag=date(2026, 11, 23), is_werkdag=_doordeweeks)
    assert gevonden == (None if verwacht is None else frozenset(verwacht))
