"""The stories behind the pictures: who does what, and where a picture is taken."""

from __future__ import annotations

import re
from collections.abc import Callable

from afspraken.models import Afspraak

from .boeken import eerste_plek, geen_hulp, kies_aantal, kies_dag, kies_product, kies_tijd
from .inloggen import log_in
from .reis import Reis

Foto = Callable[[str], None]


def inwoner(reis: Reis, foto: Foto) -> None:
    """A passport, without help, from the first page to the confirmation."""
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


def met_hulp(reis: Reis, foto: Foto) -> None:
    """A sign language interpreter and a low counter."""
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
    kies_dag(reis, nummer=-1)
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


def gezin(reis: Reis, foto: Foto) -> None:
    """Four identity cards, one child less."""
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


def kan_niet(reis: Reis, foto: Foto) -> None:
    """What needs no appointment, nothing that fits, and a dead link."""
    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    geen_hulp(reis)
    eerste_plek(reis)
    reis.link("Er is geen moment dat past")
    foto("19_geen_moment")
    reis.open("/wat/reisdocument_afhalen/")
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


def medewerkers(reis: Reis, foto: Foto) -> None:
    """The phone agent and the planner."""
    reis.open("/telefoon/")
    foto("40_inloggen")
    log_in(reis, "planner")
    foto("41_zoeken")
    _aan_de_telefoon(reis, foto)
    _iemand_valt_uit(reis, foto)
    reis.open("/beheer/berichten/")
    foto("55_berichten")
    reis.open("/beheer/")
    foto("50_begin")


def _aan_de_telefoon(reis: Reis, foto: Foto) -> None:
    """Book for a caller, on paper, and find an appointment."""
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
    reis.knop("Kies 13:30")
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
    reis.open("/telefoon/")
    reis.vul("Naam, afspraakcode", "Bakker")
    reis.knop("Zoek")
    foto("49_gevonden")


def _iemand_valt_uit(reis: Reis, foto: Foto) -> None:
    """What must be arranged, and who must be called when an employee is away."""
    reis.open("/beheer/te-regelen/")
    foto("51_te_regelen")
    reis.open("/beheer/afmelden/")
    foto("52_afmelden")
    wie = Afspraak.objects.get(contacten__achternaam="Van Dijk").delen.get().medewerker_id
    reis.pagina.locator("[name=medewerker]").select_option(value=str(wie))
    for veld in ("van", "tot_en_met"):
        for nummer, deel in enumerate((2, 11, 2026)):
            reis.pagina.locator(f"[name={veld}_{nummer}]").fill(str(deel))
    reis.pagina.locator("[name=reden]").select_option("verlof")
    reis.knop(re.compile("^Meld de medewerker af"))
    foto("53_afgemeld")
    reis.open("/beheer/knelpunten/")
    foto("54_knelpunten")
