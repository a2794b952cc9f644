"""Cancel for somebody, or for the municipality."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse

from afspraken.actions.afspraak_annuleren import afspraak_annuleren
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol

from .afspraak import detail_van, terug_naar
from .wijzigformulieren import Annuleerformulier


@met_rol(*TELEFOON)
def telefoon_annuleren(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Ask who and why, then cancel."""
    afspraak = detail_van(request, afspraak_id)
    formulier = Annuleerformulier(request.POST or None)
    if not formulier.is_valid():
        context = {"afspraak": afspraak, "formulier": formulier}
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "telefoon/annuleren.html", context, status=status)
    afspraak_annuleren(
        afspraak_id=afspraak_id,
        nu=request.nu,
        rol="telefonist",
        door=formulier.cleaned_data["door"],
        reden=formulier.cleaned_data["reden"].strip(),
        gebruiker_id=request.user.pk,
    )
    return terug_naar(afspraak_id, "afgezegd")
