"""Addresses of beheer."""

from __future__ import annotations

from django.urls import path

from . import afmelden, berichten, knelpunten, schermen, start, te_regelen, wachttijden

urlpatterns = [
    path("", start.beheer_start, name="beheer_start"),
    path("afmelden/", afmelden.beheer_medewerker_afmelden, name="beheer_medewerker_afmelden"),
    path("knelpunten/", knelpunten.beheer_knelpunten, name="beheer_knelpunten"),
    path(
        "knelpunten/<int:knelpunt_id>/oplossen/",
        knelpunten.beheer_knelpunt_oplossen,
        name="beheer_knelpunt_oplossen",
    ),
    path("te-regelen/", te_regelen.beheer_te_regelen, name="beheer_te_regelen"),
    path(
        "te-regelen/<uuid:bestelling_id>/",
        te_regelen.beheer_bestelling_bijwerken,
        name="beheer_bestelling_bijwerken",
    ),
    path("wachttijden/", wachttijden.beheer_wachttijden, name="beheer_wachttijden"),
    path("schermen/", schermen.beheer_schermen, name="beheer_schermen"),
    path("schermen/maken/", schermen.beheer_scherm_maken, name="beheer_scherm_maken"),
    path("schermen/<uuid:scherm_id>/code/", schermen.beheer_schermcode_geven, name="beheer_schermcode_geven"),
    path(
        "schermen/<uuid:scherm_id>/tekst/",
        schermen.beheer_schermtekst_wijzigen,
        name="beheer_schermtekst_wijzigen",
    ),
    path(
        "schermen/<uuid:scherm_id>/intrekken/",
        schermen.beheer_scherm_intrekken,
        name="beheer_scherm_intrekken",
    ),
    path("berichten/", berichten.beheer_berichten, name="beheer_berichten"),
]
