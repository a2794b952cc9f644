"""For how many people, and when did it happen?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods

from afspraken.queries.productuitleg import Productuitleg, productuitleg
from afspraken.rules.aanvraag import Gevraagd
from afspraken.web.getypt import met_getypt
from afspraken.web.site.forms.gebeurtenis import GebeurtenisFormulier
from afspraken.web.site.forms.personen import AantalFormulier, GroepenFormulier
from afspraken.web.site.meldingen import melding_van
from afspraken.web.site.sessie import bewaar, taal_van
from afspraken.web.site.stappen import Stand, naar_volgende, stap


@require_http_methods(["GET", "HEAD", "POST"])
@stap("personen_kiezen")
def personen_kiezen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Ask for one product at a time how many people come for it, and of which age."""
    gevraagd = _welk_product(request, stand)
    uitleg = productuitleg(code=gevraagd.product, taal=taal_van(request))
    if not uitleg.vraagt_personen:
        return naar_volgende(request)
    formulier = met_getypt(request, _formulier(request, uitleg, gevraagd))
    if request.method == "POST" and formulier.is_valid():
        nieuw = Gevraagd(gevraagd.product, formulier.groepen)
        bewaar(request, producten=tuple(nieuw if g is gevraagd else g for g in stand.gegevens.producten))
        return naar_volgende(request)
    inhoud = {
        "formulier": formulier,
        "product": uitleg,
        "meer_producten": len(stand.gekozen) > 1,
        "melding": melding_van(request),
    }
    return render(request, "site/personen_kiezen.html", inhoud, status=422 if formulier.is_bound else 200)


def _welk_product(request: HttpRequest, stand: Stand) -> Gevraagd:
    """Return the product that is named; else the first one without an answer."""
    producten = stand.gegevens.producten
    genoemd = request.POST.get("product") or request.GET.get("product")
    passend = [g for g in producten if g.product == genoemd] or [g for g in producten if not g.groepen]
    return (*passend, *producten)[0]


def _formulier(
    request: HttpRequest, uitleg: Productuitleg, gevraagd: Gevraagd
) -> AantalFormulier | GroepenFormulier:
    data = request.POST if request.method == "POST" else None
    if not uitleg.groepen:
        begin = {"aantal": str(len(gevraagd.groepen))} if gevraagd.groepen else {}
        return AantalFormulier(data, uitleg=uitleg, initial=begin)
    telling = {
        f"groep_{plek}": str(gevraagd.groepen.count(groep.groep)) for plek, groep in enumerate(uitleg.groepen)
    }
    return GroepenFormulier(data, uitleg=uitleg, initial=telling)


@require_http_methods(["GET", "HEAD", "POST"])
@stap("gebeurtenis_invullen")
def gebeurtenis_invullen(request: HttpRequest, stand: Stand) -> HttpResponse:
    """Ask the day from which a legal term counts."""
    met_termijn = [product for product in stand.gekozen if product.wettelijke_termijn]
    if not met_termijn:
        return redirect("hulp_kiezen")
    formulier = GebeurtenisFormulier(
        request.POST if request.method == "POST" else None,
        product=met_termijn[0].code,
        vandaag=localtime(request.nu).date(),  # type: ignore[attr-defined]
        initial={"gebeurtenis_op": stand.gegevens.gebeurtenis_op},
    )
    formulier = met_getypt(request, formulier)
    if request.method == "POST" and formulier.is_valid():
        bewaar(request, gebeurtenis_op=formulier.cleaned_data["gebeurtenis_op"])
        return naar_volgende(request)
    inhoud = {"formulier": formulier, "product": met_termijn[0], "melding": melding_van(request)}
    return render(
        request, "site/gebeurtenis_invullen.html", inhoud, status=422 if formulier.is_bound else 200
    )
