"""What somebody still has to order or arrange, per office."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from afspraken.actions.bestelling_melden import bestelling_melden
from afspraken.queries.afspraken_bij_afstemming import Verwijzing, afspraken_bij_afstemming
from afspraken.web.personeelsmenu import TE_REGELEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.te_regelen import TeRegelen, te_regelen

STATUSSEN = ("gevraagd", "bevestigd", "niet_beschikbaar")


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing to arrange, and the appointment it is for."""

    bestelling: TeRegelen
    afspraak: Verwijzing | None
    status_tekst: str
    knoppen: tuple[tuple[str, str], ...]


@met_rol(*TE_REGELEN)
@require_safe
def beheer_te_regelen(request: Personeelsverzoek) -> HttpResponse:
    """Show the list, office by office, the most urgent first."""
    lijst = te_regelen(locatie_ids=request.locatie_ids, vandaag=localdate(request.nu))
    bij = afspraken_bij_afstemming(afstemming_ids={b.afstemming_id for b in lijst})
    op_kantoor = sorted(lijst, key=lambda b: b.locatie)
    groepen = [
        (locatie, [_regel(b, bij.get(b.afstemming_id)) for b in regels])
        for locatie, regels in groupby(op_kantoor, key=lambda b: b.locatie)
    ]
    return personeelspagina(request, "beheer/te_regelen.html", {"groepen": groepen})


@met_rol(*TE_REGELEN)
@require_POST
def beheer_bestelling_bijwerken(request: Personeelsverzoek, bestelling_id: UUID) -> HttpResponse:
    """Write down how it stands."""
    status = request.POST.get("status", "")
    if status not in STATUSSEN:
        raise NietGevonden(_("Deze knop kennen wij niet. Ga terug en probeer het nog een keer."))
    bestelling_melden(
        bestelling_id=bestelling_id,
        status=status,
        nu=request.nu,
        locatie_ids=request.locatie_ids,
    )
    return redirect("beheer_te_regelen")


def _regel(bestelling: TeRegelen, afspraak: Verwijzing | None) -> Regel:
    namen = {
        "te_regelen": _("Nog te regelen"),
        "gevraagd": _("Gevraagd"),
        "bevestigd": _("Bevestigd"),
        "niet_beschikbaar": _("Lukt niet"),
    }
    knoppen = tuple((status, namen[status]) for status in STATUSSEN if status != bestelling.status)
    return Regel(bestelling, afspraak, namen.get(bestelling.status, bestelling.status), knoppen)
