"""What an SMS costs: length and parts in GSM-7 and UCS-2, and a way back to GSM-7.

One character outside GSM-7 more than halves what fits in a part, so every text goes through `naar_gsm7`.
"""

import unicodedata
from dataclasses import dataclass

_BASIS = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_UITBREIDING = frozenset("^{}\\[~]|€\f")

_VERVANGING = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u2039\u203a\u02bc", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u00b7", "-"),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""),
    "\t": " ",
    "œ": "oe",
    "Œ": "OE",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ð": "d",
    "þ": "th",
    "©": "(c)",
    "®": "(r)",
    "×": "x",
    "÷": "/",
}


@dataclass(frozen=True)
class Omvang:
    """How a text travels: counted in septets (GSM-7) or UTF-16 units (UCS-2)."""

    codering: str
    lengte: int
    delen: int


def is_gsm7(tekst: str) -> bool:
    return all(teken in _BASIS or teken in _UITBREIDING for teken in tekst)


def omvang(tekst: str) -> Omvang:
    """Encoding, length and number of parts; an empty text still takes one part."""
    if is_gsm7(tekst):
        return _omvang("GSM-7", [2 if teken in _UITBREIDING else 1 for teken in tekst], 160, 153)
    return _omvang("UCS-2", [2 if ord(teken) > 0xFFFF else 1 for teken in tekst], 70, 67)


def past_in_een_deel(tekst: str) -> bool:
    """Whether the text is GSM-7 and goes out as a single SMS."""
    gemeten = omvang(tekst)
    return gemeten.codering == "GSM-7" and gemeten.delen == 1


def naar_gsm7(tekst: str) -> str:
    """The same text in GSM-7: typographic signs made plain, accents dropped where GSM-7 lacks them."""
    return "".join(_gsm7_teken(teken) for teken in unicodedata.normalize("NFC", tekst))


def _gsm7_teken(teken: str) -> str:
    if is_gsm7(teken):
        return teken
    if teken in _VERVANGING:
        return _VERVANGING[teken]
    kaal = "".join(deel for deel in unicodedata.normalize("NFKD", teken) if not unicodedata.combining(deel))
    return kaal if kaal != teken and is_gsm7(kaal) else "?"


def _omvang(codering: str, maten: list[int], enkel: int, per_deel: int) -> Omvang:
    lengte = sum(maten)
    return Omvang(codering, lengte, 1 if lengte <= enkel else _aantal_delen(maten, per_deel))


def _aantal_delen(maten: list[int], per_deel: int) -> int:
    """A sign of two units never straddles two parts, so dividing would be off by one at times."""
    delen, vol = 1, 0
    for maat in maten:
        if vol + maat > per_deel:
            delen, vol = delen + 1, 0
        vol += maat
    return delen
