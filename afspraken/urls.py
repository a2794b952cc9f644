"""Every address of the product."""

from __future__ import annotations

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from afspraken.web.alarmen import alarmen

# The catalogue has no door of its own: a password alone would open it.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", include("afspraken.web.site.urls")),
    path("a/", include("afspraken.web.mijn.urls")),
    path("telefoon/", include("afspraken.web.telefoon.urls")),
    path("ontvangst/", include("afspraken.web.ontvangst.urls")),
    path("alarmen/", alarmen, name="alarmen"),
    path("live/", include("afspraken.web.live.urls")),
    path("balie/", include("afspraken.web.balie.urls")),
    path("scherm/", include("afspraken.web.scherm.urls")),
    path("beheer/", include("afspraken.web.beheer.urls")),
    path("beheer/demo/", include("afspraken.web.demo.urls")),
    path("provider/", include("afspraken.web.provider.urls")),
    path("inloggen/", include("afspraken.web.inloggen.urls")),
    path("catalogus/", admin.site.urls),
]

handler500 = "afspraken.web.fouten.kapot"
handler400 = "afspraken.web.fouten.onleesbaar"
# allauth asks for this one by name; Django itself knows no such page.
handler429 = "afspraken.web.fouten.te_vaak"
