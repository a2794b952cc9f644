"""The sweeps: each finds what is due and does it, so that a missed run only means later."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from afspraken.actions.afspraken_verlopen import afspraken_verlopen
from afspraken.actions.afstemmingen_vergeten import afstemmingen_vergeten
from afspraken.actions.gegevens_opruimen import gegevens_opruimen
from afspraken.actions.te_regelen_mailen import te_regelen_mailen
from afspraken.actions.werklus_melden import werklus_melden
from afspraken.actions.werklus_pakken import werklus_pakken

from .klok import Klok, echt_nu

logboek = logging.getLogger(__name__)
LEASE = timedelta(minutes=5)
MEESTE_KEREN = 50


@dataclass(frozen=True, slots=True)
class Lus:
    """One sweep: how often, and what; it returns how much it did, 0 when nothing was left."""

    naam: str
    elke: timedelta
    doe: Callable[[datetime], int]


def _ruim_op(nu: datetime) -> int:
    return gegevens_opruimen(nu=nu, echt_nu=echt_nu())


LUSSEN = (
    Lus("afspraken_verlopen", timedelta(seconds=20), lambda nu: afspraken_verlopen(nu=nu)),
    Lus("afstemmingen_vergeten", timedelta(minutes=5), lambda nu: afstemmingen_vergeten(nu=nu)),
    Lus("gegevens_opruimen", timedelta(minutes=5), _ruim_op),
    Lus("te_regelen_mailen", timedelta(minutes=5), lambda nu: te_regelen_mailen(nu=nu)),
)


def draai_lussen(*, wie: str, klok: Klok, lussen: tuple[Lus, ...] = LUSSEN) -> None:
    """Run every sweep that is due and that nobody else has."""
    for lus in lussen:
        if werklus_pakken(naam=lus.naam, wie=wie, elke=lus.elke, lease=LEASE, nu=klok()):
            _draai(lus, klok)


def _draai(lus: Lus, klok: Klok) -> None:
    """A sweep that fails keeps its lease and is tried again after it; the others go on."""
    try:
        gedaan = 0
        for _keer in range(MEESTE_KEREN):
            stap = lus.doe(klok())
            gedaan += stap
            if not stap:
                break
    except Exception:
        logboek.exception("lus %s is mislukt", lus.naam)
        return
    werklus_melden(naam=lus.naam, nu=klok())
    if gedaan:
        logboek.info("lus %s: %d", lus.naam, gedaan)
