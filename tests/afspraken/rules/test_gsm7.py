import pytest

from afspraken.rules.gsm7 import is_gsm7, naar_gsm7, omvang, past_in_een_deel


@pytest.mark.parametrize(
    ("tekst", "codering", "lengte", "delen"),
    [
        ("", "GSM-7", 0, 1),
        ("a" * 160, "GSM-7", 160, 1),
        ("a" * 161, "GSM-7", 161, 2),
        ("a" * 306, "GSM-7", 306, 2),
        ("a" * 307, "GSM-7", 307, 3),
        ("é" * 160, "GSM-7", 160, 1),
        ("€" * 80, "GSM-7", 160, 1),
        ("€" * 81, "GSM-7", 162, 2),
        # 76 euro signs fill 152 of 153; the 77th does not straddle, so two parts hold 152, not 153.
        ("€" * 152, "GSM-7", 304, 2),
        ("€" * 153, "GSM-7", 306, 3),
        ("ë" + "a" * 69, "UCS-2", 70, 1),
        ("ë" + "a" * 70, "UCS-2", 71, 2),
        ("ë" * 134, "UCS-2", 134, 2),
        ("ë" * 135, "UCS-2", 135, 3),
        ("😀" * 35, "UCS-2", 70, 1),
        ("😀" * 36, "UCS-2", 72, 2),
        # 33 of these fill 66 of 67 and the 34th goes along whole.
        ("😀" * 67, "UCS-2", 134, 3),
    ],
)
def test_omvang_telt_tekens_en_delen(tekst, codering, lengte, delen):
    gemeten = omvang(tekst)
    assert (gemeten.codering, gemeten.lengte, gemeten.delen) == (codering, lengte, delen)


@pytest.mark.parametrize("teken", ["ë", "ï", "ç", "\u2019", "\u201c", "\u2013", "\u00a0", "😀", "\t", "ĳ"])
def test_gewone_tekens_die_een_sms_halveren_zijn_geen_gsm7(teken):
    assert not is_gsm7(f"a{teken}")


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("\u2018s-Gravenhage \u201cSpui\u201d \u2013 5\u2026", '\'s-Gravenhage "Spui" - 5...'),
        ("Patiënt, reünie, façade", "Patient, reünie, facade"),
        ("één café à la carte", "één café à la carte"),
        ("e\u0308e\u0301n", "eén"),
        ("ĳsbaan \u0132muiden", "ijsbaan IJmuiden"),
        ("a\u00a0b\u202fc\td", "a b c d"),
        ("Łódź Đoković İstanbul œuvre", "Lodz Dokovic Istanbul oeuvre"),
        ("€ 5 {x} [y] ~", "€ 5 {x} [y] ~"),
        ("woord\u00adafbreking\u200b", "woordafbreking"),
        ("مرحبا", "?????"),
    ],
)
def test_naar_gsm7_houdt_de_tekst_leesbaar(tekst, verwacht):
    assert naar_gsm7(tekst) == verwacht
    assert is_gsm7(naar_gsm7(tekst))


def test_een_deel_is_gsm7_en_hoogstens_160():
    assert past_in_een_deel("a" * 160)
    assert not past_in_een_deel("a" * 161)
    assert not past_in_een_deel("één reële tekst")
