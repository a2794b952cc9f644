"""Languages that somebody can speak with us; the codes are those of ``Medewerker.talen``."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

TALEN = (
    ("", _("Maakt niet uit")),
    ("nl", _("Nederlands")),
    ("en", _("Engels")),
    ("ar", _("Arabisch")),
    ("bg", _("Bulgaars")),
    ("de", _("Duits")),
    ("fa", _("Farsi")),
    ("fr", _("Frans")),
    ("es", _("Spaans")),
    ("pl", _("Pools")),
    ("pt", _("Portugees")),
    ("ro", _("Roemeens")),
    ("so", _("Somalisch")),
    ("ti", _("Tigrinya")),
    ("tr", _("Turks")),
    ("uk", _("Oekraïens")),
)
TAALNAMEN = dict(TALEN)
