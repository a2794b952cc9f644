"""The life of appointments at random: 25 runs of 30 steps, in full 500 of 50; and it finds what is broken."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from typing import Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from afspraken.actions.stappen import plaats
from afspraken.models.bewaking import bewaking_aanzetten, bewaking_uitzetten
from afspraken.queries.aanbod import aanbod_van
from locaties.rules.tijdvak import CELLEN_PER_DAG, masker

from .kantoor import Toestandsmachine
from .wereld import bouw_wereld

pytestmark = pytest.mark.django_db(transaction=True)

# Every run has the same city under it, and undoes itself.
GEWOON = settings(
    deadline=None, database=None, report_multiple_bugs=False, suppress_health_check=list(HealthCheck)
)
IN_CI = settings(GEWOON, max_examples=25, stateful_step_count=30)
# In four quarters, so that as many processes can share the work.
VOLUIT = settings(GEWOON, max_examples=125, stateful_step_count=50)
# A control need not find the shortest way to break it.
CONTROLE = settings(IN_CI, phases=[Phase.generate])
# Chance may pass over a deed in 25 runs; in so many times 25 it does not.
BEURTEN = 6
# Deeds that must have done something (""), or been refused so; else the runs prove little.
MOET_VOORKOMEN = (
    ("afspraak_annuleren", ""),
    ("afspraak_maken", ""),
    ("afspraak_vasthouden", ""),
    ("afspraak_verzetten", ""),
    ("afspraken_verlopen", ""),
    ("behoeften_wijzigen", ""),
    ("medewerker_afmelden", ""),
    ("persoon_weghalen", ""),
    ("toestemming_intrekken", ""),
    ("afspraak_vasthouden", "tijd_bezet"),
)


@pytest.fixture(autouse=True)
def wereld() -> None:
    Toestandsmachine.telling.clear()
    bouw_wereld()


def test_wat_er_ook_gebeurt_alle_beloften_kloppen() -> None:
    assert speel_tot_alles_gebeurt(Toestandsmachine, MOET_VOORKOMEN) == []


def speel_tot_alles_gebeurt(machine: Any, moet: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Play 25 runs, and again while something did not happen yet; return what never did."""
    blijft = list(moet)
    for zaad in range(BEURTEN):
        run_state_machine_as_test(_gezaaid(machine, zaad), settings=IN_CI)
        blijft = [daad for daad in blijft if not machine.telling[daad]]
        if not blijft:
            break
    return blijft


def speel_tot_het_stuk_gaat(machine: Any) -> None:
    """Play 25 runs, and again while nothing was found to be broken."""
    for zaad in range(BEURTEN):
        run_state_machine_as_test(_gezaaid(machine, zaad), settings=CONTROLE)


def _gezaaid(machine: Any, zaad: int) -> Any:
    """Return a class of its own: hypothesis keeps the seed with it."""
    return seed(zaad)(type(machine.__name__, (machine,), {}))


@pytest.mark.alles
@pytest.mark.parametrize("kwart", range(4))
def test_vijfhonderd_levens_van_vijftig_stappen(kwart: int) -> None:
    zaad = int(os.environ.get("AFSPRAKEN_ZAAD") or random.SystemRandom().randrange(2**32))
    print(f"AFSPRAKEN_ZAAD={zaad} geeft dezelfde levens nog een keer")

    @seed(zaad + kwart)
    class Gezaaid(Toestandsmachine):
        """The same, from a seed that can be given again."""

    run_state_machine_as_test(Gezaaid, settings=VOLUIT)
    print(*sorted(Toestandsmachine.telling.items()), sep="\n")


def zonder(plek: str) -> Callable[[], AbstractContextManager[Any]]:
    """Let a step of a deed do nothing."""
    return lambda: mock.patch(f"afspraken.actions.{plek}", return_value=None)


@contextmanager
def iedereen_altijd_vrij() -> Iterator[None]:
    """Let the decision be blind to what is taken, with the guards of the database off."""
    echt = aanbod_van
    alles = masker(0, CELLEN_PER_DAG)

    def blind(*args: Any, **velden: Any) -> Any:
        return tuple(
            replace(
                aanbod,
                dagen=tuple(
                    replace(
                        dag,
                        werkers=tuple(replace(w, vrij=alles) for w in dag.werkers),
                        plekken=tuple(replace(p, vrij=alles) for p in dag.plekken),
                    )
                    for dag in aanbod.dagen
                ),
            )
            for aanbod in echt(*args, **velden)
        )

    with ExitStack() as stapel:
        bewaking_uitzetten()
        stapel.callback(bewaking_aanzetten)
        stapel.enter_context(mock.patch.object(plaats, "aanbod_van", blind))
        yield


@pytest.mark.parametrize(
    ("breuk", "gevonden"),
    [
        pytest.param(iedereen_altijd_vrij, "overlaps", id="dubbel"),
        pytest.param(zonder("afspraak_annuleren.wis_afstemming"), "outlives", id="behoefte_blijft"),
        pytest.param(zonder("afspraak_verzetten.laat_vervallen"), "a reminder of what", id="herinnering"),
        pytest.param(zonder("afspraken_verlopen.laat_verlopen"), "must be verlopen", id="blijft_vast"),
        pytest.param(zonder("medewerker_afmelden._knelpunt"), "nobody knows", id="niemand_weet_het"),
        pytest.param(zonder("afspraak_maken.zet_klaar"), "messages", id="geen_bevestiging"),
    ],
)
def test_de_machine_vindt_wat_stuk_is(
    breuk: Callable[[], AbstractContextManager[None]], gevonden: str
) -> None:
    with breuk(), pytest.raises(AssertionError, match=gevonden):
        speel_tot_het_stuk_gaat(Toestandsmachine)
