"""What we arrange, asked aloud; staff may change it and never read what was kept."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from afspraken.actions.behoeften_wijzigen import PastNietOpDezeTijd, behoeften_wijzigen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.queries.afspraak_voor_medewerker import Afspraakdetail
from afspraken.web.personeelsmenu import TELEFOON, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.rules.weigering import NietGevonden, Weigering
from toegankelijkheid.queries.behoeften import behoeftencatalogus

from .afspraak import detail_van, terug_naar
from .wijzigformulieren import Behoeftenformulier


@met_rol(*TELEFOON)
def telefoon_behoeften(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Ask for everything anew, and for spoken consent."""
    afspraak = detail_van(request, afspraak_id)
    formulier = Behoeftenformulier(request.POST or None, behoeften=behoeftencatalogus(taal="nl"))
    if not formulier.is_valid():
        return _pagina(request, afspraak, formulier, status=422 if formulier.is_bound else 200)
    try:
        behoeften_wijzigen(
            afspraak_id=afspraak_id,
            behoeften=tuple(formulier.cleaned_data["behoeften"]),
            toestemming=formulier.cleaned_data["toestemming"],
            nu=request.nu,
            rol="telefonist",
            gebruiker_id=request.user.pk,
        )
    except NietGevonden:
        raise
    except Weigering as weigering:
        return _pagina(request, afspraak, formulier, fout=_zin(weigering), status=409)
    return terug_naar(afspraak_id, "behoeften")


@met_rol(*TELEFOON)
def telefoon_toestemming_intrekken(request: Personeelsverzoek, afspraak_id: UUID) -> HttpResponse:
    """Wipe what was agreed, also afterwards; the appointment stays."""
    detail_van(request, afspraak_id)
    if request.method != "POST":
        return redirect("telefoon_behoeften", afspraak_id=afspraak_id)
    toestemming_intrekken(
        afspraak_id=afspraak_id, nu=request.nu, rol="telefonist", gebruiker_id=request.user.pk
    )
    return terug_naar(afspraak_id, "gewist")


def _zin(weigering: Weigering) -> str:
    """Say it to the agent: "call us" helps nobody who is already on the phone."""
    if isinstance(weigering, PastNietOpDezeTijd):
        return _(
            "Dit past niet op deze tijd. Maak een nieuwe afspraak met deze hulp. Zeg daarna deze afspraak af."
        )
    return _(weigering.melding)


def _pagina(
    request: Personeelsverzoek,
    afspraak: Afspraakdetail,
    formulier: Behoeftenformulier,
    *,
    fout: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"afspraak": afspraak, "formulier": formulier, "fout": fout}
    return personeelspagina(request, "telefoon/behoeften.html", context, status=status)
