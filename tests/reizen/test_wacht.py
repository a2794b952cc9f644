"""Waiting with the own phone: when, who is before me, which counter; and a look before leaving home."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from afspraken.actions.bezoeker_inschrijven import Ingeschreven, bezoeker_inschrijven
from afspraken.actions.bezoeker_opnieuw_oproepen import bezoeker_opnieuw_oproepen
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Bezoek
from afspraken.rules.aanvraag import Gevraagd
from afspraken.werk.verwachten import Verwachter
from locaties.models import Openingstijd
from tests.bouwers import Kantoorscene, een_kantoor

from .inloggen import log_in
from .klok import BEGIN, Klok
from .reis import Reis

# What the phone did: shaken, and tones that were put on the clock.
MERK_OP = """
window.getrild = 0; window.tonen = 0;
navigator.vibrate = () => { window.getrild += 1; return true; };
const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...wat) { window.tonen += 1; return start.apply(this, wat); };
"""


@dataclass
class Hal:
    """One balie of an office that is open this morning, and a worker that forecasts."""

    scene: Kantoorscene
    klok: Klok
    verwachter: Verwachter
    plek: int
    binnen: list[Ingeschreven] = field(default_factory=list)

    def komt(self) -> Ingeschreven:
        """Somebody walks in, and the worker looks."""
        wie = bezoeker_inschrijven(
            bezoek_id=uuid4(),
            locatie=self.scene.locatie.code,
            producten=(Gevraagd(self.scene.product.code),),
            nu=self.klok.now(),
            rol="host",
        )
        self.klok.vooruit(seconds=6)
        assert self.verwachter.ronde() == 1
        return wie

    def roep(self, wie: Ingeschreven) -> None:
        """Call this one to the balie, free again if need be."""
        Bezoek.objects.filter(balie=self.scene.balies[0]).update(status="afgerond")
        bezoeker_oproepen(werkplek_id=self.plek, bezoek_id=wie.bezoek_id, nu=self.klok.now())


@pytest.fixture
def hal(stad: str, klok: Klok) -> Hal:
    scene = een_kantoor("wachtplein", datum=BEGIN.date())
    Openingstijd.objects.filter(locatie=scene.locatie).update(soort="beide")
    plek = werkplek_openen(medewerker_id=scene.medewerkers[0].pk, balie_id=scene.balies[0].pk, nu=klok.now())
    return Hal(scene, klok, Verwachter(wie="reis", klok=klok.now), plek)


def hoort_dat_er_iets_is(reis: Reis) -> None:
    """What the live stream does at each new version of the queue; the streams have tests of their own."""
    reis.pagina.evaluate("document.body.dispatchEvent(new CustomEvent('wachtrij'))")


def heeft_getrild(reis: Reis, keer: int) -> bool:
    """Whether the phone shook so often; it does so a blink after the words stand there."""
    for _ in range(50):
        if reis.pagina.evaluate("window.getrild") == keer:
            return True
        reis.pagina.wait_for_timeout(50)
    return False


def test_wachten_met_de_telefoon_tot_de_balie_roept(telefoon: Reis, hal: Hal) -> None:
    hal.roep(hal.komt())
    wie = hal.komt()
    telefoon.pagina.add_init_script(MERK_OP)
    telefoon.open(f"/a/{wie.link}/bezoek/")
    telefoon.kop("B 2")
    telefoon.ziet("Wij verwachten u te roepen tussen 10.")
    telefoon.ziet("Er is niemand voor u.")
    telefoon.pagina.get_by_role("button", name="Zet geluid aan").click()
    expect(telefoon.pagina.get_by_role("button", name="Zet geluid uit")).to_be_visible()
    hal.roep(wie)
    hoort_dat_er_iets_is(telefoon)
    telefoon.ziet("Kom naar balie 1.")
    expect(telefoon.pagina).to_have_title("B 2: kom naar balie 1")
    expect(telefoon.pagina.locator("#nieuws")).to_have_text("Kom naar balie 1.")
    telefoon.toets()
    assert heeft_getrild(telefoon, 1)
    assert telefoon.pagina.evaluate("window.tonen") == 2 + 6
    bezoeker_opnieuw_oproepen(werkplek_id=hal.plek, bezoek_id=wie.bezoek_id, nu=hal.klok.now())
    hoort_dat_er_iets_is(telefoon)
    expect(telefoon.pagina.locator("#stand[data-keer='2']")).to_be_visible()
    assert heeft_getrild(telefoon, 2)


def test_zonder_script_staat_er_hetzelfde_na_een_klik(zonder_javascript: Reis, hal: Hal) -> None:
    hal.roep(hal.komt())
    wie = hal.komt()
    zonder_javascript.open("/drukte/wachtplein/")
    zonder_javascript.ziet("Komt u nu zonder afspraak?")
    zonder_javascript.open(f"/a/{wie.link}/bezoek/")
    zonder_javascript.ziet("Wij verwachten u te roepen tussen 10.")
    expect(zonder_javascript.pagina.get_by_role("button", name="Zet geluid aan")).to_be_hidden()
    hal.roep(wie)
    zonder_javascript.link("Kijk of er iets is veranderd")
    zonder_javascript.ziet("Kom naar balie 1.")


def test_voor_wie_er_geen_collega_is_weten_bezoeker_en_host_het(
    telefoon: Reis, tablet: Reis, hal: Hal
) -> None:
    hal.scene.medewerkers[0].producten.clear()
    wie = hal.komt()
    telefoon.open(f"/a/{wie.link}/bezoek/")
    telefoon.ziet("Er is nu geen collega die u kan helpen. Vraag de medewerker bij de ingang.")
    telefoon.open("/drukte/")
    telefoon.ziet("Nu geen collega voor mensen zonder afspraak")
    log_in(tablet, "planner", pad="/ontvangst/wachtplein/")
    tablet.ziet("Er is nu geen collega voor B 1.")
    hal.scene.medewerkers[0].producten.add(hal.scene.product)
    hal.klok.vooruit(minutes=1)
    hal.verwachter.ronde()
    hoort_dat_er_iets_is(tablet)
    tablet.ziet_niet("Er is nu geen collega voor B 1.")
    tablet.open("/beheer/wachttijden/")
    tablet.ziet("Nog geen bezoeken")
