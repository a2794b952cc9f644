"""Writing the catalogue of needs, and refusing what no office can do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from locaties.models import Voorziening
from locaties.rules.gegevensbestand import Fout
from locaties.rules.gegevensvormen import BEHOEFTEN, LOCATIES, MEDEWERKERS
from toegankelijkheid.models import Behoefte, Specialisme
from toegankelijkheid.rules.haalbaarheid import Kantoor, is_geldig, waarom_niet

from ._aanbod import velden

Rij = Mapping[str, Any]
BEHOEFTEVELDEN = [
    "groep",
    "tekst",
    "tekst_en",
    "uitleg",
    "uitleg_en",
    "extra_minuten",
    "roepwijze",
    "handelingen",
]


def keur_haalbaarheid(bestanden: Rij, vandaag: date) -> tuple[Fout, ...]:
    """Return a fault for each need that no office can meet."""
    kantoren = tuple(_kantoren(bestanden, vandaag))
    return tuple(
        Fout(BEHOEFTEN, behoefte["code"], "", f"geen locatie kan dit waarmaken: {reden}")
        for behoefte in bestanden[BEHOEFTEN]["behoeften"]
        if (reden := waarom_niet(behoefte, kantoren))
    )


def _kantoren(bestanden: Rij, vandaag: date) -> Iterator[Kantoor]:
    for locatie in bestanden[LOCATIES]["locaties"]:
        yield Kantoor(
            gebouw=frozenset(locatie["gebouw"]),
            balies=tuple(frozenset(b["voorzieningen"]) for b in locatie["balies"]),
            specialismen=frozenset(
                b["specialisme"]
                for m in bestanden[MEDEWERKERS]["medewerkers"]
                for b in m.get("bekwaamheden") or []
                if m["locatie"] == locatie["code"] and is_geldig(b, vandaag)
            ),
        )


def laad_behoeften(bestand: Rij) -> int:
    """Write the kinds of training and the needs; return how many needs."""
    for rij in bestand["specialismen"]:
        Specialisme.objects.update_or_create(
            code=rij["code"], defaults=velden(Specialisme, rij, ("naam", "aandeel_vraag"))
        )
    specialismen = {s.code: s for s in Specialisme.objects.all()}
    voorzieningen = {v.code: v for v in Voorziening.objects.all()}
    for volgorde, rij in enumerate(bestand["behoeften"], 1):
        _laad_behoefte(rij, volgorde, specialismen, voorzieningen)
    return len(bestand["behoeften"])


def _laad_behoefte(
    rij: Rij, volgorde: int, specialismen: Mapping[str, Specialisme], voorzieningen: Mapping[str, Voorziening]
) -> None:
    bestelling = rij.get("bestelling") or {}
    behoefte, _ = Behoefte.objects.update_or_create(
        code=rij["code"],
        defaults={
            **velden(Behoefte, rij, BEHOEFTEVELDEN),
            "specialisme": specialismen.get(rij.get("specialisme") or ""),
            "bestelling_wat": bestelling.get("wat") or "",
            "bestelling_werkdagen": bestelling.get("werkdagen"),
            "bestelling_binnen_werkdagen": bestelling.get("binnen_werkdagen"),
            "vervanging_balie": voorzieningen.get(bestelling.get("vervanging_balie") or ""),
            "volgorde": volgorde,
            "is_actief": True,
        },
    )
    behoefte.vereist_balie.set([voorzieningen[v] for v in rij.get("vereist_balie") or []])
    behoefte.vereist_gebouw.set([voorzieningen[v] for v in rij.get("vereist_gebouw") or []])
