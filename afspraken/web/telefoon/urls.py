"""Addresses of telefoon."""

from __future__ import annotations

from django.urls import path

from . import (
    aanvraag,
    afdrukken,
    afronden,
    afspraak,
    annuleren,
    behoeften,
    boeken,
    moment,
    persoon_weghalen,
    verzetten,
    zoeken,
)

urlpatterns = [
    path("", zoeken.telefoon_zoeken, name="telefoon_zoeken"),
    path("boeken/", boeken.telefoon_boeken, name="telefoon_boeken"),
    path("boeken/opnieuw/", aanvraag.telefoon_boeken_opnieuw, name="telefoon_boeken_opnieuw"),
    path("boeken/product/", boeken.telefoon_product, name="telefoon_product"),
    path("boeken/product/weg/", boeken.telefoon_product_weghalen, name="telefoon_product_weghalen"),
    path("boeken/moment/", moment.telefoon_moment, name="telefoon_moment"),
    path("boeken/moment/verlengen/", moment.telefoon_moment_verlengen, name="telefoon_moment_verlengen"),
    path("boeken/gegevens/", afronden.telefoon_gegevens, name="telefoon_gegevens"),
    path("boeken/controle/", afronden.telefoon_controle, name="telefoon_controle"),
    path("boeken/brief/", afdrukken.telefoon_brief, name="telefoon_brief"),
    path("afspraak/<uuid:afspraak_id>/", afspraak.telefoon_afspraak, name="telefoon_afspraak"),
    path("afspraak/<uuid:afspraak_id>/verzetten/", verzetten.telefoon_verzetten, name="telefoon_verzetten"),
    path("afspraak/<uuid:afspraak_id>/annuleren/", annuleren.telefoon_annuleren, name="telefoon_annuleren"),
    path(
        "afspraak/<uuid:afspraak_id>/persoon-weghalen/",
        persoon_weghalen.telefoon_persoon_weghalen,
        name="telefoon_persoon_weghalen",
    ),
    path("afspraak/<uuid:afspraak_id>/hulp/", behoeften.telefoon_behoeften, name="telefoon_behoeften"),
    path(
        "afspraak/<uuid:afspraak_id>/hulp/wissen/",
        behoeften.telefoon_toestemming_intrekken,
        name="telefoon_toestemming_intrekken",
    ),
    path(
        "afspraak/<uuid:afspraak_id>/opnieuw-sturen/",
        afspraak.telefoon_opnieuw_sturen,
        name="telefoon_opnieuw_sturen",
    ),
    path("afspraak/<uuid:afspraak_id>/afdrukken/", afdrukken.telefoon_afdrukken, name="telefoon_afdrukken"),
]
