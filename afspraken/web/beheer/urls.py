"""Addresses of beheer."""

from __future__ import annotations

from django.urls import path

from . import afmelden, berichten, knelpunten, start, te_regelen

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
    path("berichten/", berichten.beheer_berichten, name="beheer_berichten"),
]
