"""Addresses of the streams. ``stromen`` answers them before the site; elsewhere they answer 204."""

from __future__ import annotations

from django.urls import path

from . import luisteren

urlpatterns = [
    path("kantoor/<slug:kantoor>/", luisteren.live_kantoor, name="live_kantoor"),
    path("scherm/", luisteren.live_scherm, name="live_scherm"),
    path("bezoek/<str:link>/", luisteren.live_bezoek, name="live_bezoek"),
]
