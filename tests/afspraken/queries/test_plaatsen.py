"""What a process remembers of who can help where is never anything but what the database says."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.models.versiebewaking import versiebewaking_aanzetten, versiebewaking_uitzetten
from afspraken.queries.geheugen import vergeet_alles
from afspraken.queries.plaatsen import Bezetting, bezetting_van
from tests.afspraken.queries.test_onthouden import elders
from tests.afspraken.queries.wijzigingen import WIJZIGINGEN, WOENSDAG, Wijziging, een_stad
from tests.bouwers import Kantoorscene, op
from tests.dagbouwers import een_werkplek

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stad() -> Kantoorscene:
    """Two employees at a balie, and a process that just started."""
    vergeet_alles()
    stad = een_stad()
    een_werkplek(stad, 0), een_werkplek(stad, 1)
    return stad


def bezet(stad: Kantoorscene) -> list[Bezetting]:
    """Who is where on two days, in the hour when something is broken."""
    return [bezetting_van(stad.locatie, {}, op("11:05", dag)) for dag in (op("09:00").date(), WOENSDAG)]


def na(wijziging: Wijziging, stad: Kantoorscene) -> tuple[bool, bool]:
    """Whether a change by another made a difference, and whether who remembers sees it."""
    voor = bezet(stad)
    elders(lambda: wijziging(stad))
    onthouden = bezet(stad)
    vergeet_alles()
    juist = bezet(stad)
    return juist != voor, onthouden == juist


def test_elke_wijziging_van_wie_dan_ook_staat_in_het_volgende_antwoord(stad: Kantoorscene) -> None:
    gezien = {naam: na(wijziging, stad) for naam, wijziging in WIJZIGINGEN.items()}
    assert [naam for naam, (_, klopt) in gezien.items() if not klopt] == []
    assert sum(is_anders for is_anders, _ in gezien.values()) > 8


def test_controle_zonder_de_versies_van_de_database_is_het_antwoord_oud(stad: Kantoorscene) -> None:
    versiebewaking_uitzetten()
    try:
        gezien = [na(wijziging, stad) for wijziging in WIJZIGINGEN.values()]
    finally:
        versiebewaking_aanzetten()
    assert sum(is_anders and not klopt for is_anders, klopt in gezien) > 8


def test_wie_pauze_neemt_wordt_gezien_zonder_de_rest_opnieuw_te_lezen(stad: Kantoorscene) -> None:
    bezet(stad)
    elders(lambda: werkplek_pauzeren(werkplek_id=bezet(stad)[0].plaatsen[0].werkplek_id, nu=op("09:30")))
    with CaptureQueriesContext(connection) as vragen:
        nu = bezetting_van(stad.locatie, {}, op("09:31"))
    assert sorted(plaats.is_pauze for plaats in nu.plaatsen) == [False, True]
    assert len(vragen) == 2
