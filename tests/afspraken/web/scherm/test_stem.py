"""The voice that was made at set-up: every word is there, long enough to hear and not silent."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

NODIG = {
    *("gong", "balie", "A", "B", "C"),
    *(str(n) for n in range(100)),
    *(f"{n}00" for n in range(1, 10)),
    *(f"{n}00+" for n in range(1, 10)),
}


def lees(taal: str) -> tuple[bytes, int]:
    """Return the mu-law bytes and the rate of one voice (RIFF: chunks of a name, a length and a body)."""
    bestand = Path(str(finders.find(f"stem/{taal}.wav"))).read_bytes()
    assert (bestand[:4], bestand[8:12]) == (b"RIFF", b"WAVE")
    assert int.from_bytes(bestand[4:8], "little") == len(bestand) - 8
    blokken, plek = {}, 12
    while plek < len(bestand):
        lengte = int.from_bytes(bestand[plek + 4 : plek + 8], "little")
        blokken[bestand[plek : plek + 4]] = bestand[plek + 8 : plek + 8 + lengte]
        plek += 8 + lengte + lengte % 2
    vorm = blokken[b"fmt "]
    assert (vorm[0], vorm[2], vorm[14]) == (7, 1, 8), "mu-law, mono, 8 bits"
    return blokken[b"data"], int.from_bytes(vorm[4:8], "little")


def sterkte(bytes_: bytes) -> float:
    """Root mean square, 1 = as loud as can be (ITU-T G.711 undone)."""
    waarden = []
    for byte in bytes_:
        om = ~byte & 0xFF
        waarden.append((((om & 0x0F) << 3) + 132 << (om >> 4 & 7)) - 132)
    return math.sqrt(sum(w * w for w in waarden) / len(waarden)) / 32767


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_elk_woord_is_er_hoorbaar_en_lang_genoeg(taal: str) -> None:
    geluid, snelheid = lees(taal)
    stukken = json.loads(Path(str(finders.find(f"stem/{taal}.json"))).read_text())
    assert set(stukken) == NODIG
    for naam, (begin, duur) in stukken.items():
        assert 0.2 < duur < 2.5, (naam, duur)
        stuk = geluid[round(begin * snelheid) : round((begin + duur) * snelheid)]
        assert len(stuk) == pytest.approx(duur * snelheid, abs=2), naam
        assert sterkte(stuk[::7]) > 0.03, naam
    assert sterkte(bytes([0xFF]) * 100) < 0.001, "the control: silence is heard as silence"


def test_de_talen_klinken_verschillend_en_blijven_klein() -> None:
    nl, en = lees("nl")[0], lees("en")[0]
    assert nl != en
    assert len(nl) + len(en) < 6_000_000
