"""What a process of a crew does at a balie: press "Volgende", help, finish, on the real actions."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.models import QuerySet

from afspraken.actions import bezoeker_oproepen as oproepen
from afspraken.actions import werkplek_openen as openen
from afspraken.actions.bezoek_afronden import bezoek_afronden
from afspraken.actions.bezoek_starten import bezoek_starten
from afspraken.actions.bezoeker_oproepen import NiemandAanDeBeurt, Opgeroepen, bezoeker_oproepen
from afspraken.actions.werkplek_openen import werkplek_openen
from afspraken.models import Bezoek, Bezoekdeel, Gebeurtenis, Oproep, Werkplek
from afspraken.queries.wachtrijstand import Wachtrijstand, wachtrijstand
from afspraken.rules.volgorde import volgende
from locaties.models import Balie, Locatie, Medewerker
from tests.bouwers import DINSDAG, een_kantoor, een_product, op

OPEN = op("09:00")
NU = op("11:00")
TALEN = ["ar", "pl"]


def bouw_hal(*, kantoor: str, balies: int, wachtenden: int, zaad: int) -> list[str]:
    """Build an office with everybody waiting; return the tickets in the order of their promises.

    Numbers of two lanes are given out in another order than the promises; where promises are the same, the
    lower number goes first.
    """
    scene = een_kantoor(kantoor, medewerkers=balies, balies=balies)
    for medewerker, balie in zip(scene.medewerkers, scene.balies, strict=True):
        werkplek_openen(medewerker_id=medewerker.pk, balie_id=balie.pk, nu=OPEN)
    toeval = random.Random(zaad)
    beloften = [OPEN + timedelta(minutes=toeval.randrange(wachtenden // 2)) for _ in range(wachtenden)]
    rij = [_bezoek(scene.locatie, i, belofte) for i, belofte in enumerate(beloften)]
    Bezoek.objects.bulk_create(rij)
    Bezoekdeel.objects.bulk_create(
        Bezoekdeel(bezoek=bezoek, volgorde=0, product=scene.product, minuten=10) for bezoek in rij
    )
    return [str(bezoek) for bezoek in sorted(rij, key=lambda b: (b.uiterste_op, b.nummer, b.letter))]


def maak_bont(*, kantoor: str, zaad: int) -> None:
    """Have people come for different things in different languages, and employees know some of them."""
    toeval = random.Random(zaad)
    locatie = Locatie.objects.get(code=kantoor)
    producten = [een_product(code, locatie=locatie) for code in ("paspoort", "rijbewijs", "huwelijk")]
    for i, werkplek in enumerate(Werkplek.objects.filter(locatie=locatie).select_related("medewerker")):
        werkplek.medewerker.producten.set(producten[: 1 + i % 3] if i % 4 else producten[1:])
        werkplek.medewerker.talen = TALEN[: i % 3]
        werkplek.medewerker.save()
    for bezoek in Bezoek.objects.filter(locatie=locatie).order_by("letter", "nummer"):
        bezoek.delen.update(product=toeval.choice(producten))
        bezoek.spreektaal = toeval.choice(["", *TALEN])
        bezoek.save()


def ga_zitten(*, kantoor: str, van: str, balie: int) -> int:
    """Have the first employee of office ``van`` sit down here."""
    wie = Medewerker.objects.filter(inzetten__locatie__code=van).earliest("id")
    waar = Balie.objects.get(locatie__code=kantoor, nummer=balie)
    return werkplek_openen(medewerker_id=wie.pk, balie_id=waar.pk, nu=NU)


def ga_zitten_zonder_slot(*, kantoor: str, van: str, balie: int) -> int:
    """Negative control: not one employee at a time, and slow between looking and sitting down."""
    verlaat = openen._verlaat

    def traag(medewerker_id: int, nu: datetime) -> None:
        verlaat(medewerker_id, nu)
        time.sleep(0.3)

    zonder = patch.object(QuerySet, "select_for_update", lambda rijen, **_: rijen)
    with zonder, patch.object(openen, "_verlaat", traag):
        return ga_zitten(kantoor=kantoor, van=van, balie=balie)


def open_werkplekken(*, van: str) -> int:
    """How many the first employee of that office has, anywhere."""
    wie = Medewerker.objects.filter(inzetten__locatie__code=van).earliest("id")
    return Werkplek.objects.filter(medewerker=wie, einde=None).count()


def werk_tot_leeg(*, kantoor: str, balie: int) -> list[str]:
    """Press "Volgende", help and finish, until nobody waits; return who was helped here, in order."""
    plek = _werkplek(kantoor, balie)
    geholpen = []
    while (kaart := _volgende(plek)) is not None:
        bezoek_starten(werkplek_id=plek, bezoek_id=kaart.bezoek_id, nu=NU)
        bezoek_afronden(werkplek_id=plek, bezoek_id=kaart.bezoek_id, uitkomst="geholpen", nu=NU)
        geholpen.append(f"{kaart.letter} {kaart.nummer}")
    return geholpen


def druk(*, kantoor: str, balie: int) -> list[Any]:
    """Press "Volgende" once; return the ticket and whether it was a new call."""
    kaart = bezoeker_oproepen(werkplek_id=_werkplek(kantoor, balie), nu=NU)
    return [f"{kaart.letter} {kaart.nummer}", kaart.is_nieuw]


def druk_zonder_slot(*, kantoor: str, balie: int, besluit_om: float) -> list[Any]:
    """Negative control: decide before the transaction, wait until all have, and write without the lock."""
    werkplek = Werkplek.objects.select_related("locatie").get(id=_werkplek(kantoor, balie))
    keuze = oproepen._volgende(werkplek, NU)
    connection.close()
    time.sleep(max(0.0, besluit_om - time.time()))
    with (
        patch("afspraken.actions.stappen.werkplekrij.vergrendel_wachtrij"),
        patch.object(oproepen, "_volgende", return_value=keuze),
    ):
        return druk(kantoor=kantoor, balie=balie)


def oproeplijst(*, kantoor: str) -> list[str]:
    """Every call of the office, in the order in which it was written."""
    rijen = Oproep.objects.filter(bezoek__locatie__code=kantoor).select_related("bezoek").order_by("id")
    return [str(oproep.bezoek) for oproep in rijen]


def naspelen(*, kantoor: str) -> list[list[str]]:
    """Ask the rule again at each call, with who waited and who was free then; return [called, by the rule].

    Events are numbered under the lock, so their order is that of what happened.
    """
    begin = _beginstand(kantoor)
    wachtend = {wie.id: wie for wie in begin.wachtenden}
    vrij = {plaats.balie_id: plaats for plaats in begin.plaatsen}
    plaatsen, uit = dict(vrij), []
    oproepen_per = dict(
        Oproep.objects.filter(bezoek__locatie__code=kantoor).values_list("bezoek_id", "balie_id")
    )
    for bezoek_id, soort in _gebeurtenissen(kantoor):
        balie = oproepen_per[bezoek_id]
        if soort == "bezoek.opgeroepen":
            keuze = volgende(wachtend.values(), plaatsen.values(), vrij[balie], begin.verwacht, begin.nu)
            uit.append([str(bezoek_id), str(keuze.wachtende_id) if keuze else ""])
            klaar = begin.nu + wachtend.pop(bezoek_id).minuten * 60
            plaatsen[balie] = replace(vrij[balie], vrij=False, klaar_verwacht=klaar)
        elif soort == "bezoek.afgerond":
            plaatsen[balie] = vrij[balie]
    return uit


def standen(*, kantoor: str) -> dict[str, int]:
    """How many visits there are in each state."""
    uit: dict[str, int] = {}
    for status in Bezoek.objects.filter(locatie__code=kantoor).values_list("status", flat=True):
        uit[status] = uit.get(status, 0) + 1
    return uit


def _beginstand(kantoor: str) -> Wachtrijstand:
    """The queue as it was when everybody waited; nothing of it is kept."""
    hier = {"locatie__code": kantoor}
    with transaction.atomic():
        Bezoek.objects.filter(**hier).update(status="wachtend", balie=None, medewerker=None, begonnen_op=None)
        Bezoekdeel.objects.filter(bezoek__locatie__code=kantoor).update(klaar_op=None)
        stand = wachtrijstand(Locatie.objects.get(code=kantoor), NU)
        transaction.set_rollback(True)
    return stand


def _gebeurtenissen(kantoor: str) -> Iterable[tuple[UUID, str]]:
    rijen = Gebeurtenis.objects.filter(bezoek__locatie__code=kantoor).order_by("id")
    return [(bezoek_id, soort) for bezoek_id, soort in rijen.values_list("bezoek_id", "soort") if bezoek_id]


def _bezoek(locatie: Locatie, i: int, belofte: Any) -> Bezoek:
    return Bezoek(
        id=uuid4(),
        locatie=locatie,
        datum=DINSDAG,
        letter="AB"[i % 2],
        nummer=i // 2 + 1,
        herkomst="ontvangst",
        aangekomen_op=OPEN,
        vroegste_op=OPEN,
        uiterste_op=belofte,
        wacht_sinds=OPEN,
    )


def _werkplek(kantoor: str, balie: int) -> int:
    werkplek = Werkplek.objects.get(locatie__code=kantoor, balie__nummer=balie, einde=None)
    return werkplek.pk


def _volgende(werkplek_id: int) -> Opgeroepen | None:
    try:
        return bezoeker_oproepen(werkplek_id=werkplek_id, nu=NU)
    except NiemandAanDeBeurt:
        return None
