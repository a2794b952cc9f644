"""Turn what somebody filled in into a question for the offices."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import QuerySet

from afspraken.rules.aanvraag import Aanvraaggegevens, Gevraagd
from afspraken.rules.duur import Groepduur, delen_van
from afspraken.rules.vraag import Vraag
from locaties.models import Product
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.behoeften import vereisten_van
from toegankelijkheid.rules.vereisten import Vereisten

from .vaste_vraag import vaste_vraag


@dataclass(frozen=True, slots=True)
class _Productregel:
    id: int
    code: str
    categorie: str
    max_personen: int
    aanloop: int
    horizon: int | None
    duren: dict[str, Groepduur]


def vraag_van(gegevens: Aanvraaggegevens) -> Vraag:
    """Return the question: minutes per part, and vereisten only where there is consent.

    Raises ``NietGevonden`` for a product that does not exist or needs no appointment, or for too many people.
    """
    vraag = vraag_voor(gegevens.producten)
    eigen_tolk = gegevens.begeleiding == "eigen_tolk"
    codes = gegevens.behoeften if gegevens.hulp and gegevens.toestemming else ()
    if not codes and not eigen_tolk:
        return vraag
    return replace(vraag, vereisten=vereisten_van(codes=codes, eigen_tolk=eigen_tolk))


def vraag_voor(gevraagd: tuple[Gevraagd, ...], vereisten: Vereisten | None = None) -> Vraag:
    """Return the question for products and persons; one statement."""
    regels = _regels({g.product for g in gevraagd})
    delen = tuple(
        deel
        for g in gevraagd
        for regel in [_regel(regels, g)]
        for deel in delen_van(regel.id, g.groepen, regel.duren)
    )
    if not delen:
        raise NietGevonden("Kies eerst wat u wilt regelen.")
    vraag = Vraag(
        delen=delen,
        categorieen=frozenset(r.categorie for r in regels.values()),
        aanloop_minuten=max(r.aanloop for r in regels.values()),
        horizon_dagen=min((r.horizon for r in regels.values() if r.horizon), default=None),
    )
    return replace(vraag, vereisten=vereisten) if vereisten is not None else vraag


def duren_van(product_ids: Collection[int]) -> dict[int, dict[str, Groepduur]]:
    """Return the minutes of today by product and group, also of what is offered no more; one statement."""
    return {regel.id: regel.duren for regel in _regels_uit(_producten_met_id(tuple(product_ids)))}


def _regels(codes: set[str]) -> dict[str, _Productregel]:
    return {regel.code: regel for regel in _regels_uit(_te_kiezen_producten(tuple(sorted(codes))))}


@vaste_vraag
def _te_kiezen_producten(codes: tuple[str, ...]) -> QuerySet[Any, Any]:
    return _productrijen(Product.objects.filter(code__in=codes, is_actief=True).exclude(vorm="inloop"))


@vaste_vraag
def _producten_met_id(ids: tuple[int, ...]) -> QuerySet[Any, Any]:
    return _productrijen(Product.objects.filter(id__in=ids))


def _productrijen(producten: QuerySet[Product]) -> QuerySet[Any, Any]:
    """One row per age group; a product without any has one row with nothing in it."""
    return producten.order_by().values_list(
        "id",
        "code",
        "categorie",
        "duur_minuten",
        "extra_minuten_per_persoon",
        "max_personen",
        "aanlooptijd_minuten",
        "horizon_dagen",
        "leeftijdsgroepen__groep",
        "leeftijdsgroepen__duur_minuten",
        "leeftijdsgroepen__extra_minuten_per_persoon",
    )


def _regels_uit(rijen: Iterable[Any]) -> Collection[_Productregel]:
    regels: dict[int, _Productregel] = {}
    for (
        pk,
        code,
        categorie,
        duur,
        per_persoon,
        hoogstens,
        aanloop,
        verst,
        groep,
        minuten,
        extra,
    ) in rijen:
        duren = {"": Groepduur(duur, per_persoon)}
        regel = _Productregel(pk, code, categorie, hoogstens, aanloop, verst, duren)
        regel = regels.setdefault(pk, regel)
        if groep is not None:
            regel.duren[groep] = Groepduur(minuten, extra)
    return regels.values()


def _regel(regels: dict[str, _Productregel], gevraagd: Gevraagd) -> _Productregel:
    regel = regels.get(gevraagd.product)
    if regel is None or not 1 <= len(gevraagd.groepen) <= regel.max_personen:
        raise NietGevonden("Dit kunt u niet op deze manier afspreken. Kies opnieuw wat u wilt regelen.")
    return regel
