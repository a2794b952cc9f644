"""Addresses behind the link of an appointment; the link is in the path, never in the query."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from .aanmelden import mijn_aanmelden
from .afspraak_annuleren import mijn_afspraak_annuleren
from .afspraak_bevestigen import mijn_afspraak_bevestigen, mijn_bevestigcode_sturen
from .afspraak_verzetten import mijn_afspraak_verzetten, mijn_kantoor_kiezen, mijn_tijd_kiezen
from .behoeften import mijn_behoeften, mijn_toestemming_intrekken
from .beurtsms import mijn_beurtsms_stoppen, mijn_beurtsms_vragen
from .bezoek import mijn_bezoek
from .code import mijn_code, mijn_code_sturen
from .halen import mijn_binnen, mijn_halen
from .link_wisselen import mijn_link_wisselen
from .mijn_afspraak import (
    mijn_afspraak,
    mijn_afspraak_aangepast,
    mijn_afspraak_bevestigd,
    mijn_afspraak_verzet,
    mijn_agenda,
)
from .persoon_weghalen import mijn_persoon_weghalen
from .zonder_spoor import zonder_spoor


def _achter_link(route: str, view: Callable[..., HttpResponse], naam: str) -> URLPattern:
    return path(f"<str:link>/{route}", zonder_spoor(view), name=naam)


urlpatterns: list[URLPattern] = [
    _achter_link("", mijn_afspraak, "mijn_afspraak"),
    _achter_link("bevestigd/", mijn_afspraak_bevestigd, "mijn_afspraak_bevestigd"),
    _achter_link("bevestigen/", mijn_afspraak_bevestigen, "mijn_afspraak_bevestigen"),
    _achter_link("bevestigen/code/", mijn_bevestigcode_sturen, "mijn_bevestigcode_sturen"),
    _achter_link("verzet/", mijn_afspraak_verzet, "mijn_afspraak_verzet"),
    _achter_link("aangepast/", mijn_afspraak_aangepast, "mijn_afspraak_aangepast"),
    _achter_link("afspraak.ics", mijn_agenda, "mijn_agenda"),
    _achter_link("aanmelden/", mijn_aanmelden, "mijn_aanmelden"),
    _achter_link("halen/", mijn_halen, "mijn_halen"),
    _achter_link("binnen/", mijn_binnen, "mijn_binnen"),
    _achter_link("bezoek/", mijn_bezoek, "mijn_bezoek"),
    _achter_link("bezoek/sms/", mijn_beurtsms_vragen, "mijn_beurtsms_vragen"),
    _achter_link("bezoek/sms/stoppen/", mijn_beurtsms_stoppen, "mijn_beurtsms_stoppen"),
    _achter_link("verzetten/", mijn_afspraak_verzetten, "mijn_afspraak_verzetten"),
    _achter_link("kantoor/", mijn_kantoor_kiezen, "mijn_kantoor_kiezen"),
    _achter_link("verzetten/<slug:kantoor>/", mijn_afspraak_verzetten, "mijn_dag_kiezen"),
    _achter_link("verzetten/<slug:kantoor>/<str:datum>/", mijn_tijd_kiezen, "mijn_tijd_kiezen"),
    _achter_link("annuleren/", mijn_afspraak_annuleren, "mijn_afspraak_annuleren"),
    _achter_link("persoon/<int:persoon>/weghalen/", mijn_persoon_weghalen, "mijn_persoon_weghalen"),
    _achter_link("behoeften/", mijn_behoeften, "mijn_behoeften"),
    _achter_link("behoeften/intrekken/", mijn_toestemming_intrekken, "mijn_toestemming_intrekken"),
    _achter_link("code/", mijn_code, "mijn_code"),
    _achter_link("code/sturen/", mijn_code_sturen, "mijn_code_sturen"),
    _achter_link("link-wisselen/", mijn_link_wisselen, "mijn_link_wisselen"),
]
