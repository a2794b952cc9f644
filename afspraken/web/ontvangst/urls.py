"""Addresses of the tablet at the entrance."""

from __future__ import annotations

from django.urls import path

from . import (
    aanmelden,
    afdrukken,
    afsluiten,
    alarm,
    balie_sluiten,
    boeken,
    bon,
    halen,
    inschrijven,
    lijst,
    pincode,
    scannen,
    slot,
    wachtrij,
    wegsturen,
)

urlpatterns = [
    path("", lijst.ontvangst, name="ontvangst"),
    path("slot/", slot.ontvangst_slot, name="ontvangst_slot"),
    path("op-slot/", slot.ontvangst_op_slot, name="ontvangst_op_slot"),
    path("pincode/", pincode.ontvangst_pincode, name="ontvangst_pincode"),
    path("pincode/weg/", pincode.ontvangst_pincode_weghalen, name="ontvangst_pincode_weghalen"),
    path("<slug:kantoor>/", lijst.ontvangst_lijst, name="ontvangst_lijst"),
    path("<slug:kantoor>/aanmelden/", aanmelden.ontvangst_aanmelden, name="ontvangst_aanmelden"),
    path("<slug:kantoor>/terugdraaien/", aanmelden.ontvangst_terugdraaien, name="ontvangst_terugdraaien"),
    path(
        "<slug:kantoor>/alarm-beantwoorden/",
        alarm.ontvangst_alarm_beantwoorden,
        name="ontvangst_alarm_beantwoorden",
    ),
    path("<slug:kantoor>/gehaald/", halen.ontvangst_gehaald, name="ontvangst_gehaald"),
    path("<slug:kantoor>/niet-gehaald/", halen.ontvangst_niet_gehaald, name="ontvangst_niet_gehaald"),
    path("<slug:kantoor>/scannen/", scannen.ontvangst_scannen, name="ontvangst_scannen"),
    path("<slug:kantoor>/boeken/", boeken.ontvangst_boeken, name="ontvangst_boeken"),
    path("<slug:kantoor>/zonder-afspraak/", inschrijven.ontvangst_product, name="ontvangst_product"),
    path("<slug:kantoor>/inschrijven/", inschrijven.ontvangst_inschrijven, name="ontvangst_inschrijven"),
    path("<slug:kantoor>/daglijst/", afdrukken.ontvangst_daglijst, name="ontvangst_daglijst"),
    path(
        "<slug:kantoor>/reservenummers/", afdrukken.ontvangst_reservenummers, name="ontvangst_reservenummers"
    ),
    path("<slug:kantoor>/bon/<uuid:bezoek_id>/", bon.ontvangst_bon, name="ontvangst_bon"),
    path("<slug:kantoor>/wachtrij/", wachtrij.ontvangst_wachtrij, name="ontvangst_wachtrij"),
    path("<slug:kantoor>/vertrokken/", wachtrij.ontvangst_vertrokken, name="ontvangst_vertrokken"),
    path(
        "<slug:kantoor>/vertrokken-terugdraaien/",
        wachtrij.ontvangst_vertrokken_terugdraaien,
        name="ontvangst_vertrokken_terugdraaien",
    ),
    path(
        "<slug:kantoor>/niet-hier-terugdraaien/",
        wachtrij.ontvangst_niet_hier_terugdraaien,
        name="ontvangst_niet_hier_terugdraaien",
    ),
    path(
        "<slug:kantoor>/balie-sluiten/", balie_sluiten.ontvangst_balie_sluiten, name="ontvangst_balie_sluiten"
    ),
    path("<slug:kantoor>/afsluiten/", afsluiten.ontvangst_afsluiten, name="ontvangst_afsluiten"),
    path(
        "<slug:kantoor>/wegsturen/<uuid:bezoek_id>/",
        wegsturen.ontvangst_wegsturen,
        name="ontvangst_wegsturen",
    ),
]
