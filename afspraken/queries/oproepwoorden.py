"""Why this visitor, in words for staff: a training by its neutral name, never a need."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from afspraken.rules.dagseconde import wandtijd
from afspraken.rules.oproepuitleg import GEKOZEN
from afspraken.rules.volgorde import Reden, Uitleg, Voorbij

ZONDER_AFSPRAAK = "zonder_afspraak"  # in a list: why it stands there, before anybody has chosen

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

REDENEN: dict[str, _StrPromise] = {
    Reden.VOOR_MEDEWERKER: gettext_lazy("wacht op deze medewerker"),
    Reden.HIER_BELOOFD: gettext_lazy("deze balie is afgesproken"),
    Reden.AFSPRAAK: gettext_lazy("afspraak"),
    Reden.WACHT_HET_LANGST: gettext_lazy("wacht het langst"),
    ZONDER_AFSPRAAK: gettext_lazy("zonder afspraak"),
    GEKOZEN: gettext_lazy("gekozen door de medewerker"),
}
VOORBIJ: dict[str, _StrPromise] = {
    Voorbij.COLLEGA_VRIJ: gettext_lazy("een collega die vrij is helpt wie eerder is"),
    Voorbij.AFSPRAAK_STRAKS: gettext_lazy("wie eerder is duurt te lang: zo komt een afspraak"),
}


def uitleg_in_woorden(uitleg: Uitleg) -> str:
    """Return "afspraak 10.20, communicatie"."""
    return oproepwoorden(uitleg.reden, uitleg.voorbij or "", uitleg.begin, uitleg.specialismen)


def oproepwoorden(
    reden: str, voorbij: str = "", begin: float | None = None, specialismen: Iterable[str] = ()
) -> str:
    """Return the words; ``begin``: of the appointment, seconds of the local day."""
    soort = str(REDENEN.get(reden, ""))
    if begin is not None:
        afspraak = _("afspraak %(tijd)s") % {"tijd": wandtijd(begin)}
        soort = afspraak if reden == Reden.AFSPRAAK else f"{soort}, {afspraak}"
    waarom = VOORBIJ.get(voorbij, "")
    return ", ".join(
        [soort, *(code.replace("_", " ") for code in specialismen), *([str(waarom)] if waarom else [])]
    )
