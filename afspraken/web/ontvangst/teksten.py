"""Words on the tablet at the entrance."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from afspraken.rules.wegstuurreden import Wegstuurreden

UITKOMSTEN = {
    "geholpen": _("Helemaal geholpen"),
    "deels": _("Voor een deel geholpen"),
    "niet": _("Niet geholpen"),
    "niet_mogelijk": _("Dit kon niet"),
}
EINDES = {
    "vertrokken": _("Zelf weggegaan"),
    "niet_verschenen": _("Opgeroepen, maar niet gekomen"),
}
WEGSTUURREDENEN = {
    Wegstuurreden.PAPIEREN: _("De papieren zijn niet compleet"),
    Wegstuurreden.VERKEERD_KANTOOR: _("Dit kan niet in dit kantoor"),
    Wegstuurreden.GEEN_PLEK: _("Vandaag kan niemand meer helpen"),
    Wegstuurreden.ANDERS: _("Iets anders"),
}
