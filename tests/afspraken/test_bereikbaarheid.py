"""When and how we can be reached, in the language of who reads it: footer, own page, letter, message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from afspraken.models import Bericht
from afspraken.queries.bericht_inhoud import bericht_inhoud
from locaties.models import Contactpersoon, Gemeente
from locaties.queries.gemeente import gemeente
from tests.afspraken.web.personeel import ingelogd
from tests.bouwers import NU, Kantoorscene, een_afspraak

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("klok")]
NL = {
    "bereikbaar": "maandag van 8.30 tot 17.00 uur",
    "tekst_voor_doven": "Stuur een bericht",
    "contact": "op openingsdagen van 9.00 tot 12.00 uur",
}
EN = {
    "bereikbaar": "Monday, 8:30 to 17:00",
    "tekst_voor_doven": "Send a message",
    "contact": "on opening days, 9:00 to 12:00",
}


@pytest.fixture
def klok() -> Iterator[None]:
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture(params=[True, False], ids=["met Engels", "alleen Nederlands"])
def vertaald(request: pytest.FixtureRequest, kantoor: Kantoorscene) -> bool:
    engels = EN if request.param else dict.fromkeys(EN, "")
    Gemeente.objects.update(
        bereikbaar=NL["bereikbaar"],
        bereikbaar_en=engels["bereikbaar"],
        tekst_voor_doven=NL["tekst_voor_doven"],
        tekst_voor_doven_en=engels["tekst_voor_doven"],
    )
    Contactpersoon.objects.create(
        locatie=kantoor.locatie,
        medewerker=kantoor.medewerkers[0],
        telefoon="070 123 45 67",
        bereikbaar=NL["contact"],
        bereikbaar_en=engels["contact"],
        van=date(2026, 11, 1),
        tot_en_met=date(2026, 11, 30),
    )
    return bool(request.param)


def _staat_er(bladzijde: str, tekst: str, taal: str) -> bool:
    """Whether it stands there; Dutch on an English page says that it is Dutch."""
    gevonden = re.search(rf"<(\w+)([^>]*)>{re.escape(tekst)}", bladzijde, re.IGNORECASE)
    return bool(gevonden) and (taal == "en" or 'lang="nl"' in gevonden[2])  # type: ignore[index]


def test_de_voet_spreekt_de_taal_van_de_bladzijde(vertaald: bool) -> None:
    for taal in ("nl", "en"):
        bladzijde = Client(headers={"accept-language": taal}).get(reverse("start")).content.decode()
        gesproken = "en" if taal == "en" and vertaald else "nl"
        woorden = EN if gesproken == "en" else NL
        assert f'<html lang="{taal}"' in bladzijde
        assert _staat_er(bladzijde, woorden["bereikbaar"], gesproken)
        assert _staat_er(bladzijde, woorden["tekst_voor_doven"], gesproken)


def test_bij_mijn_afspraak_staat_wanneer_de_contactpersoon_er_is(
    kantoor: Kantoorscene, vertaald: bool
) -> None:
    link = een_afspraak(kantoor).link
    for taal in ("nl", "en"):
        browser = Client(headers={"accept-language": taal})
        bladzijde = browser.get(reverse("mijn_afspraak", args=[link])).content.decode()
        gesproken = "en" if taal == "en" and vertaald else "nl"
        assert _staat_er(bladzijde, (EN if gesproken == "en" else NL)["contact"], gesproken)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_de_brief_en_het_bericht_spreken_de_taal_van_de_afspraak(
    kantoor: Kantoorscene, vertaald: bool, taal: str
) -> None:
    gemaakt = een_afspraak(kantoor, taal=taal, telefoon="", kanaal="papier")
    gesproken = "en" if taal == "en" and vertaald else "nl"
    woorden = EN if gesproken == "en" else NL

    brief = ingelogd("telefonist").get(reverse("telefoon_afdrukken", args=[gemaakt.afspraak_id]))
    bericht = bericht_inhoud(bericht_id=Bericht.objects.get(soort="bevestiging").pk, nu=NU)

    assert _staat_er(brief.content.decode(), woorden["contact"], gesproken)
    assert bericht is not None
    assert woorden["tekst_voor_doven"] in bericht.tekst


def test_voor_de_gemeente_er_is_staat_er_niets_verzonnens(db: None) -> None:
    assert (gemeente().voor_doven("nl"), gemeente().voor_doven("en")) == ("", "")
