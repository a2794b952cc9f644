"""The data files of the demo city, with dates that are true today."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from locaties.rules.gegevensvormen import BESTANDEN, MEDEWERKERS

MAP = Path(__file__).parent / "gegevens" / "denhaag"
GELDIG_JAREN = 3
RUIM_GELDIG = timedelta(days=180)
Bestanden = dict[str, Any]


def lees_stad(*, vandaag: date) -> Bestanden:
    """Return the parsed files by name; certificates are renewed as a real city would do."""
    bestanden = {naam: json.loads((MAP / naam).read_text(encoding="utf-8")) for naam in BESTANDEN}
    for medewerker in bestanden[MEDEWERKERS]["medewerkers"]:
        _vernieuw(medewerker.get("bekwaamheden", []), vandaag)
    for contact in bestanden[MEDEWERKERS]["contactpersonen"]:
        contact["van"] = date(vandaag.year, 1, 1).isoformat()
        contact["tot_en_met"] = date(vandaag.year + 1, 12, 31).isoformat()
    return bestanden


def _vernieuw(bekwaamheden: Iterable[dict[str, Any]], vandaag: date) -> None:
    """Who is trained keeps it up: the last certificate follows on the one before without a gap."""
    for rij in bekwaamheden:
        van, tot = date.fromisoformat(rij["geldig_van"]), date.fromisoformat(rij["geldig_tot"])
        while van > vandaag:
            van = van.replace(year=van.year - GELDIG_JAREN)
        while tot < vandaag + RUIM_GELDIG:
            tot = tot.replace(year=tot.year + GELDIG_JAREN)
        rij["geldig_van"], rij["geldig_tot"] = van.isoformat(), tot.isoformat()
