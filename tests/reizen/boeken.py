"""The steps of a booking as a citizen takes them; a journey calls those it is not about."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from uuid import uuid4

from playwright.sync_api import expect

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.stappen.weigeringen import TijdBezet
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import vrije_tijden
from afspraken.rules.aanvraag import Gevraagd

from .reis import Reis

LEEFTIJDEN = {
    "jong": "0 tot en met 11 jaar",
    "tiener": "12 tot en met 17 jaar",
    "volwassen": "18 jaar of ouder",
}


def kies_product(reis: Reis, naam: str = "Paspoort aanvragen") -> None:
    """From the first page to the end of the explanation."""
    reis.open("/")
    reis.knop("Begin in het Nederlands")
    reis.link(re.compile(rf"^{naam}"))
    reis.kop(naam)
    reis.knop("Maak een afspraak")


def kies_aantal(reis: Reis, **per_groep: int) -> None:
    """Say how many people of each age: ``jong``, ``tiener``, ``volwassen``."""
    for groep, aantal in per_groep.items():
        reis.veld(LEEFTIJDEN[groep]).select_option(str(aantal))
    reis.knop("Verder")


def geen_hulp(reis: Reis) -> None:
    """No help needed."""
    reis.kies("Nee")
    reis.knop("Verder")


def eerste_plek(reis: Reis) -> None:
    """The first free place anywhere."""
    reis.kop("Kies een kantoor")
    reis.knop("Kies de eerste vrije plek")
    reis.kop("Kies een moment")


def kies_tijd(reis: Reis, *, nummer: int = 0) -> str:
    """Choose one of the times on the page; return how it reads."""
    tijd = reis.pagina.locator("#tijden").get_by_role("radio").nth(nummer)
    tijd.check(force=True)
    gekozen = tijd.evaluate("veld => veld.labels[0].innerText") if reis.met_script else ""
    reis.knop("Verder")
    return str(gekozen).strip()


def vul_gegevens(reis: Reis, *, naam: str = "De Wit", telefoon: str = "06 12345678", email: str = "") -> None:
    """Surname and how to reach."""
    reis.kop("Uw gegevens")
    reis.vul("Achternaam", naam)
    reis.vul("Telefoonnummer", telefoon)
    reis.vul("E-mailadres", email)
    reis.knop("Controleer uw afspraak")


def maak(reis: Reis) -> str:
    """Press the last button; return the code of the appointment."""
    reis.kop("Klopt alles?")
    reis.knop("Maak de afspraak")
    return code(reis)


def code(reis: Reis) -> str:
    """Return the code on the page."""
    gevonden = re.search(r"\b[A-Z0-9]{3}[- ]?[A-Z0-9]{3}\b", reis.pagina.locator("main").inner_text())
    assert gevonden, reis.pagina.locator("main").inner_text()
    return gevonden[0]


def tot_tijd(reis: Reis) -> None:
    """Everything before the time: a passport for one adult without help."""
    kies_product(reis)
    kies_aantal(reis, volwassen=1)
    geen_hulp(reis)
    eerste_plek(reis)


def boek(reis: Reis, **gegevens: str) -> str:
    """Book a passport for one adult; return the code."""
    tot_tijd(reis)
    kies_tijd(reis)
    vul_gegevens(reis, **gegevens)
    return maak(reis)


def kies_dag(reis: Reis, *, nummer: int) -> str:
    """Choose one of the days (-1 is the last); its times come by themselves. Return the date."""
    dag = reis.pagina.locator("input[type=radio][name=dag]").nth(nummer)
    datum = str(dag.get_attribute("value"))
    dag.check(force=True)
    expect(reis.pagina.locator("#tijden input[name=begin]").first).to_have_value(re.compile(f"^{datum}"))
    reis.toets()
    return datum


def kies_hulp(reis: Reis, *behoeften: str) -> None:
    """Help is needed: choose these and agree that it is kept."""
    reis.kies("Ja")
    reis.knop("Verder")
    for behoefte in behoeften:
        reis.kies(re.compile(f"^{behoefte}"))
    reis.kies(re.compile("^Ja, de gemeente mag dit bewaren"))
    reis.knop("Verder")


def neem_alles(*, begin: datetime, nu: datetime, locatie: str = "dh-spui") -> None:
    """Let others hold every place at this moment."""
    volwassene = Gevraagd("paspoort", ("18+",))
    try:
        while True:
            ander = aanvraag_bijwerken(aanvraag_id=None, nu=nu, producten=(volwassene,), hulp=False)
            afspraak_vasthouden(aanvraag_id=ander, locatie=locatie, begin=begin, nu=nu)
    except TijdBezet:
        return


def staande_afspraak(*, nu: datetime, locatie: str = "dh-spui") -> str:
    """Let somebody have an appointment already, at the first time of tomorrow; return its code."""
    volwassene = Gevraagd("paspoort", ("18+",))
    morgen = nu.date() + timedelta(days=1)
    tijden = vrije_tijden(vraag=vraag_voor((volwassene,)), locatie=locatie, datum=morgen, nu=nu)
    aanvraag = aanvraag_bijwerken(
        aanvraag_id=None,
        nu=nu,
        producten=(volwassene,),
        hulp=False,
        achternaam="Bakker",
        telefoon="06 12345678",
    )
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=locatie, begin=tijden[0].begin, nu=nu)
    return afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=nu).code
