"""A parent arranges four identity cards, and one child falls ill."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .boeken import eerste_plek, geen_hulp, kies_aantal, kies_product, kies_tijd, maak, vul_gegevens
from .reis import Reis


def test_een_ouder_regelt_vier_kaarten_en_haalt_een_ziek_kind_eruit(telefoon: Reis) -> None:
    kies_product(telefoon, "Identiteitskaart aanvragen")
    kies_aantal(telefoon, jong=2, tiener=1, volwassen=1)
    telefoon.ziet("4 personen")
    geen_hulp(telefoon)
    eerste_plek(telefoon)
    kies_tijd(telefoon)
    vul_gegevens(telefoon)
    telefoon.ziet("2 personen: 0 tot en met 11 jaar")
    code = maak(telefoon)
    weg = telefoon.pagina.get_by_role("link", name=re.compile("komt niet$"))
    expect(weg).to_have_count(4)
    telefoon.link(re.compile("komt niet$"))
    telefoon.knop("Ja, deze persoon komt niet")
    telefoon.ziet(code)
    expect(telefoon.pagina.get_by_role("link", name=re.compile("komt niet$"))).to_have_count(3)


def test_wie_geen_aantal_kiest_krijgt_een_zin(telefoon: Reis) -> None:
    kies_product(telefoon, "Identiteitskaart aanvragen")
    telefoon.knop("Verder")
    telefoon.ziet("Kies bij minstens 1 leeftijd hoeveel mensen er komen")
