"""Where the process hears of changes: after the commit and only then, and again after its line was cut."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from django.db import connection, transaction

from afspraken.actions.stappen.wachtrijslot import vergrendel_wachtrij
from afspraken.web.live.bron import bron
from afspraken.web.live.omroep import Omroep
from tests.bouwers import een_kantoor

from .lijn import speel

pytestmark = pytest.mark.django_db(transaction=True)
LUISTERT = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%%'"


def verander(locatie_id: int, *, mislukt: bool = False) -> None:
    """Do what every deed of the day does first; keep it, or not."""
    try:
        with transaction.atomic():
            vergrendel_wachtrij(locatie_id)
            transaction.set_rollback(mislukt)
    finally:
        connection.close()


def schiet_de_lijn_af() -> int:
    """Cut every line that listens; return how many there were."""
    with connection.cursor() as cursor:
        cursor.execute(LUISTERT, [])
        pids = [pid for (pid,) in cursor.fetchall()]
        for pid in pids:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    connection.close()
    return len(pids)


async def wacht_tot(waar: Callable[[], bool]) -> None:
    """Look until it is so."""
    async with asyncio.timeout(20):
        while not waar():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.01)


def test_een_wijziging_komt_na_de_commit_en_niet_na_terugdraaien():
    kantoor, ander = een_kantoor().locatie.pk, een_kantoor("elders").locatie.pk

    async def verhaal():
        omroep = Omroep(bron, hoogstens=5)
        with omroep.luister(kantoor, "ik"):
            await wacht_tot(lambda: omroep.versie(kantoor) == 0)
            await asyncio.to_thread(verander, kantoor, mislukt=True)
            await asyncio.to_thread(verander, ander)
            await wacht_tot(lambda: omroep.versie(ander) == 1)
            assert omroep.versie(kantoor) == 0
            await asyncio.to_thread(verander, kantoor)
            await wacht_tot(lambda: omroep.versie(kantoor) == 1)

    speel(verhaal)


@pytest.mark.postgresql
def test_als_de_lijn_wordt_verbroken_leest_hij_opnieuw_en_mist_niets():
    kantoor = een_kantoor().locatie.pk

    async def verhaal():
        omroep = Omroep(bron, hoogstens=5)
        with omroep.luister(kantoor, "ik"):
            await wacht_tot(lambda: omroep.versie(kantoor) == 0)
            assert await asyncio.to_thread(schiet_de_lijn_af) == 1
            await asyncio.to_thread(verander, kantoor)
            await wacht_tot(lambda: omroep.versie(kantoor) == 1)
            await asyncio.to_thread(verander, kantoor)
            await wacht_tot(lambda: omroep.versie(kantoor) == 2)

    speel(verhaal)
