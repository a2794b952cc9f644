"""The host's tablet in pictures: a line at the door, who is fetched, without appointment, the lock."""

from __future__ import annotations

import re

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.actions.bezoeker_halen_vragen import bezoeker_halen_vragen
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.demo.gebruikers import WACHTWOORD
from afspraken.models import Afspraak, Bezoek

from .gasten import KANTOOR, boek
from .inloggen import log_in
from .klok import BEGIN
from .reis import Reis
from .verhalen import Foto

PINCODE = "804216"
LIJST = f"/ontvangst/{KANTOOR}/"


def _gasten() -> None:
    """Late, expected, fetched, outside."""
    boek("De Wit", "06 11111110", om="09:45")
    boek("Voorbeeld", "06 11111111", "rolstoel", om="10:20")
    boek("Baksh", "06 11111112", "ringleiding", om="10:20")
    blind = boek("Van Dam", "06 11111113", "zien", om="10:10")
    boek("Yilmaz", "06 11111114", om="10:10")
    buiten = boek("Jansen", "06 11111115", om="10:15")
    bezoeker_halen_vragen(afspraak_id=buiten.afspraak_id, nu=BEGIN)
    bezoeker_aanmelden(afspraak_id=blind.afspraak_id, nu=BEGIN, rol="host")
    deel = Afspraak.objects.get(id=blind.afspraak_id).delen.get()
    assert deel.medewerker_id
    assert deel.balie_id
    plek = werkplek_openen(medewerker_id=deel.medewerker_id, balie_id=deel.balie_id, nu=BEGIN)
    bezoek = Bezoek.objects.get(afspraak_id=blind.afspraak_id)
    bezoeker_oproepen(werkplek_id=plek, bezoek_id=bezoek.id, nu=BEGIN)


def host(reis: Reis, foto: Foto) -> None:
    """From the list to the lock."""
    _gasten()
    log_in(reis, "host", pad="/ontvangst/")
    foto("60_wie_komt_er_nu")
    reis.knop(re.compile("^Ik ga erheen"))
    reis.knop(re.compile("^Aanwezig Yilmaz"))
    foto("61_aanwezig")
    reis.knop(re.compile("^Gehaald"))
    foto("62_gehaald")
    reis.open(f"{LIJST}scannen/")
    foto("63_scannen")
    reis.open(f"{LIJST}zonder-afspraak/")
    foto("64_zonder_afspraak")
    reis.link(re.compile("^Paspoort aanvragen"))
    foto("65_wat_regelen_wij")
    reis.knop("Geef een nummer")
    foto("66_nummer")
    reis.open(f"{LIJST}daglijst/")
    foto("67_daglijst")
    reis.open("/ontvangst/pincode/")
    reis.vul("Wachtwoord", WACHTWOORD)
    reis.knop("Verder")
    foto("68_pincode")
    reis.vul("Nieuwe pincode", PINCODE)
    reis.vul("Nog een keer", PINCODE)
    reis.knop("Stel de pincode in")
    reis.open(LIJST)
    reis.knop("Zet op slot")
    foto("69_op_slot")
