"""Writing offices and products."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from locaties.models import (
    Balie,
    Gemeente,
    Leeftijdsgroep,
    Locatie,
    Openingstijd,
    Product,
    ProductOpLocatie,
    Voorziening,
)
from locaties.rules.gegevensvormen import DAGEN

Rij = Mapping[str, Any]
LOCATIEVELDEN = [
    "naam",
    "korte_naam",
    "soort",
    "adres",
    "postcode",
    "plaats",
    "lat",
    "lon",
    "telefoon",
    "te_laat_na_minuten",
    "inloopnorm_minuten",
    "vertragingsnorm_minuten",
    "horizon_dagen",
    "raadsman",
    "raadsman_telefoon",
    "raadsman_bereikbaar",
]
PRODUCTVELDEN = [
    "naam",
    "naam_en",
    "upl_naam",
    "upl_uri",
    "categorie",
    "duur_minuten",
    "extra_minuten_per_persoon",
    "max_personen",
    "vorm",
    "rij",
    "zelf_komen",
    "wie_komt_mee",
    "wie_komt_mee_en",
    "neem_mee",
    "neem_mee_en",
    "meenemen_kort",
    "meenemen_kort_en",
    "kosten",
    "spoed",
    "goed_om_te_weten",
    "goed_om_te_weten_en",
    "kan_online",
    "online_adres",
    "zoekwoorden",
    "min_leeftijd",
    "min_leeftijd_toelichting",
    "aanlooptijd_minuten",
    "horizon_dagen",
    "wettelijke_termijn_werkdagen",
    "afhalen_toelichting",
    "afhalen_toelichting_en",
]
GROEPVELDEN = [
    "groep",
    "duur_minuten",
    "extra_minuten_per_persoon",
    "neem_mee_extra",
    "neem_mee_extra_en",
    "wie",
    "wie_en",
]


def velden(model: type[Any], rij: Rij, namen: Iterable[str]) -> dict[str, Any]:
    """Return the fields of a row; what the file leaves out goes back to the default of the model."""
    return {
        naam: rij[naam] if rij.get(naam) is not None else model._meta.get_field(naam).get_default()
        for naam in namen
    }


def laad_locaties(bestand: Rij) -> dict[str, Locatie]:
    """Write the municipality, the provisions and the offices with their hours and counters."""
    gemeente = bestand["gemeente"]
    namen = ["naam", "telefoon", "telefoon_buitenland"]
    namen += [f"{naam}{taal}" for naam in ("tekst_voor_doven", "bereikbaar") for taal in ("", "_en")]
    Gemeente.objects.update_or_create(code=gemeente["code"], defaults=velden(Gemeente, gemeente, namen))
    for rij in bestand["voorzieningen"]:
        Voorziening.objects.update_or_create(
            code=rij["code"], defaults=velden(Voorziening, rij, ("plek", "naam", "naam_en"))
        )
    voorzieningen = {v.code: v for v in Voorziening.objects.all()}
    return {
        rij["code"]: _laad_locatie(rij, volgorde, voorzieningen)
        for volgorde, rij in enumerate(bestand["locaties"], 1)
    }


def _laad_locatie(rij: Rij, volgorde: int, voorzieningen: Mapping[str, Voorziening]) -> Locatie:
    locatie, _ = Locatie.objects.update_or_create(
        code=rij["code"], defaults={**velden(Locatie, rij, LOCATIEVELDEN), "volgorde": volgorde}
    )
    locatie.voorzieningen.set([voorzieningen[v] for v in rij["gebouw"]])
    locatie.openingstijden.all().delete()
    Openingstijd.objects.bulk_create(_openingstijd(locatie, uren) for uren in rij["openingstijden"])
    locatie.balies.exclude(nummer__in=[b["nummer"] for b in rij["balies"]]).update(is_actief=False)
    for b in rij["balies"]:
        balie, _ = Balie.objects.update_or_create(
            locatie=locatie, nummer=b["nummer"], defaults={"naam": b.get("naam") or "", "is_actief": True}
        )
        balie.voorzieningen.set([voorzieningen[v] for v in b["voorzieningen"]])
    return locatie


def _openingstijd(locatie: Locatie, uren: Rij) -> Openingstijd:
    rest = velden(Openingstijd, uren, ("van", "tot", "soort", "categorie", "geldig_van", "geldig_tot"))
    return Openingstijd(locatie=locatie, weekdag=DAGEN.index(uren["dag"]), **rest)


def laad_producten(rijen: Iterable[Rij], locaties: Mapping[str, Locatie]) -> dict[str, Product]:
    """Write the products, their age groups and where they are done."""
    return {rij["code"]: _laad_product(rij, volgorde, locaties) for volgorde, rij in enumerate(rijen, 1)}


def _laad_product(rij: Rij, volgorde: int, locaties: Mapping[str, Locatie]) -> Product:
    product, _ = Product.objects.update_or_create(
        code=rij["code"],
        defaults={**velden(Product, rij, PRODUCTVELDEN), "volgorde": volgorde, "is_actief": True},
    )
    product.leeftijdsgroepen.all().delete()
    Leeftijdsgroep.objects.bulk_create(
        Leeftijdsgroep(product=product, volgorde=nr, **velden(Leeftijdsgroep, groep, GROEPVELDEN))
        for nr, groep in enumerate(rij.get("leeftijdsgroepen") or [], 1)
    )
    product.afhalen_locaties.set([locaties[code] for code in rij.get("afhalen_locaties") or []])
    waar = list(locaties) if rij["locaties"] == "alle" else rij["locaties"]
    product.op_locaties.exclude(locatie__code__in=waar).delete()
    ProductOpLocatie.objects.bulk_create(
        [ProductOpLocatie(product=product, locatie=locaties[code], vorm=rij["vorm"]) for code in waar],
        update_conflicts=True,
        unique_fields=["product", "locatie"],
        update_fields=["vorm"],
    )
    return product
