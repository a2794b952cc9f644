"""Forecast one office anew, and write what somebody sees of it; only by the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from afspraken.models import Kantoorverwachting
from afspraken.queries.voorspelling import Voorspelling, voorspelling
from afspraken.rules.niveau import DOEL, Niveau
from afspraken.rules.verwachting import wie_nu_komt
from locaties.actions.stappen.daad import daad
from locaties.models import Locatie
from locaties.rules.weigering import NietGevonden

from .stappen.verwachting import (
    Ronde,
    leer_van_oproepen,
    meld_vertraging,
    rij_van,
    schrijf,
    te_tonen,
    werk_bij,
)
from .stappen.wachtrijslot import vergrendel_wachtrij


@dataclass(frozen=True, slots=True)
class Bijgewerkt:
    """How many wait, and whether anything that is shown changed (so that live pages were told)."""

    wachtenden: int
    is_anders: bool


def verwachtingen_bijwerken(*, locatie_id: int, nu: datetime) -> Bijgewerkt:
    """Read and simulate first, outside any transaction; then write in a short one.

    The version of the queue goes up only when something shown changed. Raises ``NietGevonden``.
    """
    locatie = Locatie.objects.filter(pk=locatie_id).first()
    if locatie is None:
        raise NietGevonden("Wij kennen dit kantoor niet.")
    return _schrijf(locatie, voorspelling(locatie, nu), nu)


@daad
def _schrijf(locatie: Locatie, voorspeld: Voorspelling, nu: datetime) -> Bijgewerkt:
    kantoor = Kantoorverwachting.objects.filter(locatie=locatie).first() or Kantoorverwachting(
        locatie=locatie, niveau=DOEL
    )
    niveau, geroepen = leer_van_oproepen(locatie, Niveau(kantoor.niveau), nu)
    ronde = Ronde(locatie, voorspeld, niveau, nu)
    wachtend = [(bezoek, rij_van(bezoek, geroepen, nu)) for bezoek in te_tonen(ronde)]
    veranderd = [werk_bij(ronde, bezoek, rij) for bezoek, rij in wachtend]
    nieuw = {
        letter: wie_nu_komt(kantoor.nieuw.get(letter, {}), tijd, ronde.moment)
        for letter, tijd in voorspeld.nieuw.items()
    }
    is_anders = any(veranderd) or _getoond(nieuw) != _getoond(kantoor.nieuw)
    kantoor.versie = _gezien(locatie, voorspeld.versie, is_anders=is_anders)
    for bezoek, rij in wachtend:
        meld_vertraging(ronde, bezoek, rij)
    schrijf([*geroepen, *(rij for _, rij in wachtend)])
    kantoor.ververst_op, kantoor.niveau, kantoor.nieuw = nu, niveau.waarde, nieuw
    kantoor.save()
    return Bijgewerkt(len(wachtend), is_anders)


def _gezien(locatie: Locatie, versie: int, *, is_anders: bool) -> int:
    """Tell the live pages; return the version that is now known, so that nobody looks for nothing.

    Our own step is no reason to look again. What somebody else did since we looked is.
    """
    if not is_anders:
        return versie
    na = vergrendel_wachtrij(locatie.pk)
    return na if na == versie + 1 else versie


def _getoond(nieuw: Mapping[str, Mapping[str, object]]) -> dict[str, tuple[object, ...]]:
    return {letter: tuple(wat.get(veld) for veld in ("soort", "van", "tot")) for letter, wat in nieuw.items()}
