"""Words at the counter."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from afspraken.queries.werkplek import Werkplekstand
from afspraken.rules.afrondreden import Afrondreden

BEGELEIDING = {"eigen_tolk": _("komt met een eigen tolk"), "iemand_mee": _("komt met iemand anders")}
UITKOMSTEN = {
    "geholpen": _("Helemaal geholpen"),
    "deels": _("Voor een deel geholpen"),
    "niet": _("Niet geholpen"),
    "niet_mogelijk": _("Dit kon niet"),
}
AFRONDREDENEN = {
    Afrondreden.PAPIEREN: _("De papieren zijn niet compleet"),
    Afrondreden.MEER_TIJD: _("Dit vraagt meer tijd of een andere dag"),
    Afrondreden.ELDERS: _("Dit kan alleen ergens anders"),
    Afrondreden.STORING: _("Onze systemen werkten niet"),
    Afrondreden.ANDERS: _("Iets anders"),
}
EXTRA_TIJD = (0, 5, 10, 15, 20, 30)


def niemand_aan_de_beurt(stand: Werkplekstand) -> str:
    """Return why "Volgende" calls nobody here now; "" when it would call somebody."""
    if stand.bezoek or stand.pauze_sinds or stand.voorstel.nummer:
        return ""
    if stand.rij and not stand.voorstel.uitleg:
        return gettext("Niemand is nu aan de beurt. U kunt wel iemand uit de rij kiezen.")
    return stand.voorstel.uitleg or gettext("Er wacht nu niemand voor u.")
