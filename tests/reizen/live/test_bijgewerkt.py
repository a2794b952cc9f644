"""Pages that live: what happens in the office is on tablet and phone at once, and a lost line is said."""

from __future__ import annotations

import re
from uuid import uuid4

from playwright.sync_api import expect

from afspraken.actions.bezoeker_inschrijven import Ingeschreven, bezoeker_inschrijven
from afspraken.actions.bezoeker_wegsturen import bezoeker_wegsturen
from afspraken.models import Bezoek
from afspraken.rules.aanvraag import Gevraagd
from tests.reizen.inloggen import log_in
from tests.reizen.klok import BEGIN
from tests.reizen.reis import Reis
from tests.reizen.uvicorn import Deelklok
from tests.storing.serverproces import Server, wacht_op_antwoord

KANTOOR = "dh-spui"
WEG = re.compile(r"Geen verbinding. U ziet de stand van 10.0\d uur.")
NETFOUT = re.compile(r"^console: htmx:(afterRequest|sendError|timeout)")
MISLUKT = "Er is geen verbinding. Deze knop is niet gelukt. Probeer het zo nog eens."


def schrijf_in() -> Ingeschreven:
    """Give somebody a number."""
    return bezoeker_inschrijven(
        bezoek_id=uuid4(), locatie=KANTOOR, producten=(Gevraagd("paspoort"),), nu=BEGIN, rol="host"
    )


def stuur_weg(wie: Ingeschreven) -> None:
    """End the visit."""
    bezoeker_wegsturen(bezoek_id=wie.bezoek_id, reden="geen_plek", nu=BEGIN, rol="host")


def vergeef_het_net(*reizen: Reis) -> None:
    """The browser and htmx report a broken line on the console: here it was broken on purpose."""
    for reis in reizen:
        reis.bewaking.fouten[:] = [fout for fout in reis.bewaking.fouten if not NETFOUT.search(fout)]


def test_wie_binnenkomt_staat_vanzelf_op_de_tablet_en_op_de_telefoon(tablet: Reis, telefoon: Reis) -> None:
    eerste = schrijf_in()
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/")
    telefoon.open(f"/a/{eerste.link}/bezoek/")
    tablet.ziet("B 1")
    schrijf_in()
    tablet.ziet("B 2")
    stuur_weg(eerste)
    telefoon.ziet("Dit nummer wacht niet meer.")
    telefoon.ziet_niet("Geen verbinding")


def test_een_server_die_omvalt_wordt_gezegd_en_daarna_loopt_alles_vanzelf_door(
    tablet: Reis, telefoon: Reis, uvicorn: Server
) -> None:
    eerste = schrijf_in()
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/")
    telefoon.open(f"/a/{eerste.link}/bezoek/")
    uvicorn.schiet_af()
    tablet.ziet(WEG)
    telefoon.ziet(WEG)
    tablet.pagina.get_by_role("button", name=re.compile("Terugdraaien")).first.click()
    tablet.ziet(MISLUKT)
    tablet.kop("Wie komt er nu?")
    stuur_weg(eerste)
    schrijf_in()
    uvicorn.start()
    wacht_op_antwoord(uvicorn)
    tablet.ziet("B 2")
    telefoon.ziet("Dit nummer wacht niet meer.")
    tablet.ziet_niet("Geen verbinding")
    telefoon.ziet_niet("Geen verbinding")
    vergeef_het_net(tablet, telefoon)


def test_twee_minuten_zonder_netwerk_raakt_niets_kwijt_en_doet_niets_dubbel(
    tablet: Reis, klok: Deelklok
) -> None:
    eerste = schrijf_in()
    log_in(tablet, "host", pad=f"/ontvangst/{KANTOOR}/")
    tablet.ziet("B 1")
    tablet.pagina.context.set_offline(True)
    tablet.ziet(WEG)
    tablet.toets()
    knop = tablet.pagina.get_by_role("button", name=re.compile("Terugdraaien B 1"))
    knop.click()
    tablet.ziet(MISLUKT)
    tablet.vul("Zoek op naam", "De Wit")
    tablet.veld("Zoek op naam").press("Enter")
    klok.vooruit(minutes=2)
    schrijf_in()
    tablet.ziet_niet("B 2")
    expect(tablet.veld("Zoek op naam")).to_have_value("De Wit")
    assert Bezoek.objects.get(id=eerste.bezoek_id).status == "wachtend"
    tablet.pagina.context.set_offline(False)
    tablet.ziet("B 2")
    tablet.ziet_niet("Geen verbinding")
    tablet.ziet_niet(MISLUKT)
    expect(tablet.veld("Zoek op naam")).to_have_value("De Wit")
    knop.click()
    expect(knop).to_have_count(0)
    tablet.ziet("B 2")
    assert Bezoek.objects.filter(status="wachtend").count() == 1
    vergeef_het_net(tablet)
