"""Figures of booking on the demo city, printed as ``name: value unit``; nothing here asserts a time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.actions.aanvraag_bijwerken import aanvraag_bijwerken
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.demo.laden import demo_laden
from afspraken.queries.vraag import vraag_voor
from afspraken.queries.vrije_tijden import eerste_vrij, vrije_dagen, vrije_tijden
from afspraken.rules.aanvraag import Gevraagd
from toegankelijkheid.queries.behoeften import vereisten_van

KANTOOR, KEREN, BOEKINGEN = "dh-spui", 15, 40
PASPOORT = (Gevraagd("paspoort", ("18+",)),)


def meld(naam: str, waarde: float, eenheid: str) -> None:
    print(f"{naam}[{connection.vendor}]: {waarde:.2f} {eenheid}")


def meet(naam: str, doe: Callable[[], object]) -> None:
    """Median of a few runs in ms, and how many statements one run takes."""
    with CaptureQueriesContext(connection) as vragen:
        doe()
    tijden = []
    for _ in range(KEREN):
        begin = time.perf_counter()
        doe()
        tijden.append((time.perf_counter() - begin) * 1000)
    meld(f"{naam}_ms", statistics.median(tijden), "ms")
    meld(f"{naam}_sql", len(vragen), "statements")


@pytest.mark.django_db(transaction=True)
def test_meet_boeken() -> None:
    nu = datetime.now(UTC)
    demo_laden(nu=nu)
    vraag = vraag_voor(PASPOORT)
    rolstoel = vraag_voor(PASPOORT, vereisten_van(codes=("rolstoel", "zien")))
    van, tot = nu.date(), nu.date() + timedelta(days=31)
    dag = vrije_dagen(vraag=vraag, locatie=KANTOOR, van=van, tot=tot, nu=nu)[0].datum

    meet("vrije_tijden_dag", lambda: vrije_tijden(vraag=vraag, locatie=KANTOOR, datum=dag, nu=nu))
    meet("vrije_tijden_maand", lambda: vrije_dagen(vraag=vraag, locatie=KANTOOR, van=van, tot=tot, nu=nu))
    meet(
        "vrije_tijden_maand_behoefte",
        lambda: vrije_dagen(vraag=rolstoel, locatie=KANTOOR, van=van, tot=tot, nu=nu),
    )
    meet("eerste_vrij_stad", lambda: eerste_vrij(vraag=vraag, nu=nu))
    meld("boeken_ms", statistics.median(boek(nu) for _ in range(BOEKINGEN)), "ms")


def boek(nu: datetime) -> float:
    """Draft, hold and confirm one appointment; milliseconds of the three deeds together."""
    eerste = eerste_vrij(vraag=vraag_voor(PASPOORT), nu=nu, locaties=[KANTOOR])[0].begin
    assert eerste is not None
    begin = time.perf_counter()
    aanvraag = aanvraag_bijwerken(
        aanvraag_id=None, nu=nu, producten=PASPOORT, hulp=False, achternaam="De Wit", kanaal="papier"
    )
    afspraak_vasthouden(aanvraag_id=aanvraag, locatie=KANTOOR, begin=eerste, nu=nu, herkomst="telefoon")
    afspraak_maken(aanvraag_id=aanvraag, formulier=uuid4(), nu=nu, herkomst="telefoon")
    return (time.perf_counter() - begin) * 1000
