"""A whole booking with Tab, arrows, Space and Enter; where the focus is, can be seen."""

from __future__ import annotations

from afspraken.models import Afspraak

from .boeken import code, staande_afspraak
from .inloggen import log_in
from .klok import Klok
from .reis import Reis
from .toetsenbord import druk, naar, naar_veld, waar


def test_boeken_met_alleen_het_toetsenbord(telefoon: Reis) -> None:
    telefoon.open("/")
    telefoon.pagina.keyboard.press("Tab")
    assert waar(telefoon) == "Ga naar de inhoud"
    druk(telefoon, "Begin in het Nederlands")
    druk(telefoon, "Paspoort aanvragen")
    druk(telefoon, "Maak een afspraak")
    naar(telefoon, "18 jaar of ouder")
    telefoon.pagina.keyboard.type("1")
    druk(telefoon, "Verder")
    naar(telefoon, "Ja")
    telefoon.pagina.keyboard.press("ArrowDown")
    druk(telefoon, "Verder")
    druk(telefoon, "Kies de eerste vrije plek")
    naar_veld(telefoon, "begin")
    telefoon.pagina.keyboard.press("Space")
    druk(telefoon, "Verder")
    naar(telefoon, "Achternaam")
    telefoon.pagina.keyboard.type("De Wit")
    naar(telefoon, "Telefoonnummer")
    telefoon.pagina.keyboard.type("06 12345678")
    druk(telefoon, "Controleer uw afspraak")
    telefoon.kop("Klopt alles?")
    druk(telefoon, "Maak de afspraak")
    assert code(telefoon)


def test_de_telefonist_verzet_met_alleen_het_toetsenbord(tablet: Reis, klok: Klok) -> None:
    gemaakt = staande_afspraak(nu=klok.now())
    log_in(tablet, "telefonist")
    eerst = Afspraak.objects.get(code=gemaakt).begin
    naar(tablet, "Naam, afspraakcode")
    tablet.pagina.keyboard.type(gemaakt)
    druk(tablet, "Zoek")
    druk(tablet, "Bekijk")
    druk(tablet, "Andere tijd")
    druk(tablet, r"wo .* tijden vrij$")
    druk(tablet, "Verzet naar")
    tablet.ziet("De afspraak heeft een nieuwe tijd")
    assert Afspraak.objects.get(code=gemaakt).begin > eerst
