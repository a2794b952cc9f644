"""An employee falls out: what happens to the appointments."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from afspraken.actions.medewerker_afmelden import medewerker_afmelden
from afspraken.queries.knelpunten import knelpunten
from afspraken.web.personeelsmenu import PLANNEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.medewerkerkeuze import medewerkerkeuze

from .formulieren import REDENEN, Afmeldformulier


@met_rol(*PLANNEN)
def beheer_medewerker_afmelden(request: Personeelsverzoek) -> HttpResponse:
    """Ask who and when; then show who was re-placed and whom to call."""
    vandaag = localdate(request.nu)
    keuzes = medewerkerkeuze(locatie_ids=request.locatie_ids, vanaf=vandaag)
    formulier = Afmeldformulier(request.POST or None, keuzes=keuzes, vandaag=vandaag)
    if not formulier.is_valid():
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "beheer/afmelden.html", {"formulier": formulier}, status=status)
    return _afgemeld(request, formulier)


def _afgemeld(request: Personeelsverzoek, formulier: Afmeldformulier) -> HttpResponse:
    velden = formulier.cleaned_data
    uitkomst = medewerker_afmelden(
        medewerker_id=velden["medewerker"],
        van=velden["van"],
        tot_en_met=velden["tot_en_met"],
        reden=_("De medewerker is er niet: %(reden)s") % {"reden": REDENEN[velden["reden"]]},
        nu=request.nu,
        gebruiker_id=request.user.pk,
    )
    open_ = knelpunten(locatie_ids=request.locatie_ids, nu=request.nu, ids=frozenset(uitkomst.knelpunt_ids))
    naam = dict(formulier.fields["medewerker"].choices)[velden["medewerker"]]  # type: ignore[attr-defined]
    context = {"uitkomst": uitkomst, "knelpunten": open_, "naam": naam, "velden": velden}
    return personeelspagina(request, "beheer/afgemeld.html", context)
