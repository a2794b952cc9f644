"""Booking for somebody, first page: what, for whom, and what we must arrange."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from afspraken.queries.aanvraag import Aanvraagstand
from afspraken.queries.productcatalogus import productcatalogus
from afspraken.queries.productuitleg import Productuitleg, productuitleg
from afspraken.rules.aanvraag import Gevraagd
from afspraken.web.aanvraagsessie import terug_naar_begin, terug_tekst
from afspraken.web.personeelsmenu import BOEKEN, personeelspagina
from afspraken.web.toegang import Personeelsverzoek, met_rol
from toegankelijkheid.queries.behoeften import behoeftencatalogus

from .aanvraag import bewaar, stand_van
from .formulieren import Personenformulier, Wensenformulier
from .teksten import LEEFTIJDSGROEPEN


@met_rol(*BOEKEN)
def telefoon_boeken(request: Personeelsverzoek) -> HttpResponse:
    """Show what was chosen, and ask for language, company and needs."""
    stand = stand_van(request)
    gekozen = [productuitleg(code=g.product, taal="nl") for g in stand.gegevens.producten]
    formulier = Wensenformulier(
        request.POST or None,
        behoeften=behoeftencatalogus(taal="nl"),
        vraagt_datum=any(p.wettelijke_termijn_werkdagen for p in gekozen),
        initial=Wensenformulier.begin_van(stand.gegevens),
    )
    if not gekozen or not formulier.is_valid():
        return _pagina(request, stand, formulier, gekozen)
    bewaar(request, **formulier.als_velden())
    return redirect("telefoon_moment")


@met_rol(*BOEKEN)
def telefoon_product(request: Personeelsverzoek) -> HttpResponse:
    """Tell about one product, and ask for how many people it is."""
    code = request.POST.get("product", "") or request.GET.get("product", "")
    if not code or "\x00" in code:
        return redirect("telefoon_boeken")
    product = productuitleg(code=code, taal="nl")
    formulier = Personenformulier(
        request.POST or None, groepen=[g.groep for g in product.groepen], meeste=product.max_personen
    )
    if not product.afspraak_nodig or not formulier.is_valid():
        context = {"product": product, "formulier": formulier}
        status = 422 if formulier.is_bound else 200
        return personeelspagina(request, "telefoon/product.html", context, status=status)
    anders = tuple(g for g in stand_van(request).gegevens.producten if g.product != code)
    bewaar(request, producten=(*anders, Gevraagd(code, formulier.per_persoon())))
    return redirect("telefoon_boeken")


@met_rol(*BOEKEN)
def telefoon_product_weghalen(request: Personeelsverzoek) -> HttpResponse:
    """Take a product out of the draft."""
    if request.method == "POST":
        weg = request.POST.get("product", "")
        over = tuple(g for g in stand_van(request).gegevens.producten if g.product != weg)
        bewaar(request, producten=over)
    return redirect("telefoon_boeken")


def gekozen_regels(gevraagd: tuple[Gevraagd, ...], namen: dict[str, str]) -> list[dict[str, Any]]:
    """Return each product with for whom it is: "2 × 0 tot en met 11 jaar"."""
    return [
        {
            "code": g.product,
            "naam": namen.get(g.product, g.product),
            "aantal": len(g.groepen),
            "groepen": [
                f"{len(list(zelfde))} × {LEEFTIJDSGROEPEN.get(groep, groep)}"
                for groep, zelfde in groupby(sorted(g.groepen))
                if groep
            ],
        }
        for g in gevraagd
    ]


def _pagina(
    request: Personeelsverzoek,
    stand: Aanvraagstand,
    formulier: Wensenformulier,
    gekozen: list[Productuitleg],
) -> HttpResponse:
    catalogus = [p for p in productcatalogus(taal="nl") if p.afspraak_nodig]
    op_soort = sorted(catalogus, key=lambda p: p.categorie)
    context = {
        "formulier": formulier,
        "regels": gekozen_regels(stand.gegevens.producten, {p.code: p.naam for p in gekozen}),
        "catalogus": [(soort, list(p)) for soort, p in groupby(op_soort, key=lambda p: p.categorie)],
        "terug_naar": terug_naar_begin(request),
        "terug_tekst": terug_tekst(request),
        "mist_product": formulier.is_bound and not gekozen,
    }
    return personeelspagina(
        request, "telefoon/boeken.html", context, status=422 if formulier.is_bound else 200
    )
