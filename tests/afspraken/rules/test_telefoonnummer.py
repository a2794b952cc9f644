import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraken.rules.telefoonnummer import Onleesbaar, gemaskeerd, lees_telefoonnummer, toonbaar


@pytest.mark.parametrize(
    "tekst",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "06 1234 5678",
        "06.12.34.56.78",
        "06/12345678",
        "(06) 12345678",
        "06 - 12 34 56 78",
        "612345678",
        "31612345678",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6-12345678",
        "+31(0)612345678",
        "+31 06 12345678",
        "0031612345678",
        "00 31 6 1234 5678",
        "  06 12345678  ",
        "tel: 06-12345678",
        "Mobiel 0612345678",
        "tel:+31612345678",
        "06\u00a01234\u20115678",
        "06 \u2013 12345678",
        "\u202a0612345678\u202c",
        "\uff10\uff16\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18",
        "\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
    ],
)
def test_elke_schrijfwijze_is_hetzelfde_mobiele_nummer(tekst):
    nummer = lees_telefoonnummer(tekst)
    assert (nummer.e164, nummer.is_mobiel, nummer.kan_sms, nummer.land) == ("+31612345678", True, True, "NL")
    assert nummer.toonbaar == "06 1234 5678"


@pytest.mark.parametrize(
    ("tekst", "e164", "getoond"),
    [
        ("070-3533000", "+31703533000", "070 353 3000"),
        ("(070) 353 30 00", "+31703533000", "070 353 3000"),
        ("+31 70 353 30 00", "+31703533000", "070 353 3000"),
        ("0174 123456", "+31174123456", "0174 123 456"),
    ],
)
def test_een_vast_nummer_wordt_herkend_en_krijgt_geen_sms(tekst, e164, getoond):
    nummer = lees_telefoonnummer(tekst)
    assert (nummer.e164, nummer.is_mobiel, nummer.kan_sms, nummer.toonbaar) == (e164, False, False, getoond)


@pytest.mark.parametrize(
    ("tekst", "landen", "kan_sms"),
    [
        ("+32 470 12 34 56", {"NL"}, False),
        ("+32 470 12 34 56", {"NL", "BE", "DE"}, True),
        ("+49 1512 3456789", {"NL", "BE", "DE"}, True),
        ("+32 2 513 89 40", {"NL", "BE", "DE"}, False),
        ("+1 212 555 2368", {"NL", "BE", "DE"}, False),
    ],
)
def test_buiten_nederland_alleen_sms_waar_de_gemeente_dat_wil(tekst, landen, kan_sms):
    assert lees_telefoonnummer(tekst, sms_landen=landen).kan_sms is kan_sms


def test_een_nummer_voor_machines_krijgt_geen_sms():
    assert not lees_telefoonnummer("097012345678").kan_sms


def test_een_buitenlands_nummer_wordt_met_landnummer_getoond():
    assert toonbaar("+32470123456") == "+32 470 12 34 56"


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "   ",
        "geen",
        "06 1234 567",
        "06 1234 56789",
        "0612345678 (Jan)",
        "o612345678",
        "0612345678 en 0701234567",
        "+31612345678 / 0701234567",
        "14 070",
        "112",
        "0800 1234",
        "0900-1234567",
        "+999 123456789",
        "+",
        "06" * 400,
        "\x00",
        "06 12345678; DROP TABLE",
    ],
)
def test_wat_geen_nummer_is_wordt_geweigerd_met_een_zin(tekst):
    with pytest.raises(Onleesbaar) as fout:
        lees_telefoonnummer(tekst)
    assert "06 1234 5678" in fout.value.melding


def test_gemaskeerd_laat_te_weinig_over_om_te_bellen():
    assert gemaskeerd("+31612345678") == "+31******678"


@given(st.text() | st.text("0123456789+() -.", max_size=20))
def test_wat_er_ook_getypt_wordt_het_is_een_nummer_of_een_weigering(tekst):
    try:
        nummer = lees_telefoonnummer(tekst)
    except Onleesbaar:
        return
    assert lees_telefoonnummer(nummer.e164) == nummer
    assert lees_telefoonnummer(nummer.toonbaar) == nummer
