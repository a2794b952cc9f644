"""The catalogue: texts, what it requires, and how many statements that takes."""

from collections.abc import Iterator

import pytest

from tests.toegankelijkheid.bouwers import maak_behoefte, maak_catalogus
from toegankelijkheid.queries.behoeften import OnbekendeBehoefte, behoeftencatalogus, vereisten_van
from toegankelijkheid.rules.vereisten import GEEN_VEREISTEN, Besteleis, Vereisten

pytestmark = pytest.mark.django_db


def _codes(taal: str = "nl") -> Iterator[str]:
    return (keuze.code for keuze in behoeftencatalogus(taal=taal))


def test_de_catalogus_staat_op_volgorde_zonder_wat_niet_meer_wordt_aangeboden():
    maak_behoefte("tweede", volgorde=2)
    maak_behoefte("eerste", volgorde=1)
    maak_behoefte("vroeger", volgorde=0, is_actief=False)
    assert list(_codes()) == ["eerste", "tweede"]


@pytest.mark.parametrize(
    ("taal", "tekst", "uitleg"),
    [("nl", "Ik zie slecht", "Wij lezen voor"), ("en", "I see badly", "Wij lezen voor")],
)
def test_zonder_vertaling_staat_er_nederlands(taal, tekst, uitleg):
    maak_behoefte("zien", tekst="Ik zie slecht", tekst_en="I see badly", uitleg="Wij lezen voor")
    (keuze,) = behoeftencatalogus(taal=taal)
    assert (keuze.tekst, keuze.uitleg) == (tekst, uitleg)


@pytest.mark.parametrize("aantal", [1, 20])
def test_de_catalogus_kost_een_vraag_aan_de_database(django_assert_num_queries, aantal):
    for nummer in range(aantal):
        maak_behoefte(f"b{nummer}", balie=("lage_balie",), specialisme="zien")
    with django_assert_num_queries(1):
        assert len(behoeftencatalogus(taal="nl")) == aantal


@pytest.mark.parametrize("aantal", [1, 20])
def test_vereisten_kosten_drie_vragen_aan_de_database(django_assert_num_queries, aantal):
    codes = [f"b{nummer}" for nummer in range(aantal)]
    for code in codes:
        maak_behoefte(code, balie=("lage_balie",), gebouw=("lift",), specialisme=code, vervanging="scherm")
    with django_assert_num_queries(3):
        assert len(vereisten_van(codes=codes).specialismen) == aantal


def test_zonder_behoeften_is_er_niets_te_vragen(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert vereisten_van(codes=[]) == GEEN_VEREISTEN
        assert vereisten_van(codes=[], eigen_tolk=True) == Vereisten(extra_minuten=5)


def test_vereisten_komen_uit_de_catalogus():
    maak_catalogus()
    assert vereisten_van(codes=["rolstoel", "gebarentolk"]) == Vereisten(
        specialismen=frozenset({"communicatie"}),
        balie=frozenset({"verlaagde_balie"}),
        gebouw=frozenset({"drempelvrij"}),
        extra_minuten=15,
        roepwijze="ophalen",
        bestellingen=(Besteleis("gebarentolk", "tolk Nederlandse Gebarentaal", 5, None, "tolk_op_afstand"),),
    )


def test_een_keuze_die_uit_de_catalogus_ging_blijft_gelden():
    maak_behoefte("rust", balie=("aparte_kamer",), is_actief=False)
    assert vereisten_van(codes=["rust", "rust"]).balie == {"aparte_kamer"}


def test_een_onbekende_keuze_wordt_nooit_stil_overgeslagen():
    maak_behoefte("rust")
    with pytest.raises(OnbekendeBehoefte):
        vereisten_van(codes=["rust", "bestaat_niet"])
