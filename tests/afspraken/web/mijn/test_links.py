"""A link that is looked at a hundred times, by people, mail scanners and browsers that run ahead."""

from __future__ import annotations

import re
from collections import Counter
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse

from afspraken.actions.bezoeker_aanmelden import bezoeker_aanmelden
from afspraken.models import Bezoek, Contact
from afspraken.queries.bon import bon
from tests.afspraken.web.vuil import Adres, adressen
from tests.bouwers import Kantoorscene, een_afspraak, op
from tests.dagbouwers import een_inloper, een_werkplek, roep

pytestmark = pytest.mark.django_db
KEREN = 100
ACHTER_DE_LINK = [adres for adres in adressen() if adres.patroon.startswith("a/<str:link>/")]
VOORUIT = (
    {"Purpose": "prefetch"},
    {"Sec-Purpose": "prefetch;prerender"},
    {"X-Moz": "prefetch"},
    {"User-Agent": "Mozilla/5.0 (compatible; SafeLinks)"},
)
GEHEUGEN = {"django_session", "cache"}


@pytest.fixture
def links(kantoor: Kantoorscene) -> dict[str, str]:
    """Of an appointment that is here, and of a ticket that is called."""
    gemaakt = een_afspraak(kantoor, om="09:40")
    bezoeker_aanmelden(afspraak_id=gemaakt.afspraak_id, nu=op("09:35"), rol="host")
    kaart = een_inloper(kantoor, "09:35", telefoon="06 12345678")
    roep(een_werkplek(kantoor), "09:36", kaart.id)
    return {"afspraak": gemaakt.link, "bon": bon(bezoek_id=kaart.id, locatie_id=kantoor.locatie.id).link}


def pad_van(adres: Adres, link: str) -> str:
    return adres.pad({"link": link, "kantoor": "loosduinen", "datum": "2026-11-10", "persoon": "0"})


def stand() -> dict[str, Counter[str]]:
    uit = {}
    with connection.cursor() as cursor:
        for tabel in sorted({*connection.introspection.table_names(cursor)} - GEHEUGEN):
            cursor.execute(f'SELECT * FROM "{tabel}"')  # noqa: S608 - names of our own database
            uit[tabel] = Counter(map(repr, cursor.fetchall()))
    return uit


def test_wie_ook_vooruit_kijkt_er_verandert_niets(links: dict[str, str]) -> None:
    assert len(ACHTER_DE_LINK) > 20
    voor = stand()
    with time_machine.travel(op("09:37"), tick=False):
        for link in links.values():
            for adres in ACHTER_DE_LINK:
                for koppen in VOORUIT:
                    Client().get(pad_van(adres, link), headers=koppen)
                Client().head(pad_van(adres, link))
    assert stand() == voor


@pytest.mark.parametrize("wijze", ["get", "head"])
def test_honderd_keer_de_link_uit_het_bericht_verandert_niets(links: dict[str, str], wijze: str) -> None:
    voor = stand()
    with time_machine.travel(op("09:37"), tick=False):
        for keer in range(KEREN):
            naam, link = ("mijn_afspraak", links["afspraak"]) if keer % 2 else ("mijn_bezoek", links["bon"])
            assert getattr(Client(), wijze)(reverse(naam, args=[link])).status_code == 200
    assert stand() == voor


def test_een_scanner_die_knoppen_indrukt_zonder_de_bladzijde_komt_nergens(links: dict[str, str]) -> None:
    voor, scanner = stand(), Client(enforce_csrf_checks=True)
    with time_machine.travel(op("09:37"), tick=False):
        for link in links.values():
            for adres in ACHTER_DE_LINK:
                assert scanner.post(pad_van(adres, link)).status_code in {403, 405}, adres
    assert stand() == voor


def test_de_link_is_niet_te_raden_en_staat_alleen_als_hash(links: dict[str, str]) -> None:
    for link in links.values():
        assert re.fullmatch(r"[\w-]{22}", link)  # 22 signs of 6 bits: 128 bits and two to spare
    tabellen = "".join(f"{rijen}" for rijen in stand().values())
    assert not [link for link in links.values() if link in tabellen]
    assert Contact.objects.get().link_hash
    assert Bezoek.objects.exclude(link_hash=None).count() == 1


def test_na_een_dag_werkt_de_link_niet_meer(links: dict[str, str], kantoor: Kantoorscene) -> None:
    with time_machine.travel(op("10:00") + timedelta(hours=24), tick=False):
        for link in links.values():
            for adres in ACHTER_DE_LINK:
                if adres.naam not in {"mijn_beurtsms_vragen", "mijn_beurtsms_stoppen"}:
                    assert Client().get(pad_van(adres, link)).status_code in {404, 405}, adres
            for naam in ("mijn_beurtsms_vragen", "mijn_beurtsms_stoppen"):
                assert Client().post(reverse(naam, args=[link]), {"telefoon": "06 1"}).status_code == 404


def test_elke_bladzijde_achter_de_link_laat_geen_spoor_na(links: dict[str, str]) -> None:
    """The path is passed on to nobody, kept by nobody and found by nobody; also when the link is dead."""
    for link in (*links.values(), "x" * 22):
        for adres in ACHTER_DE_LINK:
            with time_machine.travel(op("09:37"), tick=False):
                antwoord = Client().get(pad_van(adres, link))
            koppen = antwoord.headers
            assert "no-store" in koppen["Cache-Control"], adres
            assert "noindex" in koppen["X-Robots-Tag"], adres
            # A refusal is a page of the site itself, with what the site says everywhere: to others nothing.
            naar_anderen = "same-origin" if antwoord.status_code in {404, 405, 409} else "strict-origin"
            assert koppen["Referrer-Policy"] == naar_anderen, adres
