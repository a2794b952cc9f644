"""Without an appointment, in three taps: what for, what we arrange, and the number."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from afspraken.actions.bezoeker_inschrijven import AlGegeven, bezoeker_inschrijven
from afspraken.queries.inloopkans import inloopkans
from afspraken.queries.inloopproducten import Inloopproduct, inloopproducten
from afspraken.rules.inloopkans import Inloopkans
from afspraken.rules.zoeken import Vindbaar, zoek
from afspraken.web.gezocht import toon_gezocht, zoekformulier
from afspraken.web.personeelsmenu import ONTVANGST, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from locaties.queries.kantoren import Kantoor
from locaties.rules.weigering import Weigering
from toegankelijkheid.queries.behoeften import behoeftencatalogus

from .boeken import vandaag_niet
from .formulieren import Inschrijfformulier, Productzoekformulier
from .kantoor import kantoor_van
from .slot import achter_slot


@met_rol(*ONTVANGST)
@achter_slot
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_product(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Ask what it is for; collecting stands first."""
    hier = kantoor_van(request, kantoor)
    formulier = zoekformulier(request, Productzoekformulier)
    if request.method == "POST" and formulier.is_valid():
        return toon_gezocht(request, formulier.cleaned_data["tekst"])
    gezocht = formulier.cleaned_data["tekst"] if formulier.is_valid() else ""
    producten = inloopproducten(kantoor=hier.code)
    gevonden = _gevonden(producten, gezocht)
    soorten = [(soort, list(rij)) for soort, rij in groupby(sorted(gevonden, key=_soort), key=_soort)]
    context = {
        "kantoor": hier,
        "soorten": soorten,
        "heeft_producten": bool(producten),
        "formulier": formulier,
        "gezocht": gezocht,
        "plaats": hier.naam,
    }
    status = 422 if formulier.errors else 200
    return personeelspagina(request, "ontvangst/product.html", context, status=status)


@met_rol(*ONTVANGST)
@achter_slot
@require_http_methods(["GET", "HEAD", "POST"])
def ontvangst_inschrijven(request: Personeelsverzoek, kantoor: str) -> HttpResponse:
    """Ask what we arrange now, and give the number."""
    hier = kantoor_van(request, kantoor)
    code = request.POST.get("product", "") or request.GET.get("product", "")
    product = next((p for p in inloopproducten(kantoor=hier.code) if p.code == code), None)
    if product is None:
        return redirect("ontvangst_product", kantoor=kantoor)
    if request.method != "POST" and "toch" not in request.GET:
        kans = inloopkans(locatie_id=hier.id, product=product.code, nu=request.nu)
        if kans != Inloopkans.LUKT:
            return vandaag_niet(request, hier, product, kans)
    formulier = Inschrijfformulier(
        request.POST or None,
        product=product,
        behoeften=behoeftencatalogus(taal="nl", meteen=True),
        initial={"formulier": uuid4(), "product": product.code, "aantal": 1},
    )
    if not formulier.is_valid():
        return _pagina(request, hier, product, formulier, status=422 if formulier.is_bound else 200)
    try:
        kaart = bezoeker_inschrijven(
            bezoek_id=formulier.cleaned_data["formulier"],
            locatie=hier.code,
            producten=formulier.gevraagd(),
            behoeften=tuple(formulier.cleaned_data["behoeften"]),
            taal=formulier.cleaned_data["taal"],
            spreektaal=formulier.cleaned_data["spreektaal"],
            telefoon=formulier.cleaned_data["telefoon"],
            nu=request.nu,
            rol="host",
            gebruiker_id=request.user.pk,
        )
    except AlGegeven as weigering:
        formulier.data = request.POST.copy()
        formulier.data["formulier"] = str(uuid4())  # what is pressed next is a new visitor
        return _pagina(request, hier, product, formulier, status=409, fout=weigering.melding)
    except Weigering as weigering:
        return _pagina(request, hier, product, formulier, status=409, fout=weigering.melding)
    return redirect("ontvangst_bon", kantoor=kantoor, bezoek_id=kaart.bezoek_id)


def _pagina(
    request: Personeelsverzoek,
    kantoor: Kantoor,
    product: Inloopproduct,
    formulier: Inschrijfformulier,
    *,
    status: int,
    fout: str = "",
) -> HttpResponse:
    context = {"kantoor": kantoor, "product": product, "formulier": formulier, "fout": fout}
    return personeelspagina(
        request, "ontvangst/inschrijven.html", {**context, "plaats": kantoor.naam}, status=status
    )


def _gevonden(producten: Sequence[Inloopproduct], gezocht: str) -> Sequence[Inloopproduct]:
    if not gezocht:
        return producten
    gevonden = zoek(gezocht, [Vindbaar(p.code, p.naam, (p.categorie,)) for p in producten])
    return [p for p in producten if p.code in gevonden]


def _soort(product: Inloopproduct) -> tuple[bool, str]:
    """Everything that is only collected together, and first."""
    return not product.is_afhalen, "" if product.is_afhalen else product.categorie
