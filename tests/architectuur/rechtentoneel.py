"""The scene of the matrix: two offices, somebody of each role in both, and something to find at the first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client

from afspraken.actions.bezoeker_inschrijven import bezoeker_inschrijven
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Knelpunt, Scherm
from afspraken.queries.bon import bon
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.schermkoppeling import schermtoken_hash
from locaties.models import Balie, Gebruiker, Locatie, Medewerker
from tests.afspraken.web.personeel import een_gebruiker, ingelogd_als
from tests.bouwers import NU, een_afspraak, een_behoefte, een_bekwaamheid, een_kantoor, op
from toegankelijkheid.models import Bestelling

from .rechten import ROLLEN

TOKEN = "t" * 22
# Only for who is in the office: the link of a ticket.
MET_EEN_NUMMER = ("live_bezoek", "mijn_binnen", "mijn_beurtsms_vragen", "mijn_beurtsms_stoppen")
HIER, ELDERS = "loosduinen", "escamp"
WAARDEN_VAN_DE_CATALOGUS = {"app_label": "locaties", "url": "bestaat/niet/"}


class Browser(Client):
    """Asks and forgets: who is logged out by a request is back at the next; nothing is kept to look at."""

    def request(self, **vraag: Any) -> Any:
        """Send it through the whole product; a fault of ours is its page."""
        return self.handler(self._base_environ(**vraag))  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Bezoeker:
    """Somebody who asks: as which role ("" = none), of this office or another, and how far logged in.

    ``is_kaal``: has no second factor at all yet.
    """

    naam: str
    browser: Browser
    rol: str = ""
    hier: bool = True
    tweede_factor: bool = True
    ingelogd: bool = True
    is_kaal: bool = False
    is_scherm: bool = False


@dataclass(frozen=True)
class Toneel:
    """Who may come, what fits in the addresses (``eigen``: of one route), and what a form must hold first."""

    bezoekers: tuple[Bezoeker, ...]
    waarden: dict[str, Any]
    velden: dict[str, dict[str, str]]
    eigen: dict[str, dict[str, Any]]


@contextmanager
def ongedaan() -> Iterator[None]:
    """Undo everything at the end; as in Django's own tests a durable block may stand inside."""
    blok: Any = transaction.atomic()
    blok._from_testcase = True
    with blok:
        yield
        transaction.set_rollback(True)


def een_toneel() -> Toneel:
    """Build both offices and everybody."""
    kantoor, elders = een_kantoor(HIER, medewerkers=2, balies=2), een_kantoor(ELDERS)
    een_behoefte("tolk_ngt", extra=5, specialisme="ngt", bestelling=0)
    een_bekwaamheid(kantoor.medewerkers[0], "ngt")
    met = een_afspraak(kantoor, om="09:00", personen=2, behoeften=("tolk_ngt",))
    knelpunt = Knelpunt.objects.create(
        afspraak_id=met.afspraak_id, soort="medewerker_weg", sinds=NU, reden="afgemeld"
    )
    scherm = Scherm.objects.create(
        locatie=kantoor.locatie, naam="hal", token_hash=schermtoken_hash(TOKEN), gekoppeld_op=NU
    )
    waarden: dict[str, Any] = WAARDEN_VAN_DE_CATALOGUS | {
        "link": met.link,
        "code": kantoor.product.code,
        "kantoor": HIER,
        "datum": "2026-11-03",
        "persoon": 0,
        "afspraak_id": met.afspraak_id,
        "bestelling_id": Bestelling.objects.get().id,
        "knelpunt_id": knelpunt.id,
        "scherm_id": scherm.pk,
        "bezoek_id": _ingeschreven(),
        "pk": 1,
        "object_id": Group.objects.create(name="groep").pk,
        "content_type_id": ContentType.objects.get_for_model(Locatie).pk,
    }
    bezoekers = (*_buiten(), _scherm(), *_personeel(kantoor.locatie, elders.locatie))
    waarden["id"] = Gebruiker.objects.order_by("pk").values_list("pk", flat=True)[0]
    velden = {
        "telefoon_verzetten": {"kantoor": HIER, "begin": ""},
        "beheer_bestelling_bijwerken": {"status": "gevraagd"},
        "beheer_schermtekst_wijzigen": {"tekst": "Koffie op de gang"},
        "beheer_knelpunt_oplossen": {"oplossing": "gebeld"},
    }
    nummer = {"link": bon(bezoek_id=waarden["bezoek_id"], locatie_id=kantoor.locatie.pk).link}
    return Toneel(bezoekers, waarden, velden, dict.fromkeys(MET_EEN_NUMMER, nummer))


def _ingeschreven() -> UUID:
    bezoek_id = uuid4()
    bezoeker_inschrijven(
        bezoek_id=bezoek_id, locatie=HIER, producten=(Gevraagd("paspoort"),), nu=op("10:00"), rol="host"
    )
    return bezoek_id


def _buiten() -> Iterator[Bezoeker]:
    yield Bezoeker("niemand", Browser(), ingelogd=False)
    yield Bezoeker("zonder rol", _ingelogd(een_gebruiker()))
    kaal = _beheerder(een_gebruiker("beheerder", tweede_factor=False))
    yield Bezoeker("zonder tweede factor", _ingelogd(kaal), "beheerder", tweede_factor=False, is_kaal=True)
    alleen_wachtwoord = _beheerder(een_gebruiker("beheerder"))
    browser = _ingelogd(alleen_wachtwoord, tweede_factor=False)
    yield Bezoeker("alleen het wachtwoord", browser, "beheerder", tweede_factor=False)


def _personeel(kantoor: Locatie, elders: Locatie) -> Iterator[Bezoeker]:
    for soort in ROLLEN:
        for hier, locatie in ((True, kantoor), (False, elders)):
            gebruiker = een_gebruiker(soort, locatie=locatie)
            if soort == "beheerder":
                _beheerder(gebruiker)
            if soort == "baliemedewerker":
                _ga_zitten(gebruiker, locatie)
            yield Bezoeker(f"{soort} {locatie.code}", _ingelogd(gebruiker), soort, hier=hier)


def _ga_zitten(gebruiker: Gebruiker, locatie: Locatie) -> None:
    """Make the first employee of the office this user, at the first balie."""
    medewerker = Medewerker.objects.filter(inzetten__locatie=locatie)[0]
    Medewerker.objects.filter(pk=medewerker.pk).update(gebruiker=gebruiker)
    balie = Balie.objects.filter(locatie=locatie)[0]
    werkplek_openen(medewerker_id=medewerker.pk, balie_id=balie.pk, nu=op("09:00"))


def _beheerder(gebruiker: Gebruiker) -> Gebruiker:
    gebruiker.is_staff = gebruiker.is_superuser = True
    gebruiker.save()
    return gebruiker


def _ingelogd(gebruiker: Gebruiker, *, tweede_factor: bool = True) -> Browser:
    browser = Browser()
    ingelogd_als(gebruiker, tweede_factor=tweede_factor, browser=browser)
    return browser


def _scherm() -> Bezoeker:
    """A screen in the hall, with the cookie of its pairing."""
    browser = Browser()
    browser.cookies[settings.SCHERM_COOKIE_NAME] = TOKEN
    return Bezoeker("scherm", browser, ingelogd=False, is_scherm=True)
