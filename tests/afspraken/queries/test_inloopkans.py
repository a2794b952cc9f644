"""Whether a walk-in would be called today: by the roster before the counters open, else by places."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from afspraken.models import Kantoorverwachting
from afspraken.queries.inloopkans import inloopkans
from afspraken.rules.inloopkans import Inloopkans
from locaties.models import Inzet
from tests.bouwers import Kantoorscene, een_afspraak, een_kantoor, een_product, op
from tests.dagbouwers import een_inloper, een_werkplek

pytestmark = pytest.mark.django_db


def kans(kantoor: Kantoorscene, om: str, product: str = "paspoort") -> Inloopkans:
    return inloopkans(locatie_id=kantoor.locatie.pk, product=product, nu=op(om))


def test_voor_de_balies_open_zijn_telt_het_rooster(kantoor):
    assert kans(kantoor, "08:50") is Inloopkans.LUKT
    een_product("huwelijk", locatie=kantoor.locatie)
    assert kans(kantoor, "08:50", "huwelijk") is Inloopkans.GEEN_COLLEGA


def test_wie_ziek_is_of_al_naar_huis_telt_niet_mee(kantoor):
    Inzet.objects.update(einde=op("11:00"))
    assert kans(kantoor, "10:59") is Inloopkans.LUKT
    assert kans(kantoor, "11:00") is Inloopkans.GEEN_COLLEGA


def test_te_veel_wachtenden_voor_sluitingstijd_is_te_druk(kantoor):
    een_werkplek(kantoor)
    for _ in range(3):
        een_inloper(kantoor, "11:20")
    assert kans(kantoor, "11:30") is Inloopkans.LUKT
    assert kans(kantoor, "11:31") is Inloopkans.TE_DRUK


def test_een_afspraak_die_nog_komt_gaat_voor(kantoor):
    een_werkplek(kantoor)
    een_afspraak(kantoor, om="11:40")
    een_inloper(kantoor, "11:20")
    een_inloper(kantoor, "11:20")
    assert kans(kantoor, "11:31") is Inloopkans.TE_DRUK


def test_met_twee_plaatsen_gaat_het_twee_keer_zo_snel():
    kantoor = een_kantoor(medewerkers=2, balies=2)
    for wie in range(2):
        een_werkplek(kantoor, wie)
    for _ in range(5):
        een_inloper(kantoor, "11:20")
    assert kans(kantoor, "11:35") is Inloopkans.LUKT
    assert kans(kantoor, "11:36") is Inloopkans.TE_DRUK


def test_wat_de_voorspelling_zegt_gaat_voor(kantoor):
    een_werkplek(kantoor)
    Kantoorverwachting.objects.create(
        locatie=kantoor.locatie, ververst_op=op("10:00"), nieuw={"B": {"soort": "na_sluiting"}}
    )
    assert kans(kantoor, "10:01") is Inloopkans.TE_DRUK
    assert kans(kantoor, "10:10") is Inloopkans.LUKT


def test_na_sluitingstijd_is_het_dicht(kantoor):
    assert kans(kantoor, "11:59") is Inloopkans.LUKT
    assert kans(kantoor, "12:00") is Inloopkans.DICHT


def test_een_lange_rij_kost_evenveel_vragen_als_een_korte(kantoor):
    een_werkplek(kantoor)

    def vragen(aantal: int) -> int:
        for _ in range(aantal):
            een_inloper(kantoor, "09:30")
        with CaptureQueriesContext(connection) as gesteld:
            kans(kantoor, "10:00")
        return len(gesteld)

    een = vragen(1)
    assert een <= 19
    assert vragen(6) == een
