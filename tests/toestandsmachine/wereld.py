"""Build the little city: two offices with scarce employees, counters, training and things to order."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F

from locaties.models import Balie, Locatie, Locatieversie, Medewerker, Openingstijd, Voorziening
from tests.bouwers import (
    Kantoorscene,
    een_behoefte,
    een_bekwaamheid,
    een_inzet,
    een_kantoor,
    een_leeftijdsgroep,
    een_medewerker,
    een_product,
    een_voorziening,
)
from toegankelijkheid.models import Behoefte

from .catalogus import BEHOEFTEN, DAGEN, DUUR, KANTOREN, OPEN_TOT, OPEN_VAN

UREN: dict[str, Any] = {"van": OPEN_VAN, "tot": OPEN_TOT}


def bouw_wereld() -> None:
    """At Loosduinen one employee does all; at Segbroek two must share an appointment with both products."""
    loosduinen, segbroek = (een_kantoor(code, medewerkers=0, balies=2, **UREN) for code in KANTOREN)
    paspoort, rijbewijs = loosduinen.product, een_product("rijbewijs", locatie=loosduinen.locatie, minuten=15)
    een_product("rijbewijs", locatie=segbroek.locatie)
    een_leeftijdsgroep(paspoort, "0-11", *DUUR["paspoort"]["0-11"])
    for scene in (loosduinen, segbroek):
        for datum in DAGEN[1:3]:
            Openingstijd.objects.create(
                locatie=scene.locatie, weekdag=datum.weekday(), soort="afspraak", **UREN
            )
    alles = een_medewerker(loosduinen, kan=[paspoort, rijbewijs], **UREN)
    een_medewerker(loosduinen, kan=[paspoort], **UREN)
    passen = een_medewerker(segbroek, kan=[paspoort], **UREN)
    een_medewerker(segbroek, kan=[rijbewijs], **UREN)
    een_bekwaamheid(alles, "begrijpelijk", tot=date(2026, 11, 4))
    een_bekwaamheid(passen, "begrijpelijk")
    _roosters(loosduinen, segbroek)
    _behoeften(loosduinen.locatie)


def nieuwe_versies(ronde: int) -> None:
    """Let no run know the days of another: a version that was rolled back comes again."""
    for locatie in Locatie.objects.all():
        Locatieversie.objects.get_or_create(locatie=locatie)
    Locatieversie.objects.update(versie=F("versie") + ronde)


def _roosters(*scenes: Kantoorscene) -> None:
    for scene in scenes:
        for medewerker in Medewerker.objects.filter(inzetten__locatie=scene.locatie):
            for datum in DAGEN[1:]:
                een_inzet(medewerker, scene.locatie, datum=datum, **UREN)


def _behoeften(met_lift: Locatie) -> None:
    een_voorziening("lage_balie", *Balie.objects.filter(nummer=1))
    een_voorziening("ringleiding", *Balie.objects.filter(nummer=2))
    lift = een_voorziening("lift", plek="gebouw")
    met_lift.voorzieningen.add(lift)
    voorziening = {rij.code: rij for rij in Voorziening.objects.all()}
    for code, soort in BEHOEFTEN.items():
        behoefte = een_behoefte(
            code,
            extra=soort.extra,
            balie=[voorziening[soort.balie]] if soort.balie else (),
            specialisme=soort.specialisme,
            bestelling=soort.werkdagen if soort.bestelling else None,
            vervanging=voorziening.get(soort.vervanging),
        )
        Behoefte.objects.filter(pk=behoefte.pk).update(bestelling_wat=soort.bestelling)
        behoefte.vereist_gebouw.set([voorziening[soort.gebouw]] if soort.gebouw else [])
