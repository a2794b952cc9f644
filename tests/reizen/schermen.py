"""Make the pictures of docs/schermen: every step, on a phone and on a desk, with the neutral theme.

A server of its own with a fresh demo city, and a fixed clock: the same pictures each time.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

WORTEL = Path(__file__).resolve().parent.parent.parent
DOEL = WORTEL / "docs" / "schermen"
TELEFOON = {"width": 390, "height": 844}
BUREAU = {"width": 1280, "height": 900}


def main() -> int:
    """Make them all."""
    with tempfile.TemporaryDirectory() as map_:
        _zet_op(Path(map_))
        with _server() as adres:
            _maak_alles(adres)
    print(f"{sum(1 for _ in DOEL.rglob('*.png'))} schermen in {DOEL.relative_to(WORTEL)}")
    return 0


def _zet_op(map_: Path) -> None:
    """Point the settings at a database of our own before Django reads them."""
    os.environ |= {
        "AFSPRAKEN_DEMO": "1",
        "HUISSTIJL": "neutraal",
        "DATABASE_URL": f"sqlite:///{map_ / 'schermen.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "afspraken.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
    }
    sys.path.insert(0, str(WORTEL))
    import django

    django.setup()


@contextmanager
def _server() -> Iterator[str]:
    """Serve the demo city, its clock standing at the begin of the journeys."""
    from django.core.management import call_command
    from django.test.testcases import LiveServerThread, _StaticFilesHandler

    from afspraken.demo.laden import demo_laden
    from afspraken.web import middleware
    from tests.reizen.klok import BEGIN, Klok

    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("createcachetable")
    demo_laden(nu=BEGIN)
    middleware.datetime = Klok()  # type: ignore[attr-defined]
    server = LiveServerThread("localhost", _StaticFilesHandler)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://localhost:{server.port}"
    server.terminate()


def _maak_alles(adres: str) -> None:
    from playwright.sync_api import sync_playwright

    from tests.reizen.podium import VLAGGEN, chromium

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=VLAGGEN)
        for naam, scherm in (("telefoon", TELEFOON), ("bureau", BUREAU)):
            for verhaal in (inwoner, met_hulp, gezin, kan_niet):
                _vertel(browser, adres, naam, scherm, verhaal)
        _vertel(browser, adres, "bureau", BUREAU, medewerkers)
        browser.close()


def _vertel(browser, adres: str, naam: str, scherm: dict[str, int], verhaal: Callable) -> None:
    """Tell one story in a browser of its own; its pictures are numbered from its own ten."""
    from tests.reizen.klok import BEGIN
    from tests.reizen.reis import Reis

    context = browser.new_context(viewport=scherm, locale="nl-NL", reduced_motion="reduce")
    context.set_default_timeout(15_000)
    context.clock.set_fixed_time(BEGIN)
    reis = Reis(context.new_page(), adres, met_script=True, keurt=False)
    map_ = DOEL / naam
    map_.mkdir(parents=True, exist_ok=True)

    def foto(titel: str) -> None:
        reis.pagina.evaluate("document.activeElement?.blur?.(); window.scrollTo(0, 0)")
        reis.pagina.screenshot(path=map_ / f"{titel}.png", full_page=True, animations="disabled")

    verhaal(reis, foto)
    reis.klaar()
    context.close()


def inwoner(reis, foto) -> None:
    """A passport, without help, from the first page to the confirmation."""
    from tests.reizen.boeken import kies_dag, kies_tijd

    reis.open("/")
    foto("01_begin")
    reis.knop("Begin in het Nederlands")
    foto("02_wat")
    reis.open("/wat/?zoek=pas")
    foto("03_zoeken")
    reis.link(re.compile("^Paspoort aanvragen"))
    foto("04_uitleg")
    reis.knop("Maak een afspraak")
    foto("05_voor_wie")
    reis.veld("18 jaar of ouder").select_option("1")
    reis.knop("Verder")
    foto("06_hulp")
    reis.kies("Nee")
    reis.knop("Verder")
    foto("08_waar")
    reis.knop("Kies Stadhuis Spui (Centrum)")
    kies_dag(reis, nummer=3)
    reis.pagina.locator("#tijden").get_by_role("radio").nth(3).check(force=True)
    foto("09_wanneer")
    kies_tijd(reis, nummer=3)
    foto("10_gegevens")
    reis.vul("Telefoonnummer", "06 1234")
    reis.knop("Controleer uw afspraak")
    foto("11_fouten")
    reis.vul("Achternaam", "De Wit")
    reis.vul("Telefoonnummer", "06 1234 5678")
    reis.knop("Controleer uw afspraak")
    foto("12_controle")
    reis.knop("Maak de afspraak")
    foto("13_bevestigd")
    reis.link(re.compile("^Kies een andere tijd"))
    foto("21_andere_dag")
    reis.pagina.locator("ul.keuzes a.keuze").nth(2).click()
    reis.kop("Kies een andere tijd")
    foto("22_andere_tijd")
    reis.pagina.get_by_role("radio").nth(4).check(force=True)
    reis.knop("Verzet de afspraak")
    foto("23_verzet")
    reis.link(re.compile("^Zeg de afspraak af"))
    foto("24_afzeggen")
    reis.knop("Zeg de afspraak af")
    foto("25_afgezegd")


def met_hulp(reis, foto) -> None:
    """A sign language interpreter and a low counter."""
    from tests.reizen.boeken import kies_aantal, kies_product, kies_tijd

    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    reis.kies("Ja")
    reis.knop("Verder")
    reis.kies(re.compile("^Ik gebruik een rolstoel"))
    reis.kies(re.compile("^Ik wil een tolk gebarentaal"))
    reis.kies(re.compile("^Ja, de gemeente mag dit bewaren"))
    foto("07_wat_nodig")
    reis.knop("Verder")
    foto("14_waar_met_hulp")
    reis.knop("Kies de eerste vrije plek")
    foto("15_wanneer_met_hulp")
    kies_tijd(reis)
    reis.vul("Achternaam", "Aydin")
    reis.vul("E-mailadres", "aydin@voorbeeld.nl")
    reis.knop("Controleer uw afspraak")
    foto("16_controle_met_hulp")
    reis.knop("Maak de afspraak")
    reis.link(re.compile("^Bekijk wat wij regelen"))
    foto("26_hulp_na_code")
    reis.knop("Stuur mij een code")
    foto("27_code")


def gezin(reis, foto) -> None:
    """Four identity cards, one child less."""
    from tests.reizen.boeken import eerste_plek, geen_hulp, kies_aantal, kies_product, kies_tijd

    kies_product(reis, "Identiteitskaart aanvragen")
    kies_aantal(reis, jong=2, tiener=1, volwassen=1)
    geen_hulp(reis)
    eerste_plek(reis)
    kies_tijd(reis, nummer=2)
    reis.vul("Achternaam", "Bakker")
    reis.vul("Telefoonnummer", "06 8765 4321")
    reis.knop("Controleer uw afspraak")
    foto("17_controle_gezin")
    reis.knop("Maak de afspraak")
    foto("18_bevestigd_gezin")
    reis.link(re.compile("komt niet$"))
    foto("28_persoon_komt_niet")


def kan_niet(reis, foto) -> None:
    """What needs no appointment, nothing that fits, and a dead link."""
    from tests.reizen.boeken import eerste_plek, geen_hulp, kies_aantal, kies_product

    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    geen_hulp(reis)
    eerste_plek(reis)
    reis.link("Er is geen moment dat past")
    foto("19_geen_moment")
    reis.open("/wat/parkeervergunning/")
    foto("20_zonder_afspraak")
    reis.open("/a/AAAAAAAAAAAAAAAAAAAAAA/")
    foto("29_link_werkt_niet")
    reis.open("/toegankelijkheid/")
    foto("30_toegankelijkheid")
    reis.open("/privacy/")
    foto("31_privacy")
    reis.open("/")
    reis.knop("English")
    foto("32_english")


def medewerkers(reis, foto) -> None:
    """The phone agent and the planner."""
    from tests.reizen.inloggen import log_in

    reis.open("/telefoon/")
    foto("40_inloggen")
    log_in(reis, "planner")
    foto("41_zoeken")
    reis.knop(re.compile("Nieuwe afspraak"))
    reis.veld("Kies een product").select_option(label="Paspoort aanvragen")
    reis.knop("Bekijk en voeg toe")
    foto("42_product")
    reis.vul("18 jaar of ouder", "1")
    reis.knop("Voeg toe")
    reis.kies("Nee")
    foto("43_nieuwe_afspraak")
    reis.knop("Verder: kies een tijd")
    reis.link(re.compile("^Kies Stadhuis Spui"))
    foto("44_waar_en_wanneer")
    reis.knop(re.compile(r"^Kies \d\d:\d\d"))
    reis.vul("Achternaam", "Van Dijk")
    reis.kies("Op papier")
    reis.vul("Telefoonnummer", "070 353 3000")
    foto("45_wie")
    reis.knop("Verder: lees het voor")
    foto("46_voorlezen")
    reis.knop("Maak de afspraak")
    foto("47_brief")
    reis.link("Naar de afspraak")
    foto("48_afspraak")
    reis.open("/telefoon/?tekst=Bakker")
    foto("49_gevonden")
    reis.open("/beheer/te-regelen/")
    foto("51_te_regelen")
    reis.open("/beheer/afmelden/")
    foto("52_afmelden")
    keuze = reis.pagina.locator("[name=medewerker]")
    keuze.select_option(index=1)
    for veld in ("van", "tot_en_met"):
        for nummer, deel in enumerate((2, 11, 2026)):
            reis.pagina.locator(f"[name={veld}_{nummer}]").fill(str(deel))
    reis.pagina.locator("[name=reden]").select_option("verlof")
    reis.knop(re.compile("^Meld de medewerker af"))
    foto("53_afgemeld")
    reis.open("/beheer/knelpunten/")
    foto("54_knelpunten")
    reis.open("/beheer/berichten/")
    foto("55_berichten")
    reis.open("/beheer/")
    foto("50_begin")


if __name__ == "__main__":
    sys.exit(main())
