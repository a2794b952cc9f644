"""Addresses of the counter."""

from __future__ import annotations

from django.urls import path

from . import (
    afronden,
    alarm,
    behoeften,
    bezoek,
    doorgeven,
    oproepen,
    product,
    raadsman,
    vervolg,
    werkplek,
    zitten,
)

urlpatterns = [
    path("", zitten.balie, name="balie"),
    path("kantoor/<slug:kantoor>/", zitten.balie_kiezen, name="balie_kiezen"),
    path("kantoor/<slug:kantoor>/openen/", zitten.balie_openen, name="balie_openen"),
    path("sluiten/", zitten.balie_sluiten, name="balie_sluiten"),
    path("pauzeren/", zitten.balie_pauzeren, name="balie_pauzeren"),
    path("weer-open/", zitten.balie_hervatten, name="balie_hervatten"),
    path("werkplek/", werkplek.balie_werkplek, name="balie_werkplek"),
    path("oproepen/", oproepen.balie_oproepen, name="balie_oproepen"),
    path("opnieuw-oproepen/", oproepen.balie_opnieuw_oproepen, name="balie_opnieuw_oproepen"),
    path("niet-hier/", oproepen.balie_niet_hier, name="balie_niet_hier"),
    path(
        "niet-hier-terugdraaien/",
        oproepen.balie_niet_hier_terugdraaien,
        name="balie_niet_hier_terugdraaien",
    ),
    path("starten/", bezoek.balie_starten, name="balie_starten"),
    path("parkeren/", bezoek.balie_parkeren, name="balie_parkeren"),
    path("hervatten/", bezoek.balie_bezoek_hervatten, name="balie_bezoek_hervatten"),
    path("extra-tijd/", bezoek.balie_extra_tijd, name="balie_extra_tijd"),
    path("behoeften/", behoeften.balie_behoeften, name="balie_behoeften"),
    path("product/<uuid:bezoek_id>/", product.balie_product, name="balie_product"),
    path("doorgeven/<uuid:bezoek_id>/", doorgeven.balie_doorgeven, name="balie_doorgeven"),
    path("afronden/<uuid:bezoek_id>/", afronden.balie_afronden, name="balie_afronden"),
    path("raadsman/<uuid:bezoek_id>/", raadsman.balie_raadsman, name="balie_raadsman"),
    path("vervolgafspraak/", vervolg.balie_vervolgafspraak, name="balie_vervolgafspraak"),
    path("alarm/", alarm.balie_alarm, name="balie_alarm"),
    path("alarm-beantwoorden/", alarm.balie_alarm_beantwoorden, name="balie_alarm_beantwoorden"),
]
