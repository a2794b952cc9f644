"""The story behind the pictures of the screens in the hall: somebody hangs one up, and people are called."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import UUID, uuid4

from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.schermtekst_wijzigen import schermtekst_wijzigen
from afspraken.actions.verwachtingen_bijwerken import verwachtingen_bijwerken
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Scherm
from afspraken.rules.aanvraag import Gevraagd
from locaties.models import Balie, Locatie, Medewerker

from .inloggen import log_in
from .klok import BEGIN
from .reis import Reis
from .verhalen import Foto

KANTOOR = "dh-leyweg"  # where no other story is told
TELEVISIE = {"width": 1920, "height": 1080}


def schermen_ophangen(reis: Reis, foto: Foto) -> None:
    """The planner makes a screen, gets a code and types it on the device."""
    log_in(reis, "planner", pad="/beheer/schermen/")
    reis.veld("Kantoor").select_option(KANTOOR)
    reis.vul("Naam van het scherm", "Hal, links van de ingang")
    reis.knop("Maak het scherm")
    reis.knop(re.compile("^Geef een code"))
    code = reis.pagina.locator(".schermcode").inner_text()
    reis.open("/scherm/")
    foto("70_koppelen")
    reis.vul("Code van dit scherm", code)
    reis.knop("Koppel dit scherm")
    foto("71_niemand_opgeroepen")
    _open_het_kantoor()
    reis.open("/scherm/")
    foto("72_een_oproep")
    for balie in (1, 3, 4):
        _roep(balie, 0)
    reis.open("/scherm/")
    foto("73_vier_oproepen_tegelijk")


def schermen_beheren(reis: Reis, foto: Foto) -> None:
    """The list of the screens, a new code, and taking one away; a code that is no more."""
    log_in(reis, "planner", pad="/beheer/schermen/")
    foto("74_schermen")
    reis.knop(re.compile("^Geef een code"))
    reis.pagina.locator(".schermcode").evaluate("e => { e.textContent = 'K7M 4QX' }")
    foto("75_code")
    reis.open("/beheer/schermen/")
    reis.link(re.compile("^Trek dit scherm in"))
    foto("76_intrekken")


def _open_het_kantoor() -> None:
    """Five people at a counter, three who were helped, one who is called now and some who wait."""
    locatie = Locatie.objects.get(code=KANTOOR)
    balies = Balie.objects.filter(locatie=locatie).order_by("nummer")[:7]
    vrij = Medewerker.objects.filter(werkplekken=None).order_by("-id")
    for medewerker, balie in list(zip(vrij, balies, strict=False)):
        werkplek_openen(medewerker_id=medewerker.pk, balie_id=balie.pk, nu=BEGIN - timedelta(hours=1))
    for nummer, minuten in ((5, 9), (6, 6), (7, 3), (2, 0)):
        _roep(nummer, minuten)
    for minuten in (14, 11, 8, 4, 2):
        _nummer(minuten)
    _nummer(3, product="reisdocument_afhalen")
    tekst = "De koffie is gratis. Bij balie 7 is een lage balie."
    schermtekst_wijzigen(scherm_id=Scherm.objects.get().id, tekst=tekst, locatie_ids=None, nu=BEGIN)
    verwachtingen_bijwerken(locatie_id=locatie.pk, nu=BEGIN)


def _roep(balie: int, minuten: int) -> None:
    werkplek = Balie.objects.get(locatie__code=KANTOOR, nummer=balie).werkplekken.get(einde=None)
    nu = BEGIN - timedelta(minutes=minuten)
    bezoeker_oproepen(werkplek_id=werkplek.pk, bezoek_id=_nummer(minuten + 5), nu=nu)


def _nummer(minuten: int, *, product: str = "paspoort") -> UUID:
    """Give somebody a number, so many minutes ago."""
    kaart = bezoeker_inschrijven(
        bezoek_id=uuid4(),
        locatie=KANTOOR,
        producten=(Gevraagd(product),),
        nu=BEGIN - timedelta(minutes=minuten),
        rol="host",
    )
    return kaart.bezoek_id
