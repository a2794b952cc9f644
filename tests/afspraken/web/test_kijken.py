"""Looking changes nothing: every address of the product is asked for, in the demo city, by everybody.

Addresses are read from the product, so that a new page is tried the day it exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import pytest_django
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_maken import Gemaakt
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.bezoeker_inschrijven import Ingeschreven, bezoeker_inschrijven
from afspraken.demo.laden import demo_laden
from afspraken.models import Contact, Knelpunt, Scherm
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.schermkoppeling import nieuw_schermtoken, schermtoken_hash
from locaties.models import Locatie, Product
from tests.afspraken.web.personeel import een_gebruiker
from tests.afspraken.web.test_slechte_invoer import ROLLEN, met_sessie
from tests.afspraken.web.vuil import Adres, adressen, veldnamen
from tests.architectuur.rechtentoneel import ongedaan
from tests.bouwers import NU, ZONE, Kantoorscene, een_aanvraag, een_afspraak
from toegankelijkheid.models import Bestelling
from toegankelijkheid.queries.behoeften import vereisten_van

pytestmark = pytest.mark.django_db
# What a browser remembers, and counters that stop who tries too often: not what the product knows.
GEHEUGEN = {"django_session", "cache"}
KANTOOR, PRODUCT = "dh-leyweg", "paspoort"
Bezoekers = dict[str, tuple[Client, dict[str, str]]]
Stand = dict[str, Counter[str]]


@pytest.fixture(scope="module")
def bezoekers(django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[Bezoekers]:
    """The demo city with one appointment of each sort, and a browser for everybody who may look."""
    with django_db_blocker.unblock(), time_machine.travel(NU, tick=False), ongedaan():
        demo_laden(nu=NU)
        yield _toneel()


def _toneel() -> Bezoekers:
    scene = Kantoorscene(Locatie.objects.get(code=KANTOOR), Product.objects.get(code=PRODUCT))
    met, dood = _boek(scene, "06 11111111", hulp=True), _boek(scene, "06 22222222")
    afspraak_annuleren(afspraak_id=dood.afspraak_id, nu=NU, rol="burger")
    scherm, apparaat = _scherm(scene)
    waarden = _waarden(met) | {"scherm_id": str(scherm.pk)}
    contact = Contact.objects.get(afspraak_id=met.afspraak_id)
    vers = {"contact": str(contact.pk), "op": NU.isoformat()}
    aanvragen = [_vul_in(scene, f"06 3333333{i}") for i in range(2)]
    personeel = met_sessie(gebruiker=een_gebruiker(*ROLLEN), telefoon_aanvraag=aanvragen[0])
    return {
        "nieuw": (Client(), waarden),
        "halverwege": (met_sessie(aanvraag=aanvragen[1]), waarden),
        "kwijt": (met_sessie(aanvraag=str(uuid4())), waarden),
        "afgezegd": (Client(), waarden | {"link": dood.link, "afspraak_id": str(dood.afspraak_id)}),
        "met code": (met_sessie(verse_code=vers), waarden),  # type: ignore[arg-type]
        "personeel": (personeel, waarden),
        "scherm": (apparaat, waarden),
        "wachtend": (Client(), waarden | {"link": _ingeschreven().link}),
    }


def _waarden(gemaakt: Gemaakt) -> dict[str, str]:
    knelpunt = Knelpunt.objects.create(
        afspraak_id=gemaakt.afspraak_id, soort="medewerker_weg", sinds=NU, reden="afgemeld"
    )
    return {
        "link": gemaakt.link,
        "code": PRODUCT,
        "kantoor": KANTOOR,
        "datum": "2026-11-10",
        "persoon": "0",
        "afspraak_id": str(gemaakt.afspraak_id),
        "bestelling_id": str(Bestelling.objects.get().pk),
        "knelpunt_id": str(knelpunt.pk),
        "bezoek_id": str(_ingeschreven().bezoek_id),
    }


def _ingeschreven() -> Ingeschreven:
    """Somebody who is here without an appointment."""
    nu = NU + timedelta(hours=3)
    return bezoeker_inschrijven(
        bezoek_id=uuid4(), locatie=KANTOOR, producten=(Gevraagd(PRODUCT),), nu=nu, rol="host"
    )


def _scherm(scene: Kantoorscene) -> tuple[Scherm, Client]:
    """A screen in the hall that was paired, and its device."""
    browser, token = Client(), nieuw_schermtoken()
    scherm = Scherm.objects.create(locatie=scene.locatie, naam="Hal", token_hash=schermtoken_hash(token))
    browser.cookies[settings.SCHERM_COOKIE_NAME] = token
    return scherm, browser


def _boek(scene: Kantoorscene, telefoon: str, *, hulp: bool = False) -> Gemaakt:
    behoeften = ("anders",) if hulp else ()  # somebody promises to call: an order, also at short notice
    begin = _vrij(behoeften).astimezone(ZONE)
    return een_afspraak(
        scene, om=f"{begin:%H:%M}", datum=begin.date(), personen=2, behoeften=behoeften, telefoon=telefoon
    )


def _vrij(behoeften: tuple[str, ...] = ()) -> datetime:
    vereisten = vereisten_van(codes=behoeften, eigen_tolk=False)
    vraag = vraag_voor((Gevraagd(PRODUCT, ("", "")),), vereisten)
    begin = eerste_vrij(vraag=vraag, nu=NU, locaties=[KANTOOR])[0].begin
    assert begin
    return begin


def _vul_in(scene: Kantoorscene, telefoon: str) -> str:
    aanvraag = een_aanvraag(scene, telefoon=telefoon, personen=2)
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=KANTOOR, begin=_vrij(), nu=NU)
    return str(aanvraag)


def _stand() -> Stand:
    """Every row of every table, but for what a browser remembers."""
    uit = {}
    with connection.cursor() as cursor:
        for tabel in sorted({*connection.introspection.table_names(cursor)} - GEHEUGEN):
            cursor.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608 - names of our own database
            uit[tabel] = Counter(map(repr, cursor.fetchall()))
    return uit


def _veranderd(voor: Stand, na: Stand) -> dict[str, int]:
    """Tables of which rows came, went or changed, and how many."""
    alle = {tabel: (na[tabel] - voor[tabel]) + (voor[tabel] - na[tabel]) for tabel in na}
    return {tabel: rijen.total() for tabel, rijen in alle.items() if rijen}


def _kijk(wie: tuple[Client, dict[str, str]], adres: Adres) -> set[int]:
    browser, waarden = wie
    pad = adres.pad(waarden)
    vragen: tuple[dict[str, str], ...] = (
        {},
        dict.fromkeys(veldnamen(), "1"),
        {"taal": "en", "gedaan": "verzet", "van": "2026-11-09"},
    )
    return {browser.get(pad, vraag).status_code for vraag in vragen}


@pytest.mark.parametrize("adres", adressen(), ids=lambda adres: adres.naam)
def test_wie_ook_kijkt_er_verandert_niets(bezoekers: Bezoekers, adres: Adres) -> None:
    voor = _stand()
    gezien = {
        naam: _kijk(wie, adres)
        for naam, wie in bezoekers.items()
        if (naam, adres.naam) != ("met code", "mijn_behoeften")
    }
    assert _veranderd(voor, _stand()) == {}
    # Somebody comes somewhere: a page, the way to it, a stream (204 here), or the answer that it is a button.
    assert set().union(*gezien.values()) & {200, 204, 302, 405}, gezien
    assert max(set().union(*gezien.values())) < 500


def test_alleen_het_lezen_van_behoeften_schrijft_wie_er_las(bezoekers: Bezoekers) -> None:
    browser, waarden = bezoekers["met code"]
    voor = _stand()
    with ongedaan():
        assert browser.get(reverse("mijn_behoeften", args=[waarden["link"]])).status_code == 200
        assert _veranderd(voor, _stand()) == {"toegankelijkheid_inzage": 1}


def test_wat_een_knop_doet_zou_hier_opvallen(bezoekers: Bezoekers) -> None:
    browser, waarden = bezoekers["nieuw"]
    voor = _stand()
    with ongedaan():
        browser.post(reverse("mijn_afspraak_annuleren", args=[waarden["link"]]))
        assert {"afspraken_afspraak", "afspraken_gebeurtenis"} <= _veranderd(voor, _stand()).keys()
    assert _veranderd(voor, _stand()) == {}
