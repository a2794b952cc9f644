"""What we arrange: shown and changed only after a fresh code."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from afspraken.actions.behoeften_wijzigen import behoeften_wijzigen
from afspraken.actions.toestemming_intrekken import toestemming_intrekken
from afspraken.queries.mijn_afspraak import MijnAfspraak
from afspraken.web.getypt import met_getypt
from locaties.rules.weigering import Weigering
from toegankelijkheid.actions.behoeften_lezen import behoeften_lezen
from toegankelijkheid.queries.behoeften import behoeftencatalogus
from toegankelijkheid.queries.gelezen_behoeften import GelezenBehoeften

from .formulieren import BehoeftenFormulier
from .verse_code import heeft_verse_code
from .verzoek import Verzoek, afspraak_van, taal_van, te_wijzigen


@require_http_methods(["GET", "HEAD", "POST"])
def mijn_behoeften(request: Verzoek, link: str) -> HttpResponse:
    """Show what we arrange and let it be changed; without a fresh code the same page for everybody."""
    afspraak = afspraak_van(request, link)
    if not heeft_verse_code(request, afspraak.contact_id):
        context = {"afspraak": afspraak, "link": link}
        return render(request, "mijn/behoeften_code.html", context, status=_status(request))
    if request.method == "POST":
        return _wijzig(request, link)
    gelezen = _lees(request, afspraak)
    keuzes = behoeftencatalogus(taal=taal_van(request))
    eigen = gelezen.behoeften if gelezen else ()
    formulier = BehoeftenFormulier(keuzes=keuzes, initial={"behoeften": eigen})
    formulier = met_getypt(request, formulier)
    return _toon(request, link, afspraak, formulier, [k.tekst for k in keuzes if k.code in eigen])


@require_POST
def mijn_toestemming_intrekken(request: Verzoek, link: str) -> HttpResponse:
    """Take consent back, also afterwards: what was agreed is wiped at once, the appointment stays."""
    afspraak = afspraak_van(request, link)
    if not heeft_verse_code(request, afspraak.contact_id):
        return redirect("mijn_behoeften", link=link)
    toestemming_intrekken(afspraak_id=afspraak.afspraak_id, nu=request.nu, rol="burger")
    return redirect("mijn_behoeften", link=link)


def _status(request: Verzoek) -> int:
    """A change that comes after the ten minutes is not done, and says so."""
    return 409 if request.method == "POST" else 200


def _lees(request: Verzoek, afspraak: MijnAfspraak) -> GelezenBehoeften | None:
    if afspraak.afstemming_id is None:
        return None
    return behoeften_lezen(
        afstemming_id=afspraak.afstemming_id,
        gebruiker_id=None,
        rol="burger",
        doel="eigen afspraak bekijken",
        nu=request.nu,
    )


def _wijzig(request: Verzoek, link: str) -> HttpResponse:
    afspraak = te_wijzigen(request, link)
    formulier = BehoeftenFormulier(request.POST, keuzes=behoeftencatalogus(taal=taal_van(request)))
    if not formulier.is_valid():
        return _toon(request, link, afspraak, formulier, [], status=422)
    try:
        behoeften_wijzigen(
            afspraak_id=afspraak.afspraak_id,
            behoeften=tuple(formulier.cleaned_data["behoeften"]),
            toestemming=formulier.cleaned_data["toestemming"],
            nu=request.nu,
            rol="burger",
        )
    except Weigering as weigering:
        return _toon(request, link, afspraak, formulier, [], status=409, fout=_(weigering.melding))
    return redirect("mijn_behoeften", link=link)


def _toon(
    request: Verzoek,
    link: str,
    afspraak: MijnAfspraak,
    formulier: BehoeftenFormulier,
    teksten: list[str],
    *,
    status: int = 200,
    fout: str = "",
) -> HttpResponse:
    context = {"afspraak": afspraak, "link": link, "formulier": formulier, "teksten": teksten, "fout": fout}
    return render(request, "mijn/behoeften.html", context, status=status)
