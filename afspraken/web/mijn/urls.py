"""Addresses behind the link of an appointment; the link is in the path, never in the query."""

from __future__ import annotations

from django.urls import URLPattern, path

from .afspraak_annuleren import mijn_afspraak_annuleren
from .afspraak_verzetten import mijn_afspraak_verzetten, mijn_kantoor_kiezen, mijn_tijd_kiezen
from .behoeften import mijn_behoeften, mijn_toestemming_intrekken
from .code import mijn_code, mijn_code_sturen
from .link_wisselen import mijn_link_wisselen
from .mijn_afspraak import (
    mijn_afspraak,
    mijn_afspraak_aangepast,
    mijn_afspraak_bevestigd,
    mijn_afspraak_verzet,
    mijn_agenda,
)
from .persoon_weghalen import mijn_persoon_weghalen

urlpatterns: list[URLPattern] = [
    path("<str:link>/", mijn_afspraak, name="mijn_afspraak"),
    path("<str:link>/bevestigd/", mijn_afspraak_bevestigd, name="mijn_afspraak_bevestigd"),
    path("<str:link>/verzet/", mijn_afspraak_verzet, name="mijn_afspraak_verzet"),
    path("<str:link>/aangepast/", mijn_afspraak_aangepast, name="mijn_afspraak_aangepast"),
    path("<str:link>/afspraak.ics", mijn_agenda, name="mijn_agenda"),
    path("<str:link>/verzetten/", mijn_afspraak_verzetten, name="mijn_afspraak_verzetten"),
    path("<str:link>/kantoor/", mijn_kantoor_kiezen, name="mijn_kantoor_kiezen"),
    path("<str:link>/verzetten/<slug:kantoor>/", mijn_afspraak_verzetten, name="mijn_dag_kiezen"),
    path("<str:link>/verzetten/<slug:kantoor>/<str:datum>/", mijn_tijd_kiezen, name="mijn_tijd_kiezen"),
    path("<str:link>/annuleren/", mijn_afspraak_annuleren, name="mijn_afspraak_annuleren"),
    path("<str:link>/persoon/<int:persoon>/weghalen/", mijn_persoon_weghalen, name="mijn_persoon_weghalen"),
    path("<str:link>/behoeften/", mijn_behoeften, name="mijn_behoeften"),
    path("<str:link>/behoeften/intrekken/", mijn_toestemming_intrekken, name="mijn_toestemming_intrekken"),
    path("<str:link>/code/", mijn_code, name="mijn_code"),
    path("<str:link>/code/sturen/", mijn_code_sturen, name="mijn_code_sturen"),
    path("<str:link>/link-wisselen/", mijn_link_wisselen, name="mijn_link_wisselen"),
]
