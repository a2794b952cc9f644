"""The page on which the code makes the appointment sure."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from afspraken.models import Afspraak, Bericht
from tests.bouwers import een_afspraak, een_kantoor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def link(settings: Any, time_machine: Any) -> str:
    settings.BEVESTIGEN_MET_CODE = True
    time_machine.move_to("2026-11-02T07:02:00+00:00", tick=False)
    return een_afspraak(een_kantoor(), herkomst="site").link


def test_na_het_maken_wordt_eerst_de_code_gevraagd(client: Client, link: str) -> None:
    antwoord = client.get(f"/a/{link}/bevestigd/")

    assert antwoord.headers["Location"] == f"/a/{link}/bevestigen/"


def test_met_de_code_staat_de_afspraak(client: Client, link: str) -> None:
    code = Bericht.objects.get(soort="code").gegevens["verificatiecode"]

    antwoord = client.post(f"/a/{link}/bevestigen/", {"code": code}, follow=True)

    assert "Uw afspraak staat" in antwoord.content.decode()
    assert Afspraak.objects.get().status == "bevestigd"


def test_een_verkeerde_code_geeft_een_zin_en_blijft_staan(client: Client, link: str) -> None:
    antwoord = client.post(f"/a/{link}/bevestigen/", {"code": "12"})

    assert antwoord.status_code == 422
    assert 'value="12"' in antwoord.content.decode()
