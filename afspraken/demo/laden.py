"""Load the demo city: data, rosters and logins. Running it again adds what has become due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.gemeente_laden import Geladen, gemeente_laden

from .gebruikers import gebruikers_maken
from .roosters import roosters_maken
from .stad import lees_stad

ZONE = ZoneInfo("Europe/Amsterdam")


class GeenDemo(Weigering):
    """Known passwords do not belong in a real installation."""

    code = "geen_demo"
    melding = "Dit kan alleen in de demo. Zet AFSPRAKEN_DEMO=1."


@dataclass(frozen=True, slots=True)
class Demostand:
    """What was loaded and how many shifts were added."""

    geladen: Geladen
    inzetten: int


def demo_laden(*, nu: datetime) -> Demostand:
    """Load everything; raises GeenDemo outside the demo."""
    if not settings.DEMO:
        raise GeenDemo
    vandaag = nu.astimezone(ZONE).date()
    bestanden = lees_stad(vandaag=vandaag)
    geladen = gemeente_laden(bestanden=bestanden, nu=nu)
    inzetten = roosters_maken(bestanden=bestanden, vandaag=vandaag)
    gebruikers_maken()
    return Demostand(geladen, inzetten)
