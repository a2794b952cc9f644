"""What an employee does at a balie: call, take a break, go on, go home; ``helpen`` for who sits there."""

from __future__ import annotations

from datetime import datetime, timedelta

from afspraken.actions.bezoeker_oproepen import bezoeker_oproepen
from afspraken.actions.werkplek_hervatten import werkplek_hervatten
from afspraken.actions.werkplek_pauzeren import werkplek_pauzeren
from afspraken.actions.werkplek_sluiten import werkplek_sluiten

from .bord import Dienst, Plek
from .helpen import help_bezoeker
from .ogenblik import Ogenblik, probeer

LANGST_NA_PAUZE, KORTSTE_PAUZE = timedelta(minutes=30), timedelta(minutes=20)


def doe(plek: Plek, dienst: Dienst, dit: Ogenblik) -> int:
    """Do what is due at this workplace; return how many deeds that were."""
    bezoek = dit.bord.aan(plek.balie_id)
    if bezoek is not None:
        return help_bezoeker(plek, bezoek, dit)
    if plek.pauze_sinds is not None:
        is_over = dit.nu >= max(_pauze(dienst, dit)[1], plek.pauze_sinds + KORTSTE_PAUZE)
        return probeer(lambda: werkplek_hervatten(werkplek_id=plek.id, nu=dit.nu)) if is_over else 0
    if dit.nu >= dienst.tot and not _blijft(dienst, dit):
        return probeer(lambda: werkplek_sluiten(werkplek_id=plek.id, nu=dit.nu))
    if _pauze_nu(dienst, dit):
        dit.geheugen.pauze_gehad.add(dienst.inzet_id)
        return probeer(lambda: werkplek_pauzeren(werkplek_id=plek.id, nu=dit.nu))
    if plek.id in dit.roept:
        return probeer(lambda: bezoeker_oproepen(werkplek_id=plek.id, nu=dit.nu))
    return 0


def _blijft(dienst: Dienst, dit: Ogenblik) -> bool:
    """Who works until closing time stays while somebody waits."""
    return bool(dit.bord.wachtend) and dienst.tot >= dit.sluit


def _pauze(dienst: Dienst, dit: Ogenblik) -> tuple[datetime, datetime]:
    return dit.bord.ploeg.pauzes.get(dienst.inzet_id, (dit.nu, dit.nu))


def _pauze_nu(dienst: Dienst, dit: Ogenblik) -> bool:
    """A break that could not begin in time, because somebody was there, begins later."""
    if dienst.inzet_id not in dit.bord.ploeg.pauzes or dienst.inzet_id in dit.geheugen.pauze_gehad:
        return False
    van, tot = dit.bord.ploeg.pauzes[dienst.inzet_id]
    return van <= dit.nu < tot + LANGST_NA_PAUZE
