"""Load a municipality from its data files: repeatable, all or nothing.

What stands in the files is put in the database by its code. What is inside an entry (opening hours, groups,
certificates) is replaced as a whole; an entry that the files do not name stays as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from locaties.rules.gegevensbestand import Fout
from locaties.rules.gegevensverband import keur_bestanden
from locaties.rules.gegevensvormen import BEHOEFTEN, LOCATIES, MEDEWERKERS, PRODUCTEN
from locaties.rules.weigering import Weigering

from ._aanbod import laad_locaties, laad_producten
from ._behoeften import keur_haalbaarheid, laad_behoeften
from ._mensen import laad_medewerkers

ZONE = ZoneInfo("Europe/Amsterdam")


class GegevensOnjuist(Weigering):
    """The files have faults; nothing has been loaded."""

    code = "gegevens_onjuist"
    melding = "In de bestanden zitten fouten. Er is niets geladen."

    def __init__(self, fouten: tuple[Fout, ...]) -> None:
        """Keep the faults, one line each."""
        self.fouten = fouten
        super().__init__()


@dataclass(frozen=True, slots=True)
class Geladen:
    """How many of each were put in the database."""

    locaties: int
    producten: int
    behoeften: int
    medewerkers: int


def gemeente_laden(*, bestanden: Mapping[str, Any], nu: datetime) -> Geladen:
    """Check the parsed files (by file name) and put them in the database; raises GegevensOnjuist."""
    vandaag = nu.astimezone(ZONE).date()
    fouten = keur_bestanden(bestanden) or keur_haalbaarheid(bestanden, vandaag)
    if fouten:
        raise GegevensOnjuist(fouten)
    with transaction.atomic():
        locaties = laad_locaties(bestanden[LOCATIES])
        producten = laad_producten(bestanden[PRODUCTEN]["producten"], locaties)
        behoeften = laad_behoeften(bestanden[BEHOEFTEN])
        medewerkers = laad_medewerkers(bestanden[MEDEWERKERS], locaties, producten)
    return Geladen(len(locaties), len(producten), behoeften, medewerkers)
