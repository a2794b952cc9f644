"""A test finds its process as if it were the first: in this file the order is the point."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from afspraken.queries.geheugen import Geheugen
from afspraken.web.live import deur
from tests.schoon import maak_schoon

TELLER: Geheugen[str, int] = Geheugen(3)
SLEUTEL = "tests/test_schoon.py"


def maak_vuil() -> None:
    """Everything that one test could leave behind."""
    translation.activate("en")
    timezone.activate(ZoneInfo("Asia/Tokyo"))
    TELLER._zet({SLEUTEL: ((1, 1), 7)})
    deur._keten()


def is_schoon() -> dict[str, bool]:
    return {
        "taal": translation.get_language() == "nl",
        "tijdzone": timezone.get_current_timezone_name() == "Europe/Amsterdam",
        "geheugen": TELLER.haal({SLEUTEL: (1, 1)}) == {},
        "keten": deur._keten.cache_info().currsize == 0,
    }


@pytest.mark.django_db
def test_een_engels_verzoek_laat_zijn_taal_achter_tot_het_einde_van_de_test() -> None:
    """The control: this is how a language came from one test into the next."""
    Client(headers={"accept-language": "en"}).get(reverse("privacy"))
    assert translation.get_language() == "en"
    maak_vuil()
    assert set(is_schoon().values()) == {False}


def test_de_volgende_test_vindt_er_niets_van() -> None:
    assert set(is_schoon().values()) == {True}


def test_schoonmaken_haalt_alles_weg() -> None:
    """Also when the two tests above run in two processes."""
    maak_vuil()
    maak_schoon()
    assert set(is_schoon().values()) == {True}


@pytest.mark.django_db(transaction=True)
def test_zonder_terugdraaien_blijft_een_teller_staan() -> None:
    cache.set(SLEUTEL, 1)
    assert cache.get(SLEUTEL) == 1


@pytest.mark.django_db
def test_ook_die_teller_is_er_daarna_niet() -> None:
    assert cache.get(SLEUTEL) is None
