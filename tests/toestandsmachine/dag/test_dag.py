"""The day of an office at random: 25 runs of 30 steps, in full 500 of 50; and it finds what is broken."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any
from unittest import mock

import pytest
from hypothesis import seed
from hypothesis.stateful import run_state_machine_as_test

from afspraken.actions.stappen import bezoekrij
from tests.toestandsmachine.test_toestandsmachine import (
    VOLUIT,
    speel_tot_alles_gebeurt,
    speel_tot_het_stuk_gaat,
)

from .machine import Dagmachine
from .wereld import bouw_wereld

pytestmark = pytest.mark.django_db(transaction=True)
# Deeds that must have done something (""), or been refused so; else the runs prove little.
MOET_VOORKOMEN = (
    ("aanmelden_terugdraaien", ""),
    ("alarm_beantwoorden", ""),
    ("bezoek_afronden", ""),
    ("bezoek_doorgeven", ""),
    ("bezoek_hervatten", ""),
    ("bezoek_parkeren", ""),
    ("bezoek_starten", ""),
    ("bezoeker_aanmelden", ""),
    ("bezoeker_inschrijven", ""),
    ("bezoeker_niet_hier", ""),
    ("bezoeker_opnieuw_oproepen", ""),
    ("bezoeker_oproepen", ""),
    ("bezoeker_vertrokken", ""),
    ("bezoeker_wegsturen", ""),
    ("dag_afsluiten", ""),
    ("medewerker_afmelden", ""),
    ("product_toevoegen", ""),
    ("werkplek_sluiten", ""),
    ("dag_afsluiten", "nog_zonder_besluit"),
)


@pytest.fixture(autouse=True)
def wereld() -> None:
    Dagmachine.telling.clear()
    Dagmachine.scene, Dagmachine.afspraken = bouw_wereld()


def test_wat_er_ook_gebeurt_niemand_raakt_kwijt() -> None:
    assert speel_tot_alles_gebeurt(Dagmachine, MOET_VOORKOMEN) == []


@pytest.mark.alles
@pytest.mark.parametrize("kwart", range(4))
def test_vijfhonderd_dagen_van_vijftig_stappen(kwart: int) -> None:
    zaad = int(os.environ.get("AFSPRAKEN_ZAAD") or random.SystemRandom().randrange(2**32))
    print(f"AFSPRAKEN_ZAAD={zaad} geeft dezelfde dagen nog een keer")

    @seed(zaad + kwart)
    class Gezaaid(Dagmachine):
        """The same, from a seed that can be given again."""

    run_state_machine_as_test(Gezaaid, settings=VOLUIT)
    print(*sorted(Dagmachine.telling.items()), sep="\n")


def zonder(plek: str, uit: Any = None) -> Callable[[], AbstractContextManager[Any]]:
    """Let a step of a deed do nothing."""
    return lambda: mock.patch(f"afspraken.actions.{plek}", return_value=uit)


@contextmanager
def alles_mag() -> Iterator[None]:
    """Let the table allow everything."""
    with mock.patch.object(bezoekrij, "mag_naar", return_value=True):
        yield


@pytest.mark.parametrize(
    ("breuk", "gevonden"),
    [
        pytest.param(alles_mag, "was not refused|went from|bezoek_een_per|balie_id", id="tabel"),
        pytest.param(zonder("bezoeker_oproepen.aan_de_balie"), "bezoek_een_per|balie_id", id="balie_bezet"),
        pytest.param(zonder("bezoeker_oproepen.noteer_bezoek"), "does not tell", id="geschiedenis"),
        pytest.param(zonder("bezoeker_niet_hier.is_gemist", uit=True), "should be", id="gemist"),
        pytest.param(zonder("dag_afsluiten._toets_besloten"), "UUID", id="vergeten"),
        pytest.param(zonder("werkplek_sluiten.maak_balie_vrij"), "nobody sits|not refused", id="blijft"),
    ],
)
def test_de_machine_vindt_wat_stuk_is(
    breuk: Callable[[], AbstractContextManager[None]], gevonden: str
) -> None:
    with breuk(), pytest.raises(Exception, match=gevonden):
        speel_tot_het_stuk_gaat(Dagmachine)
