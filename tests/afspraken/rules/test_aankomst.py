"""What somebody is promised at arrival."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from afspraken.rules.aankomst import Komst, belofte_op_afspraak, belofte_op_inloop

BEGIN = datetime(2026, 11, 3, 9, 0, tzinfo=UTC)
KOMST = Komst(
    begin=BEGIN,
    minuten=15,
    blok_tot=BEGIN + timedelta(minutes=15),
    heeft_specialisme=False,
    te_laat_na_minuten=10,
    inloopnorm_minuten=15,
)


def na(minuten: int) -> datetime:
    return BEGIN + timedelta(minutes=minuten)


@pytest.mark.parametrize("minuten", [-25, 0, 10])
def test_wie_op_tijd_is_wordt_tien_minuten_eerder_tot_vijf_minuten_later_geroepen(minuten):
    belofte = belofte_op_afspraak(KOMST, nu=na(minuten))
    assert (belofte.vroegste, belofte.uiterste, belofte.houdt_plaats) == (na(-10), na(5), True)


def test_wie_een_specialist_nodig_heeft_begint_uiterlijk_op_tijd():
    assert belofte_op_afspraak(replace(KOMST, heeft_specialisme=True), nu=na(-5)).uiterste == BEGIN


def test_wachten_telt_vanaf_de_afgesproken_tijd_als_die_later_is():
    assert belofte_op_afspraak(KOMST, nu=na(-20)).wacht_sinds == BEGIN
    assert belofte_op_afspraak(KOMST, nu=na(4)).wacht_sinds == na(4)


def test_twaalf_minuten_te_laat_houdt_de_plaats_als_het_blok_nog_past():
    ruim = replace(KOMST, blok_tot=na(27))
    assert belofte_op_afspraak(ruim, nu=na(12)).uiterste == na(5)
    assert not belofte_op_afspraak(ruim, nu=na(13)).houdt_plaats


def test_wie_te_laat_is_voor_het_blok_wacht_als_wie_zonder_afspraak_komt():
    belofte = belofte_op_afspraak(KOMST, nu=na(11))
    assert belofte == belofte_op_inloop(nu=na(11), inloopnorm_minuten=15)
    assert belofte.uiterste == na(26)
