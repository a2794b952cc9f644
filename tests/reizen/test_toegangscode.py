"""What we arrange is private: a fresh code opens it, a wrong one does not."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from afspraken.models import Bericht

from .boeken import eerste_plek, kies_aantal, kies_hulp, kies_product, kies_tijd, maak, vul_gegevens
from .klok import Klok
from .reis import Reis


@pytest.fixture
def bij_de_code(telefoon: Reis) -> Reis:
    """Somebody with a wheelchair who has just asked for a code."""
    kies_product(telefoon)
    kies_aantal(telefoon, volwassen=1)
    kies_hulp(telefoon, "Ik gebruik een rolstoel")
    eerste_plek(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    maak(telefoon)
    telefoon.link(re.compile("^Bekijk wat wij regelen"))
    telefoon.knop("Stuur mij een code")
    return telefoon


def test_eerst_een_verkeerde_code_dan_de_goede(bij_de_code: Reis) -> None:
    goed = _code()
    _typ(bij_de_code, "000000" if goed != "000000" else "111111")
    expect(bij_de_code.pagina).to_have_title(re.compile("^Fout: "))
    bij_de_code.ziet_niet("rolstoel")
    _typ(bij_de_code, f"{goed[:3]} {goed[3:]}")
    bij_de_code.ziet("Ik gebruik een rolstoel")


def test_een_code_werkt_tien_minuten_en_een_nieuwe_daarna_wel(bij_de_code: Reis, klok: Klok) -> None:
    klok.vooruit(minutes=11)
    _typ(bij_de_code, _code())
    bij_de_code.ziet("Deze code werkt niet meer")
    bij_de_code.ziet_niet("rolstoel")
    bij_de_code.knop("Stuur een nieuwe code")
    _typ(bij_de_code, _code())
    bij_de_code.ziet("Ik gebruik een rolstoel")


def _code() -> str:
    """Read the newest message as the own telephone would show it."""
    bericht = Bericht.objects.filter(soort="code").latest("aangemaakt_op")
    return str(bericht.gegevens["verificatiecode"])


def _typ(reis: Reis, code: str) -> None:
    reis.pagina.locator("[name=code]").fill(code)
    reis.knop("Verder")
