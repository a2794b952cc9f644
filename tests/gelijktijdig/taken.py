"""What a process of a crew can be asked to do, with plain values in and out, on the real actions."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from unittest.mock import patch
from uuid import UUID

from django.db import connection

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.afspraak_verzetten import afspraak_verzetten
from afspraken.actions.stappen import plaats
from afspraken.models import Aanvraag, Adresteller, Afspraak
from afspraken.models.bewaking import bewaking_aanzetten, bewaking_uitzetten
from afspraken.queries.aanvraag import lees_aanvraag
from afspraken.queries.vraag import vraag_van
from locaties.models import Locatie, Product
from tests.bouwers import DINSDAG, NU, Kantoorscene, een_aanvraag, een_inzet, een_kantoor, op

STRAKS = NU + timedelta(minutes=1)
DADEN = "afspraken.actions."
SLOTEN = ("afspraak_vasthouden", "afspraak_maken", "afspraak_verzetten", "stappen.aanvraag")


def bouw(*, kantoor: str, plaatsen: int, tot: str = "12:00", weken: int = 1) -> None:
    """Build an office with so many employees and balies, open on so many Tuesdays."""
    scene = een_kantoor(kantoor, medewerkers=plaatsen, balies=plaatsen, tot=tot)
    for week in range(1, weken):
        for medewerker in scene.medewerkers:
            een_inzet(medewerker, scene.locatie, van="09:00", tot=tot, datum=DINSDAG + timedelta(weeks=week))


def aanvraag(*, kantoor: str) -> str:
    """Fill in a draft with a phone number of its own."""
    return str(een_aanvraag(_scene(kantoor), telefoon=f"06 1{random.randrange(10**7):07d}"))


def aanvragen(*, kantoor: str, aantal: int) -> list[str]:
    """Fill in so many drafts."""
    return [aanvraag(kantoor=kantoor) for _ in range(aantal)]


def houd_vast(*, aanvraag: str, kantoor: str, om: str, datum: str = DINSDAG.isoformat()) -> None:
    """Hold a time for a draft."""
    begin = op(om, date.fromisoformat(datum))
    afspraak_vasthouden(aanvraag_id=UUID(aanvraag), locatie=kantoor, begin=begin, nu=NU)


def maak(*, aanvraag: str, formulier: str, na_minuten: int = 1) -> str:
    """Confirm a draft; return the code."""
    nu = NU + timedelta(minutes=na_minuten)
    return afspraak_maken(aanvraag_id=UUID(aanvraag), formulier=UUID(formulier), nu=nu).code


def boek(*, aanvraag: str, kantoor: str, om: str, formulier: str, datum: str = DINSDAG.isoformat()) -> str:
    """Hold and confirm; return the code."""
    houd_vast(aanvraag=aanvraag, kantoor=kantoor, om=om, datum=datum)
    return maak(aanvraag=aanvraag, formulier=formulier)


def verzet(*, code: str, kantoor: str, om: str) -> None:
    """Move an appointment."""
    afspraak_verzetten(
        afspraak_id=Afspraak.objects.get(code=code).id, begin=op(om), nu=STRAKS, rol="burger", locatie=kantoor
    )


def annuleer(*, code: str) -> None:
    """Cancel an appointment."""
    afspraak_annuleren(afspraak_id=Afspraak.objects.get(code=code).id, nu=STRAKS, rol="burger")


def boek_zonder_slot(*, aanvraag: str, kantoor: str, om: str, formulier: str, besluit_om: float) -> str:
    """Negative control: decide before the transaction, wait until all have decided, write without a lock."""
    vraag = vraag_van(lees_aanvraag(aanvraag_id=UUID(aanvraag)).gegevens)
    start = plaats.start_van(kantoor, op(om))
    dag = plaats.lees_dag(start, vraag, nu=NU, zonder_aanloop=True, zonder_afspraak=None)
    keuze = plaats.kies_plaats(start, vraag, dag, nu=NU, zonder_afspraak=None)
    connection.close()
    time.sleep(max(0.0, besluit_om - time.time()))
    with _zonder_slot(), patch.object(plaats, "kies_plaats", return_value=keuze):
        return boek(aanvraag=aanvraag, kantoor=kantoor, om=om, formulier=formulier)


def bewaking(*, aan: bool) -> None:
    """Put the guards of the database in place, or take them away."""
    (bewaking_aanzetten if aan else bewaking_uitzetten)()


def opruimen() -> None:
    """Throw away every appointment and draft, and what was counted."""
    Adresteller.objects.all().delete()
    Aanvraag.objects.all().delete()
    Afspraak.objects.all().delete()


def _scene(kantoor: str) -> Kantoorscene:
    return Kantoorscene(Locatie.objects.get(code=kantoor), Product.objects.get())


@contextmanager
def _zonder_slot() -> Iterator[None]:
    with ExitStack() as stapel:
        for module in SLOTEN:
            stapel.enter_context(patch(f"{DADEN}{module}.vergrendel"))
        yield
