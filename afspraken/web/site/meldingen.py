"""What a page says after a redirect: the address holds a word, never a sentence or a choice."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Melding:
    """A sentence with its colour (info, ok, warning)."""

    soort: str
    kop: str | Promise
    tekst: str | Promise


MELDINGEN = {
    "kwijt": Melding(
        "warning",
        _("Wij hebben uw keuzes niet meer"),
        _("Dat gebeurt als u lang wacht, of als u een ander apparaat gebruikt. Begin hier opnieuw."),
    ),
    "eerst": Melding(
        "info", _("Vul dit eerst in"), _("Daarna kunt u verder. Wat u al had ingevuld, blijft staan.")
    ),
    "klaar": Melding(
        "info",
        _("Deze aanvraag is klaar"),
        _("Hebt u net een afspraak gemaakt? Dan staat die. Wilt u nog iets regelen? Begin dan hier."),
    ),
    "bezet": Melding(
        "warning",
        _("Deze tijd is net door iemand anders gekozen"),
        _("Kies een andere tijd. Wat u hebt ingevuld, blijft staan."),
    ),
    "niet_mogelijk": Melding(
        "warning", _("Deze tijd kan niet meer"), _("Kies een andere tijd. Wat u hebt ingevuld, blijft staan.")
    ),
    "te_veel_vastgehouden": Melding(
        "warning",
        _("Wij kunnen nu geen tijd voor u vasthouden"),
        _("Probeer het over 20 minuten nog een keer, of bel ons. Wat u hebt ingevuld, blijft staan."),
    ),
    "gewijzigd": Melding(
        "warning",
        _("Uw keuzes zijn veranderd"),
        _("Misschien hebt u deze site 2 keer open. Kijk nog een keer of alles klopt."),
    ),
    "verlengd": Melding("ok", _("Wij houden uw tijd langer vast"), _("U kunt rustig verder gaan.")),
    "verlopen": Melding(
        "warning",
        _("Wij houden uw tijd niet meer vast"),
        _("Ga gerust door. Is uw tijd nog vrij, dan krijgt u hem. Wat u hebt ingevuld, blijft staan."),
    ),
    "te_vaak": Melding(
        "warning",
        _("Wij kunnen deze tijd niet langer vasthouden"),
        _("Maak de afspraak af, of bel ons."),
    ),
}


def melding_van(request: HttpRequest) -> Melding | None:
    """Return what the redirect wanted to say; an unknown word says nothing."""
    return MELDINGEN.get(request.GET.get("melding", ""))
