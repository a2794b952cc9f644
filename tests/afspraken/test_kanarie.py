"""Privacy canary: unique words go in through the real pages; then we look in every corner for them.

What somebody needs may be read in the catalogue and on the own pages only. Who somebody is stands in the
table of contacts, and on the pages where staff helps that person.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.bestelling_melden import bestelling_melden
from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.models import Afspraak, Bericht
from afspraken.werk.werker import Werker
from tests.afspraken.kanarie import (
    BEHOEFTE,
    CATALOGUS,
    EMAIL,
    HUIS_VAN_WIE,
    NAAM,
    TELEFOON,
    WIE,
    gevonden,
    tabellen_met,
)
from tests.afspraken.web.personeel import gezocht, ingelogd
from tests.afspraken.web.site.bezoeker import Bezoeker
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_behoefte, een_voorziening
from toegankelijkheid.models import Afstemming, Behoefte, Bestelling

pytestmark = pytest.mark.django_db(transaction=True)
OVER_EEN_PERSOON = ("telefoon_afspraak", "telefoon_afdrukken", "telefoon_annuleren", "telefoon_verzetten")


@dataclass
class Scene:
    """A booked appointment whose worker has run, and all that was written on the way."""

    bezoeker: Bezoeker
    afspraak: Afspraak
    link: str


@pytest.fixture(autouse=True)
def klok() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NU, tick=False) as reiziger:
        yield reiziger


@pytest.fixture(params=["sms", "email"])
def scene(kantoor: Kantoorscene, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Scene:
    caplog.set_level(logging.DEBUG)
    _zet_in_de_catalogus(kantoor)
    bezoeker = Bezoeker(Client(headers={"accept-language": "nl"}))
    link = _boek(bezoeker, kanaal=request.param)
    _werk()
    return Scene(bezoeker, Afspraak.objects.get(status="bevestigd"), link)


def _zet_in_de_catalogus(kantoor: Kantoorscene) -> None:
    laag = een_voorziening("verlaagde_balie", kantoor.balies[0])
    een_behoefte(BEHOEFTE[0], balie=[laag], extra=10, bestelling=0, roepwijze="ophalen")
    Behoefte.objects.update(tekst=BEHOEFTE[1], uitleg=BEHOEFTE[2], handelingen=[BEHOEFTE[3]])


def _boek(bezoeker: Bezoeker, *, kanaal: str) -> str:
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    bezoeker.stuur("behoeften_kiezen", behoeften=[BEHOEFTE[0]], toestemming="on")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    bezoeker.kies_tijd()
    bezoeker.vul_gegevens(achternaam=NAAM, telefoon=TELEFOON, email=EMAIL, kanaal=kanaal)
    assert BEHOEFTE[1] in bezoeker.lees("afspraak_controleren")
    return str(bezoeker.maak()["Location"]).split("/")[2]


def _werk() -> None:
    Werker(wie="kanarie", klok=lambda: NU + timedelta(minutes=1)).draai_leeg()


def test_wat_iemand_nodig_heeft_staat_alleen_in_de_catalogus_en_wie_alleen_bij_de_contacten(
    scene: Scene,
) -> None:
    assert tabellen_met(BEHOEFTE) == CATALOGUS
    assert tabellen_met(WIE) == HUIS_VAN_WIE
    assert Afstemming.objects.count() == Bestelling.objects.count() == 1


def test_ook_halverwege_het_boeken_staat_er_niets_leesbaar(kantoor: Kantoorscene) -> None:
    _zet_in_de_catalogus(kantoor)
    bezoeker = Bezoeker(Client(headers={"accept-language": "nl"}))
    bezoeker.kies_product()
    bezoeker.stuur("hulp_kiezen", hulp="ja")
    bezoeker.stuur("behoeften_kiezen", behoeften=[BEHOEFTE[0]], toestemming="on")
    bezoeker.stuur("locatie_kiezen", locatie="loosduinen")
    bezoeker.kies_tijd()
    bezoeker.vul_gegevens(achternaam=NAAM, telefoon=TELEFOON, email=EMAIL, kanaal="sms")

    assert tabellen_met(BEHOEFTE) == CATALOGUS
    assert tabellen_met(WIE) == set()


def test_de_sessie_weet_van_niets(scene: Scene) -> None:
    sessies = [str(sessie.get_decoded()) for sessie in Session.objects.all()]
    assert sessies
    assert [gevonden(BEHOEFTE + WIE, tekst) for tekst in sessies] == [[] for _ in sessies]


def test_berichten_zwijgen(scene: Scene) -> None:
    verstuurd = Bericht.objects.filter(status="verstuurd")
    assert verstuurd.exists()
    for bericht in verstuurd:
        assert bericht.tekst
        assert gevonden((*BEHOEFTE, NAAM, "87654399"), bericht.onderwerp + bericht.tekst) == []
    brieven = [str(brief.message()) for brief in mail.outbox]
    assert gevonden(BEHOEFTE, "".join(brieven)) == []


def test_de_link_laat_zonder_verse_code_niets_zien(scene: Scene) -> None:
    for naam in ("mijn_afspraak", "mijn_afspraak_bevestigd", "mijn_agenda", "mijn_behoeften", "mijn_code"):
        antwoord = Client().get(reverse(naam, args=[scene.link]))
        assert antwoord.status_code == 200, naam
        assert gevonden(BEHOEFTE + WIE, antwoord.content.decode()) == [], naam


def test_na_een_verse_code_ziet_de_inwoner_het_zelf(scene: Scene) -> None:
    client = scene.bezoeker.client
    client.post(reverse("mijn_code_sturen", args=[scene.link]))
    code = Bericht.objects.get(soort="code").gegevens["verificatiecode"]
    client.post(reverse("mijn_code", args=[scene.link]), {"code": code})

    assert BEHOEFTE[1] in client.get(reverse("mijn_behoeften", args=[scene.link])).content.decode()
    assert gevonden(BEHOEFTE, client.get(reverse("mijn_afspraak", args=[scene.link])).content.decode()) == []
    _werk()
    assert tabellen_met(BEHOEFTE) == CATALOGUS
    assert tabellen_met(WIE) == HUIS_VAN_WIE


def test_personeel_ziet_wat_klaar_moet_staan_en_niet_waarom(scene: Scene, settings: Any) -> None:
    settings.DEMO = False  # the page with all messages is for the demo only
    _laat_alles_misgaan(scene)
    met_naam = set()
    for soort in ("telefonist", "host", "planner", "beheerder"):
        for adres, tekst in _bladzijden(ingelogd(soort), scene.afspraak):
            assert gevonden(BEHOEFTE, tekst) == [], (soort, adres)
            if gevonden(WIE, tekst):
                met_naam.add(adres)

    assert met_naam == {*OVER_EEN_PERSOON, "telefoon_zoeken", "beheer_knelpunten"}
    assert tabellen_met(BEHOEFTE) == CATALOGUS
    assert tabellen_met(WIE) == HUIS_VAN_WIE


def test_wie_aan_de_telefoon_de_hulp_verandert_ziet_niet_wat_er_was(scene: Scene) -> None:
    adres = reverse("telefoon_behoeften", args=[scene.afspraak.pk])

    tekst = ingelogd("telefonist").get(adres).content.decode()

    assert BEHOEFTE[1] in tekst  # the catalogue, to choose from
    assert " checked" not in tekst


def _laat_alles_misgaan(scene: Scene) -> None:
    """The interpreter cannot come and the employee is off: knelpunten and events are written."""
    bestelling_melden(
        bestelling_id=Bestelling.objects.get().pk, status="niet_beschikbaar", nu=NU, locatie_ids=None
    )
    deel = scene.afspraak.delen.get()
    assert deel.medewerker_id is not None
    medewerker_afmelden(
        medewerker_id=deel.medewerker_id,
        van=DINSDAG,
        tot_en_met=DINSDAG,
        reden="afwezig",
        nu=NU,
        gebruiker_id=None,
    )


def _bladzijden(browser: Client, afspraak: Afspraak) -> Iterator[tuple[str, str]]:
    """Yield what staff gets to read, whatever the role may open."""
    zonder = ("telefoon_zoeken", "beheer_start", "beheer_knelpunten", "beheer_te_regelen", "beheer_berichten")
    for naam in zonder:
        yield naam, browser.get(reverse(naam)).content.decode()
    yield "telefoon_zoeken", gezocht(browser, reverse("telefoon_zoeken"), NAAM)
    for naam in (*OVER_EEN_PERSOON, "telefoon_afdrukken"):
        yield naam, browser.get(reverse(naam, args=[afspraak.pk])).content.decode()


def test_het_logboek_zwijgt(
    scene: Scene, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    list(_bladzijden(ingelogd("telefonist", "host", "planner"), scene.afspraak))
    Client().get(reverse("mijn_afspraak", args=["een-link-die-niet-bestaat"]))
    geschreven = "".join(capfd.readouterr()) + "".join(str(r.__dict__) for r in caplog.records)
    assert geschreven
    assert gevonden((*BEHOEFTE, *WIE), geschreven) == []


def test_na_afzeggen_en_opruimen_is_alles_weg(scene: Scene, klok: time_machine.Traveller) -> None:
    afspraak_annuleren(afspraak_id=scene.afspraak.pk, nu=NU, rol="burger")
    assert not Afstemming.objects.exists()

    klok.shift(timedelta(days=8))
    Werker(wie="kanarie", klok=lambda: NU + timedelta(days=8)).draai_leeg()

    assert tabellen_met(BEHOEFTE) == CATALOGUS
    assert tabellen_met(WIE) == set()
