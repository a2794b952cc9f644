"""What each process remembers of free times, while others change them. Tasks of a crew."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from random import Random
from uuid import uuid4

from afspraken.models.versiebewaking import versiebewaking_aanzetten, versiebewaking_uitzetten
from afspraken.queries.aanbod import aanbod_van, kantoren
from afspraken.queries.geheugen import vergeet_alles
from afspraken.rules.vraag import Vraag
from locaties.models import Balieuitval, Inzet
from locaties.rules.weigering import Weigering
from tests.bouwers import DINSDAG, NU, op
from tests.gelijktijdig.taken import aanvraag, boek

DAGEN = 3


def kijk(*, kantoor: str) -> str:
    """What this process offers, from what it remembers."""
    vraag = Vraag(delen=(), categorieen=frozenset({"reisdocumenten"}))
    tot = DINSDAG + timedelta(days=DAGEN)
    (aanbod,) = aanbod_van(kantoren([kantoor]), vraag=vraag, van=DINSDAG, tot=tot, nu=NU, aanloop_minuten=0)
    return str(
        [(dag.open, [w.vrij for w in dag.werkers], [p.vrij for p in dag.plekken]) for dag in aanbod.dagen]
    )


def kijk_en_vergelijk(*, kantoor: str) -> list[str]:
    """What this process remembers, and what it reads anew."""
    onthouden = kijk(kantoor=kantoor)
    vergeet_alles()
    return [onthouden, kijk(kantoor=kantoor)]


def verander(*, kantoor: str, zaad: int) -> str:
    """Book, or change the roster or the balies past every lock; return which."""
    toeval = Random(zaad)
    om = f"{toeval.randint(9, 11):02}:{toeval.randrange(0, 60, 10):02}"
    if zaad % 3 == 0:
        with suppress(Weigering):
            boek(aanvraag=aanvraag(kantoor=kantoor), kantoor=kantoor, om=om, formulier=str(uuid4()))
            return "geboekt"
    elif zaad % 3 == 1:
        diensten = Inzet.objects.filter(locatie__code=kantoor)
        diensten.update(einde=op("12:00") + timedelta(minutes=toeval.randrange(0, 60, 5)))
    else:
        uitval = Balieuitval.objects.filter(balie__locatie__code=kantoor)
        uitval.update(einde=op("09:00") + timedelta(minutes=toeval.randrange(5, 60, 5)))
    return ""


def laat_uitvallen(*, kantoor: str) -> None:
    """One balie opens late."""
    balie = Inzet.objects.filter(locatie__code=kantoor)[0].locatie.balies.all()[0]
    Balieuitval.objects.create(balie=balie, begin=op("08:00"), einde=op("09:30"))


def versies(*, aan: bool) -> None:
    """Have the database raise the versions, or not."""
    (versiebewaking_aanzetten if aan else versiebewaking_uitzetten)()
