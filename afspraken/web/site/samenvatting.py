"""What was chosen so far, in lines that people read."""

from __future__ import annotations

from django.utils.translation import gettext as _

from afspraken.queries.productkantoren import Productkantoor, productkantoor
from afspraken.queries.productuitleg import Productuitleg, productuitleg
from afspraken.web.site.forms.personen import groepnaam, personen_tekst
from afspraken.web.site.stappen import Stand
from toegankelijkheid.queries.behoeften import behoeftencatalogus


def gekozen_regels(stand: Stand) -> list[str]:
    """Return "Paspoort aanvragen, 2 personen" for each product."""
    return [
        _("%(product)s, %(personen)s")
        % {"product": product.naam, "personen": personen_tekst(max(1, len(gevraagd.groepen)))}
        for product, gevraagd in zip(stand.gekozen, stand.gegevens.producten, strict=False)
    ]


def groepen_regels(groepen: tuple[str, ...]) -> list[str]:
    """Return "2 personen: 0 tot en met 11 jaar", a line per age group."""
    if not any(groepen):
        return [personen_tekst(len(groepen))]
    return [f"{personen_tekst(groepen.count(groep))}: {groepnaam(groep)}" for groep in dict.fromkeys(groepen)]


def uitleg_van(stand: Stand, taal: str) -> tuple[Productuitleg, ...]:
    """Return the explanation of every chosen product."""
    return tuple(productuitleg(code=product.code, taal=taal) for product in stand.gekozen)


def kantoor_van(stand: Stand, taal: str) -> Productkantoor | None:
    """Return the chosen office."""
    if not stand.gekozen:
        return None
    return productkantoor(product=stand.gekozen[0].code, kantoor=stand.gegevens.locatie, taal=taal)


def behoefte_regels(stand: Stand, taal: str) -> list[str]:
    """Return the chosen needs in words."""
    gekozen = stand.gegevens.behoeften
    if not gekozen:
        return []
    return [keuze.tekst for keuze in behoeftencatalogus(taal=taal) if keuze.code in gekozen]
