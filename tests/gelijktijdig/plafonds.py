"""What a process can do from one and the same address, with the ceiling set low."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import timedelta
from unittest.mock import patch
from uuid import UUID, uuid4

from django.db import connection
from django.db.models import Max, Sum
from django.test import override_settings

from afspraken.actions.afspraak_maken import afspraak_maken
from afspraken.actions.afspraak_vasthouden import afspraak_vasthouden
from afspraken.actions.bericht_claimen import bericht_claimen
from afspraken.actions.bericht_vastleggen import bericht_vastleggen
from afspraken.actions.stappen.berichten import zet_klaar
from afspraken.actions.stappen.grenzen import TeDruk, TeVeelVastgehouden
from afspraken.models import Adresteller, Afspraak, Bericht, Contact
from afspraken.rules.berichtsoort import Berichtsoort
from afspraken.rules.code import nieuwe_code
from afspraken.rules.smsplafond import Smsplafond
from locaties.models import Locatie
from locaties.rules.weigering import Weigering
from tests.bouwers import NU, op
from tests.gelijktijdig.taken import DADEN, STRAKS

ADRES = "2001:db8:1:2::7"


def houd_vast_van_een_adres(*, aanvraag: str, kantoor: str, hoogstens: int) -> bool:
    """Hold ten o'clock."""
    with override_settings(MAX_VASTGEHOUDEN_PER_ADRES=hoogstens):
        afspraak_vasthouden(
            aanvraag_id=UUID(aanvraag), locatie=kantoor, begin=op("10:00"), nu=NU, afzender_ip=ADRES
        )
    return True


def maak_van_een_adres(*, aanvraag: str, formulier: str, hoogstens: int) -> bool:
    """Confirm a draft that holds a time."""
    with override_settings(MAX_BOEKINGEN_PER_ADRES_PER_UUR=hoogstens):
        afspraak_maken(aanvraag_id=UUID(aanvraag), formulier=UUID(formulier), nu=STRAKS, afzender_ip=ADRES)
    return True


def houd_vast_na_kijken(*, besluit_om: float, hoogstens: int, **gegevens: str) -> bool:
    """Negative control: look how many are held, wait until all have looked, then hold."""
    _kijk(vastgehouden, hoogstens, TeVeelVastgehouden, besluit_om)
    with patch(f"{DADEN}afspraak_vasthouden.toets_vastgehouden"):
        return houd_vast_van_een_adres(hoogstens=hoogstens, **gegevens)


def maak_na_kijken(*, besluit_om: float, hoogstens: int, **gegevens: str) -> bool:
    """Negative control: look how many were counted, wait until all have looked, then book."""
    _kijk(geteld, hoogstens, TeDruk, besluit_om)
    with patch(f"{DADEN}afspraak_maken.tel_boeking"):
        return maak_van_een_adres(hoogstens=hoogstens, **gegevens)


def vastgehouden() -> int:
    """Return how many times are held."""
    return Afspraak.objects.filter(status="vastgehouden").count()


def geteld() -> int:
    """Return how many bookings were counted."""
    return Adresteller.objects.aggregate(som=Sum("aantal"))["som"] or 0


def gemaakt() -> int:
    """Return how many appointments stand."""
    return Afspraak.objects.filter(status="bevestigd").count()


def _kijk(hoeveel: Callable[[], int], hoogstens: int, weigering: type[Weigering], tot: float) -> None:
    if hoeveel() >= hoogstens:
        raise weigering
    connection.close()
    time.sleep(max(0.0, tot - time.time()))


def zet_sms_klaar(*, kantoor: str, aantal: int) -> list[str]:
    """Put so many confirmations in the outbox, each of an appointment with a number of its own."""
    locatie, rijen = Locatie.objects.get(code=kantoor), []
    for _ in range(aantal):
        pk, code = uuid4(), nieuwe_code()
        afspraak = Afspraak.objects.create(
            code=code,
            locatie=locatie,
            begin=op("10:00"),
            einde=op("10:10"),
            status="bevestigd",
            herkomst="telefoon",
            aangemaakt_op=NU,
            gewijzigd_op=NU,
        )
        telefoon = f"+3161{random.randrange(10**7):07d}"
        Contact.objects.create(
            id=pk, afspraak=afspraak, achternaam="De Wit", kanaal="sms", telefoon=telefoon, link_hash=str(pk)
        )
        zet_klaar(afspraak, Berichtsoort.BEVESTIGING, nu=NU)
        rijen.append(str(Bericht.objects.get(afspraak=afspraak).pk))
    return rijen


def verstuur_binnen_budget(*, bericht: str, hoogstens: int) -> str:
    """Claim a message and write it down; return which limit is reached, "" when it may leave."""
    wie = {"bericht_id": UUID(bericht), "wie": bericht, "nu": STRAKS, "lease": timedelta(minutes=1)}
    with override_settings(SMS_BUDGET_PER_DAG=hoogstens):
        claim = bericht_claimen(**wie)  # type: ignore[arg-type]
        assert claim is not None
        uit = bericht_vastleggen(naar=claim.naar, onderwerp="", tekst="x", **wie)  # type: ignore[arg-type]
    assert uit.mag is (uit.vol is None)
    return uit.vol or ""


def verstuur_na_kijken(*, besluit_om: float, bericht: str, hoogstens: int) -> str:
    """Negative control: look how many left, wait until all have looked, then count without a limit."""
    if _meeste() >= hoogstens:
        return str(Smsplafond.GEMEENTE)
    connection.close()
    time.sleep(max(0.0, besluit_om - time.time()))
    return verstuur_binnen_budget(bericht=bericht, hoogstens=10_000)


def verstuurd() -> int:
    """Return how many messages were written down to leave."""
    return Bericht.objects.exclude(tekst="").count()


def _meeste() -> int:
    return Adresteller.objects.aggregate(meeste=Max("aantal"))["meeste"] or 0
