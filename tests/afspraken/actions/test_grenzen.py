"""The ceilings of the self-service hold, also for who waits five minutes or presses everywhere at once."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection

from afspraken.actions.stappen import gebeurtenis
from afspraken.actions.stappen.grenzen import TeDruk, TeVeelAfspraken, toets_adres
from afspraken.models import Afspraak
from tests.bouwers import NU, een_afspraak, een_kantoor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def lege_tellers(settings: Any) -> None:
    settings.MAX_BOEKINGEN_PER_ADRES_PER_UUR = 3
    cache.clear()


def _boek(adres: str, keer: int) -> None:
    for _ in range(keer):
        toets_adres(adres, nu=NU)


def test_het_plafond_per_adres_geldt_het_hele_uur() -> None:
    with time_machine.travel(NU, tick=False) as klok:
        _boek("192.0.2.1", 3)
        klok.shift(timedelta(minutes=30))

        with pytest.raises(TeDruk):
            _boek("192.0.2.1", 1)
        _boek("192.0.2.2", 1)


def test_een_abonnee_met_veel_ipv6_adressen_telt_een_keer() -> None:
    for laatste in ("1", "2", "3"):
        _boek(f"2001:db8:1:2::{laatste}", 1)

    with pytest.raises(TeDruk):
        _boek("2001:db8:1:2:ffff::9", 1)
    _boek("2001:db8:1:3::1", 1)


@pytest.mark.postgresql
def test_tegelijk_boeken_op_twee_kantoren_geeft_geen_derde_afspraak(monkeypatch: pytest.MonkeyPatch) -> None:
    kantoren = [een_kantoor(code) for code in ("loosduinen", "segbroek")]
    een_afspraak(kantoren[0], om="09:00", herkomst="site")
    samen, geweigerd = Barrier(2), []
    noteer = gebeurtenis.noteer

    def wacht_op_de_ander(*args: Any, **velden: Any) -> None:
        with suppress(BrokenBarrierError):
            samen.wait(1)
        noteer(*args, **velden)

    monkeypatch.setattr("afspraken.actions.afspraak_maken.noteer", wacht_op_de_ander)

    def boek(kantoor: Any) -> None:
        try:
            een_afspraak(kantoor, om="11:00", herkomst="site")
        except TeVeelAfspraken as fout:
            geweigerd.append(fout)
        finally:
            connection.close()

    draden = [Thread(target=boek, args=[kantoor]) for kantoor in kantoren]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert (Afspraak.objects.filter(status="bevestigd").count(), len(geweigerd)) == (2, 1)
