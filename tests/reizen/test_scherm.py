"""The screen in the hall: paired with a code, shows and says who is called, keeps it without a network."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Scherm
from afspraken.rules.aanvraag import Gevraagd
from tests.bouwers import Kantoorscene, een_kantoor
from tests.schermbouwers import een_gekoppeld_scherm

from .inloggen import log_in
from .klok import BEGIN, Klok
from .podium import Bezoek as Bezoekfixture
from .reis import Reis
from .schermverhaal import TELEVISIE

STAAND = {"width": 1080, "height": 1920}
# Every word that is put on the clock of the sound: where in the file, and when.
LUISTER = """
window.gehoord = [];
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (when, offset, seconds) {
  window.gehoord.push([when, offset, seconds, Math.round(this.buffer.duration * 1000)]);
  return start.call(this, when, offset, seconds);
};
"""


@dataclass
class Hal:
    """An office that is open this Monday morning, with two people at work."""

    scene: Kantoorscene
    klok: Klok
    plekken: list[int]

    def roep(self, balie: int, *, taal: str = "nl") -> None:
        """Give somebody a number, and call that one."""
        nu = self.klok.now()
        kaart = bezoeker_inschrijven(
            bezoek_id=uuid4(),
            locatie=self.scene.locatie.code,
            producten=(Gevraagd(self.scene.product.code),),
            taal=taal,
            nu=nu,
            rol="host",
        )
        bezoeker_oproepen(werkplek_id=self.plekken[balie], bezoek_id=kaart.bezoek_id, nu=nu)


@pytest.fixture
def hal(stad: str, klok: Klok) -> Hal:
    scene = een_kantoor("wachtplein", medewerkers=2, balies=2, datum=BEGIN.date())
    plekken = [
        werkplek_openen(medewerker_id=wie.pk, balie_id=balie.pk, nu=klok.now())
        for wie, balie in zip(scene.medewerkers, scene.balies, strict=True)
    ]
    return Hal(scene, klok, plekken)


def hoort_dat_er_iets_is(reis: Reis) -> None:
    """What the live stream does at each new version of the queue; the streams have tests of their own."""
    reis.pagina.evaluate("document.body.dispatchEvent(new CustomEvent('wachtrij'))")


def met_scherm(bezoek: Bezoekfixture, hal: Hal, stad: str, *args: Any, **opties: Any) -> Reis:
    reis = bezoek(*(args or (TELEVISIE,)), **opties)
    token = een_gekoppeld_scherm(hal.scene, nu=BEGIN)
    reis.pagina.context.add_cookies([{"name": "scherm", "value": token, "url": stad}])
    return reis


def _token(reis: Reis) -> str:
    return next(koekje["value"] for koekje in reis.pagina.context.cookies() if koekje["name"] == "scherm")


def woorden(reis: Reis) -> list[str]:
    """What was put on the clock of the sound, word by word in order of time ("en:B"); no two at once."""
    stemmen = [_stem(taal) for taal in ("nl", "en")]
    gezegd, einde = [], 0.0
    for wanneer, waar, duur, lengte in reis.pagina.evaluate("window.gehoord"):
        assert wanneer >= einde - 0.001, "two at once"
        einde = wanneer + duur
        namen = next(namen for lang, namen in stemmen if abs(lang - lengte) < 100)
        gezegd.append(namen[round(waar, 3)])
    return gezegd


def _stem(taal: str) -> tuple[int, dict[float, str]]:
    """Return how long the file of a language is (milliseconds), and which word begins where."""
    tabel = json.loads(Path(str(finders.find(f"stem/{taal}.json"))).read_text())
    lengte = round(sum(duur for _, duur in tabel.values()) * 1000)
    return lengte, {round(begin, 3): f"{taal}:{naam}" for naam, (begin, _) in tabel.items()}


def tik_voor_geluid(reis: Reis) -> None:
    reis.pagina.get_by_role("button", name="Tik om het geluid aan te zetten").click()
    expect(reis.pagina.get_by_text("Geluid staat aan")).to_be_visible()
    reis.pagina.wait_for_function("() => window.gehoord.length === 1")
    assert woorden(reis) == ["nl:gong"]


def test_van_code_tot_stem(bezoek: Bezoekfixture, tablet: Reis, hal: Hal) -> None:
    log_in(tablet, "planner", pad="/beheer/schermen/")
    tablet.veld("Kantoor").select_option(label=hal.scene.locatie.naam)
    tablet.vul("Naam van het scherm", "Hal")
    tablet.knop("Maak het scherm")
    tablet.knop(re.compile("^Geef een code"))
    code = tablet.pagina.locator(".schermcode").inner_text()

    reis = bezoek(TELEVISIE)
    reis.pagina.context.add_init_script(LUISTER)
    reis.open("/scherm/")
    reis.vul("Code van dit scherm", "WRONG2")
    reis.knop("Koppel dit scherm")
    reis.ziet("Deze code werkt niet.")
    reis.vul("Code van dit scherm", code.lower())
    reis.knop("Koppel dit scherm")
    reis.kop("Nu aan de beurt")
    reis.ziet("Er is nu niemand opgeroepen.")

    # As after a power cut: the browser starts by itself, and nobody has touched it.
    reis.open("/scherm/")
    hal.roep(0)
    hoort_dat_er_iets_is(reis)
    groot = reis.pagina.locator(".oproep--groot")
    expect(groot).to_have_text(re.compile(r"B 1\s+balie\s+1"))
    assert woorden(reis) == [], "nobody has tapped"
    reis.toets()
    # A capital of 0.7 degrees from 8 m on a screen of 685 mm high (static/huisstijl/css/46_scherm.css).
    letter = groot.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
    assert letter * 0.714 / TELEVISIE["height"] >= 0.1426
    reis.toets()


def test_elke_oproep_klinkt_twee_keer_in_de_eigen_taal_en_nooit_nog_eens(
    bezoek: Bezoekfixture, hal: Hal, klok: Klok, stad: str
) -> None:
    reis = met_scherm(bezoek, hal, stad)
    reis.pagina.context.add_init_script(LUISTER)
    reis.open("/scherm/")
    tik_voor_geluid(reis)
    hal.roep(0)
    klok.vooruit(seconds=1)
    hal.roep(1, taal="en")
    hoort_dat_er_iets_is(reis)
    roep = reis.pagina.locator("[data-roep]")
    expect(roep).to_have_text("B 1, balie 1. B 2, balie 2.")
    reis.pagina.wait_for_function("() => window.gehoord.length >= 19", timeout=60_000)
    een, twee = ["nl:B", "nl:1", "nl:balie", "nl:1"], ["en:B", "en:2", "en:balie", "en:2"]
    assert woorden(reis) == ["nl:gong", "nl:gong", *een, *een, "en:gong", *twee, *twee]
    reis.open("/scherm/")
    tik_voor_geluid(reis)
    hoort_dat_er_iets_is(reis)
    expect(reis.pagina.locator(".oproep--groot")).to_have_count(2)
    expect(roep).to_be_empty()
    assert woorden(reis) == ["nl:gong"]


def test_zonder_verbinding_blijft_de_stand_staan_en_daarna_haalt_het_scherm_in(
    bezoek: Bezoekfixture, hal: Hal, stad: str
) -> None:
    reis = met_scherm(bezoek, hal, stad, STAAND)
    hal.roep(0)
    reis.open("/scherm/")
    reis.ziet(re.compile(r"B 1\s+balie"))
    reis.pagina.context.set_offline(True)
    hoort_dat_er_iets_is(reis)
    reis.ziet("Geen verbinding. U ziet de stand van")
    reis.ziet(re.compile(r"B 1\s+balie"))
    reis.toets()
    hal.roep(1)
    reis.pagina.context.set_offline(False)
    reis.ziet(re.compile(r"B 2\s+balie"))
    reis.ziet_niet("Geen verbinding")
    fouten = {fout.split(",")[0] for fout in reis.bewaking.fouten}
    assert fouten <= {"console: htmx:sendError", "console: htmx:afterRequest"}, fouten
    reis.bewaking.fouten.clear()


def test_intrekken_maakt_het_scherm_zwart(bezoek: Bezoekfixture, tablet: Reis, hal: Hal, stad: str) -> None:
    reis = met_scherm(bezoek, hal, stad)
    hal.roep(0)
    reis.open("/scherm/")
    reis.ziet(re.compile(r"B 1\s+balie"))
    zonder = bezoek(java_script_enabled=False)
    zonder.pagina.context.add_cookies([{"name": "scherm", "value": _token(reis), "url": stad}])
    zonder.open("/scherm/")
    zonder.ziet("Dit scherm heeft geen geluid.")
    log_in(tablet, "planner", pad=f"/beheer/schermen/{Scherm.objects.get().id}/intrekken/")
    tablet.knop("Trek het scherm in")
    hoort_dat_er_iets_is(reis)
    reis.kop("Dit scherm is niet meer verbonden")
    reis.ziet_niet("B 1")
    zonder.pagina.reload()
    zonder.kop("Dit scherm is niet meer verbonden")
