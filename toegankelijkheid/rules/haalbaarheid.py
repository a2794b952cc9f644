"""Whether a need can be met at all: nothing is offered that no office can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Kantoor:
    """What one office has: provisions of the building, provisions per balie, and who is trained there."""

    gebouw: frozenset[str]
    balies: tuple[frozenset[str], ...]
    specialismen: frozenset[str]


def waarom_niet(behoefte: Mapping[str, Any], kantoren: tuple[Kantoor, ...]) -> str:
    """Return what is lacking everywhere, in Dutch; "" when one office at least can do it."""
    balie = frozenset(behoefte.get("vereist_balie") or [])
    gebouw = frozenset(behoefte.get("vereist_gebouw") or [])
    specialisme = frozenset({behoefte["specialisme"]} if behoefte.get("specialisme") else set())
    if not any(balie <= b for k in kantoren for b in k.balies):
        return f"geen enkele balie heeft: {_en(balie)}"
    if not any(gebouw <= k.gebouw for k in kantoren):
        return f"geen enkel gebouw heeft: {_en(gebouw)}"
    if not any(specialisme <= k.specialismen for k in kantoren):
        return f"geen enkele medewerker heeft een geldig certificaat voor: {_en(specialisme)}"
    samen = any(
        gebouw <= k.gebouw and specialisme <= k.specialismen and any(balie <= b for b in k.balies)
        for k in kantoren
    )
    return "" if samen else "geen enkele locatie heeft dit allemaal tegelijk"


def is_geldig(bekwaamheid: Mapping[str, Any], op: date) -> bool:
    """Whether a certificate counts on a day; the last day included."""
    return bool(bekwaamheid["geldig_van"] <= op.isoformat() <= bekwaamheid["geldig_tot"])


def _en(namen: frozenset[str]) -> str:
    return " en ".join(sorted(namen)) or "(niets gevraagd)"
