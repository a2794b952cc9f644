"""The pages that change an appointment, in a real browser; each page is judged by axe."""

from __future__ import annotations

import re

import pytest

from afspraken.models import Afspraak
from tests.reizen.boeken import (
    boek,
    eerste_plek,
    geen_hulp,
    kies_aantal,
    kies_product,
    kies_tijd,
    maak,
    vul_gegevens,
)
from tests.reizen.inloggen import log_in
from tests.reizen.podium import bezoek, browser, klok, stad, tablet, telefoon
from tests.reizen.reis import Reis

__all__ = ["bezoek", "browser", "klok", "stad", "tablet", "telefoon"]
pytestmark = pytest.mark.reis


def test_de_telefonist_haalt_iemand_weg_en_regelt_hulp(telefoon: Reis, tablet: Reis) -> None:
    afspraak = Afspraak.objects.get(code=_boek_voor_twee(telefoon))
    log_in(tablet, "telefonist", pad=f"/telefoon/afspraak/{afspraak.id}/")
    tablet.link("Iemand komt niet")
    tablet.knop("Deze persoon komt niet")
    tablet.ziet("Kies wie er niet komt")
    tablet.kies(re.compile("^Persoon 1"))
    tablet.knop("Deze persoon komt niet")
    tablet.ziet("Deze persoon komt niet meer mee")
    tablet.link("Hulp bij het bezoek")
    tablet.ziet("U ziet niet wat er eerder is gevraagd")
    tablet.kies(re.compile("^Ik gebruik een rolstoel"))
    tablet.knop("Bewaar")
    tablet.ziet("Vraag om toestemming en zet een vinkje")
    tablet.kies(re.compile("^De inwoner zei: ja"))
    tablet.knop("Bewaar")
    tablet.ziet("Wij regelen wat de inwoner nu heeft gevraagd")
    tablet.ziet("lage balie")
    tablet.link("Hulp bij het bezoek")
    tablet.knop("Wis wat er is gevraagd")
    tablet.ziet("Wij bewaren niets meer over hulp")
    tablet.ziet_niet("lage balie")


def test_wie_alleen_komt_kan_alleen_afzeggen(telefoon: Reis, tablet: Reis) -> None:
    afspraak = Afspraak.objects.get(code=boek(telefoon))
    log_in(tablet, "telefonist", pad=f"/telefoon/afspraak/{afspraak.id}/persoon-weghalen/")
    tablet.link("Afzeggen")
    tablet.kies("De inwoner")
    tablet.knop("Zeg de afspraak af")
    tablet.open(f"/telefoon/afspraak/{afspraak.id}/hulp/")
    tablet.ziet("Deze afspraak kunt u niet meer veranderen")
    tablet.knop("Wis wat er is gevraagd")
    tablet.ziet("Afspraak afgezegd")


def _boek_voor_twee(reis: Reis) -> str:
    kies_product(reis)
    kies_aantal(reis, jong=1, volwassen=1)
    geen_hulp(reis)
    eerste_plek(reis)
    kies_tijd(reis)
    vul_gegevens(reis)
    return maak(reis)
