"""Turn what somebody filled in into a question for the offices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from afspraken.rules.aanvraag import Aanvraaggegevens, Gevraagd
from afspraken.rules.duur import Groepduur, delen_van
from afspraken.rules.vraag import Vraag
from locaties.models import Leeftijdsgroep, Product
from locaties.rules.weigering import NietGevonden
from toegankelijkheid.queries.behoeften import vereisten_van
from toegankelijkheid.rules.vereisten import Vereisten


@dataclass(frozen=True, slots=True)
class _Productregel:
    id: int
    code: str
    categorie: str
    minuten: int
    extra: int
    max_personen: int
    aanloop: int
    horizon: int | None


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
    """Return the question for products and persons; two statements."""
    regels = _regels({g.product for g in gevraagd})
    duren = _duren(regels)
    delen = tuple(
        deel
        for g in gevraagd
        for deel in delen_van(_regel(regels, g).id, g.groepen, duren[regels[g.product].id])
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


def _regels(codes: set[str]) -> dict[str, _Productregel]:
    rijen = (
        Product.objects.filter(code__in=codes, is_actief=True)
        .exclude(vorm="inloop")
        .values_list(
            "id",
            "code",
            "categorie",
            "duur_minuten",
            "extra_minuten_per_persoon",
            "max_personen",
            "aanlooptijd_minuten",
            "horizon_dagen",
        )
    )
    return {rij[1]: _Productregel(*rij) for rij in rijen}


def _regel(regels: dict[str, _Productregel], gevraagd: Gevraagd) -> _Productregel:
    regel = regels.get(gevraagd.product)
    if regel is None or not 1 <= len(gevraagd.groepen) <= regel.max_personen:
        raise NietGevonden("Dit kunt u niet op deze manier afspreken. Kies opnieuw wat u wilt regelen.")
    return regel


def _duren(regels: dict[str, _Productregel]) -> dict[int, dict[str, Groepduur]]:
    duren: dict[int, dict[str, Groepduur]] = defaultdict(dict)
    for regel in regels.values():
        duren[regel.id][""] = Groepduur(regel.minuten, regel.extra)
    for product, groep, minuten, extra in Leeftijdsgroep.objects.filter(product_id__in=duren).values_list(
        "product_id", "groep", "duur_minuten", "extra_minuten_per_persoon"
    ):
        duren[product][groep] = Groepduur(minuten, extra)
    return duren
