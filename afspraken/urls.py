"""Every address of the product."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("afspraken.web.site.urls")),
    path("a/", include("afspraken.web.mijn.urls")),
    path("telefoon/", include("afspraken.web.telefoon.urls")),
    path("beheer/", include("afspraken.web.beheer.urls")),
    path("provider/", include("afspraken.web.provider.urls")),
    path("inloggen/", include("allauth.urls")),
    path("catalogus/", admin.site.urls),
]

handler500 = "afspraken.web.fouten.kapot"
handler400 = "afspraken.web.fouten.onleesbaar"
