"""Addresses of the screens in the halls."""

from __future__ import annotations

from django.urls import path

from . import koppelen, scherm

urlpatterns = [
    path("", scherm.scherm, name="scherm"),
    path("koppelen/", koppelen.scherm_koppelen, name="scherm_koppelen"),
]
