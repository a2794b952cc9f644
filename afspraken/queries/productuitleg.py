"""What must somebody know before a time is chosen: what to bring, who comes, where, what it costs?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from locaties.models import Leeftijdsgroep, Product
from locaties.rules.weigering import NietGevonden

from .productkantoren import Productkantoor, productkantoren


@dataclass(frozen=True, slots=True)
class Groepuitleg:
    """What is different for one age group."""

    groep: str
    neem_mee_extra: tuple[str, ...]
    wie: str


@dataclass(frozen=True, slots=True)
class Productuitleg:
    """Everything about one product, in the language of the reader."""

    code: str
    naam: str
    minuten: int
    max_personen: int
    groepen: tuple[Groepuitleg, ...]
    neem_mee: tuple[str, ...]
    wie_komt_mee: str
    zelf_komen: bool
    goed_om_te_weten: str
    kan_online: bool
    online_adres: str
    afspraak_nodig: bool
    kan_zonder_afspraak: bool
    afhalen_toelichting: str
    wettelijke_termijn_werkdagen: int | None
    min_leeftijd_toelichting: str
    kosten_bedrag: Decimal | None
    kosten_jaar: str
    spoed: str
    kantoren: tuple[Productkantoor, ...]

    @property
    def vraagt_personen(self) -> bool:
        """Whether we must ask for how many people it is."""
        return self.max_personen > 1 or bool(self.groepen)


def productuitleg(*, code: str, taal: str) -> Productuitleg:
    """Return the explanation. Four statements."""
    product = Product.objects.filter(code=code, is_actief=True).prefetch_related("leeftijdsgroepen").first()
    if product is None:
        raise NietGevonden(_("Wij kunnen dit niet vinden. Kies opnieuw wat u wilt regelen."))
    return Productuitleg(
        code=product.code,
        naam=_tekst(product, "naam", taal),
        minuten=product.duur_minuten,
        max_personen=product.max_personen,
        groepen=tuple(_groep(groep, taal) for groep in product.leeftijdsgroepen.all()),
        neem_mee=tuple(_tekst(product, "neem_mee", taal)),
        wie_komt_mee=_tekst(product, "wie_komt_mee", taal),
        zelf_komen=product.zelf_komen,
        goed_om_te_weten=_tekst(product, "goed_om_te_weten", taal),
        kan_online=product.kan_online,
        online_adres=product.online_adres,
        afspraak_nodig=product.vorm != "inloop",
        kan_zonder_afspraak=product.vorm != "afspraak",
        afhalen_toelichting=_tekst(product, "afhalen_toelichting", taal),
        wettelijke_termijn_werkdagen=product.wettelijke_termijn_werkdagen,
        min_leeftijd_toelichting=_vanaf(product, taal),
        kosten_bedrag=_bedrag(product.kosten, "bedrag"),
        kosten_jaar=str((product.kosten or {}).get("jaar", "")),
        spoed=_spoed(product.spoed or {}),
        kantoren=productkantoren(product=code, taal=taal),
    )


def _tekst(rij: Product | Leeftijdsgroep, veld: str, taal: str) -> Any:
    """Return the English value where there is one; else the Dutch one."""
    return (taal == "en" and getattr(rij, f"{veld}_en")) or getattr(rij, veld)


def _vanaf(product: Product, taal: str) -> str:
    """Return from which age; the explanation itself has no English."""
    if taal == "en" and product.min_leeftijd is not None:
        return _("%(van)s jaar of ouder") % {"van": product.min_leeftijd}
    return product.min_leeftijd_toelichting


def _groep(groep: Leeftijdsgroep, taal: str) -> Groepuitleg:
    return Groepuitleg(groep.groep, tuple(_tekst(groep, "neem_mee_extra", taal)), _tekst(groep, "wie", taal))


def _bedrag(prijzen: dict[str, Any] | None, sleutel: str) -> Decimal | None:
    waarde = (prijzen or {}).get(sleutel)
    return None if waarde is None else Decimal(str(waarde)).quantize(Decimal("0.01"))


def _spoed(spoed: dict[str, Any]) -> str:
    toeslag, totaal = _bedrag(spoed, "toeslag"), _bedrag(spoed, "totaal")
    if toeslag is not None:
        return _("Hebt u haast? Met spoed kan ook. Dat kost € %(bedrag)s extra.") % {"bedrag": _euro(toeslag)}
    if totaal is not None:
        return _("Hebt u haast? Met spoed kan ook. U betaalt dan € %(bedrag)s.") % {"bedrag": _euro(totaal)}
    return ""


def _euro(bedrag: Decimal) -> str:
    return number_format(bedrag, decimal_pos=2)
