"""Addresses of site."""

from __future__ import annotations

from django.urls import URLPattern, path

from .views import begin, controleren, drukte, gegevens, hulp, locatie, moment, personen, producten

urlpatterns: list[URLPattern] = [
    path("", begin.start, name="start"),
    path("taal/", begin.taal_kiezen, name="taal_kiezen"),
    path("opnieuw/", begin.aanvraag_opnieuw, name="aanvraag_opnieuw"),
    path("verder/", begin.aanvraag_verder, name="aanvraag_verder"),
    path("privacy/", begin.privacy, name="privacy"),
    path("toegankelijkheid/", begin.toegankelijkheid_verklaring, name="toegankelijkheid_verklaring"),
    path("drukte/", drukte.alle_drukte, name="alle_drukte"),
    path("drukte/<slug:kantoor>/", drukte.drukte, name="drukte"),
    path("drukte/<slug:kantoor>.json", drukte.drukte_json, name="drukte_json"),
    path("wat/", producten.product_kiezen, name="product_kiezen"),
    path("wat/<slug:code>/", producten.product_bekijken, name="product_bekijken"),
    path("wat/<slug:code>/weg/", producten.product_weghalen, name="product_weghalen"),
    path("wie/", personen.personen_kiezen, name="personen_kiezen"),
    path("datum/", personen.gebeurtenis_invullen, name="gebeurtenis_invullen"),
    path("hulp/", hulp.hulp_kiezen, name="hulp_kiezen"),
    path("hulp/wat/", hulp.behoeften_kiezen, name="behoeften_kiezen"),
    path("waar/", locatie.locatie_kiezen, name="locatie_kiezen"),
    path("wanneer/", moment.moment_kiezen, name="moment_kiezen"),
    path("wanneer/geen/", locatie.geen_moment, name="geen_moment"),
    path("wanneer/verlengen/", gegevens.moment_verlengen, name="moment_verlengen"),
    path("gegevens/", gegevens.gegevens_invullen, name="gegevens_invullen"),
    path("controleren/", controleren.afspraak_controleren, name="afspraak_controleren"),
    path("maken/", controleren.afspraak_maken, name="afspraak_maken"),
]
