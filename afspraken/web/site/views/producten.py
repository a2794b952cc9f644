"""What do you want to arrange?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from afspraken.queries.productcatalogus import Productkeuze
from afspraken.queries.productuitleg import Productuitleg, productuitleg
from afspraken.rules.aanvraag import Gevraagd
from afspraken.rules.zoeken import Vindbaar, zoek
from afspraken.web.site.deel import vraagt_deel
from afspraken.web.site.meldingen import melding_van
from afspraken.web.site.sessie import bewaar, taal_van
from afspraken.web.site.stappen import Stand, lees, naar_volgende, stap
from afspraken.web.site.teksten import categorienaam

EERSTE = "vraag_of_brief"
MEESTE_PRODUCTEN = 3


@require_safe
@stap("product_kiezen")
def product_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Show the products by category, or what was found."""
    gezocht = request.GET.get("zoek", "").strip()[:80]
    keuzes = tuple(stand.catalogus.values())
    inhoud = {
        "gezocht": gezocht,
        "gevonden": _gevonden(gezocht, keuzes) if gezocht else (),
        "eerste": stand.catalogus.get(EERSTE),
        "categorieen": _per_categorie(keuze for keuze in keuzes if keuze.code != EERSTE),
        "erbij": "erbij" in request.GET and bool(stand.gekozen),
        "gekozen": stand.gekozen,
        "melding": melding_van(request),
        "is_deel": vraagt_deel(request),
    }
    deel = "#resultaten" if inhoud["is_deel"] else ""
    return render(request, f"site/product_kiezen.html{deel}", inhoud)


def _gevonden(gezocht: str, keuzes: Sequence[Productkeuze]) -> tuple[Productkeuze, ...]:
    op_code = {keuze.code: keuze for keuze in keuzes}
    vindbaar = (Vindbaar(keuze.code, keuze.naam, keuze.zoekwoorden) for keuze in keuzes)
    return tuple(op_code[code] for code in zoek(gezocht, vindbaar))


def _per_categorie(keuzes: Iterable[Productkeuze]) -> list[tuple[str, list[Productkeuze]]]:
    per: dict[str, list[Productkeuze]] = {}
    for keuze in keuzes:
        per.setdefault(keuze.categorie, []).append(keuze)
    return [(categorienaam(categorie), rij) for categorie, rij in per.items()]


@require_http_methods(["GET", "HEAD", "POST"])
def product_bekijken(request: HttpRequest, code: str) -> HttpResponse:
    """Explain one product before a time is chosen; choosing it is the button below."""
    uitleg = productuitleg(code=code, taal=taal_van(request))
    erbij = "erbij" in (request.POST if request.method == "POST" else request.GET)
    if request.method == "POST" and uitleg.afspraak_nodig:
        return _kies(request, uitleg, erbij=erbij)
    inhoud = {"product": uitleg, "erbij": erbij}
    return render(request, "site/product_bekijken.html", inhoud)


def _kies(request: HttpRequest, uitleg: Productuitleg, *, erbij: bool) -> HttpResponse:
    """Keep the product; a second one comes beside the first, the same one again changes nothing."""
    gevraagd = Gevraagd(uitleg.code, () if uitleg.vraagt_personen else ("",))
    eerder = lees(request).gegevens.producten
    if any(g.product == uitleg.code for g in eerder):
        return naar_volgende(request)
    blijft = eerder[: MEESTE_PRODUCTEN - 1] if erbij else ()
    bewaar(request, producten=(*blijft, gevraagd), gebeurtenis_op=None)
    return naar_volgende(request)


@require_POST
@stap("product_kiezen")
def product_weghalen(request: HttpRequest, stand: Stand, code: str) -> HttpResponse:
    """Take one product out; the last one stays, for that there is choosing anew."""
    blijft = tuple(g for g in stand.gegevens.producten if g.product != code)
    if blijft and len(blijft) < len(stand.gegevens.producten):
        bewaar(request, producten=blijft)
    return redirect("hulp_kiezen")
