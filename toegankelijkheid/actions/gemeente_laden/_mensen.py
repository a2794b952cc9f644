"""Writing who serves: products mastered, certificates, and who can be called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from locaties.models import Contactpersoon, Locatie, Medewerker, Product
from toegankelijkheid.models import Bekwaamheid, Specialisme

from ._aanbod import velden

Rij = Mapping[str, Any]

CONTACT = ("specialisme", "telefoon", "bereikbaar", "bereikbaar_en", "van", "tot_en_met")


def laad_medewerkers(bestand: Rij, locaties: Mapping[str, Locatie], producten: Mapping[str, Product]) -> int:
    """Write the employees and the contact persons; return how many employees."""
    pakketten = {rij["code"]: rij["producten"] for rij in bestand["pakketten"]}
    specialismen = {s.code: s for s in Specialisme.objects.all()}
    mensen = {}
    for rij in bestand["medewerkers"]:
        medewerker = mensen[rij["code"]] = _laad_medewerker(rij)
        codes = beheerst(rij, pakketten)
        medewerker.producten.set([producten[code] for code in codes])
        _laad_bekwaamheden(medewerker, rij.get("bekwaamheden") or [], specialismen)
    _laad_contactpersonen(bestand["contactpersonen"], locaties, mensen)
    return len(mensen)


def beheerst(rij: Rij, pakketten: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the products that somebody masters: those of the packages and the ones named apart."""
    uit_pakketten = {code for pakket in rij.get("pakketten") or [] for code in pakketten[pakket]}
    return uit_pakketten | set(rij.get("producten") or [])


def _laad_medewerker(rij: Rij) -> Medewerker:
    defaults = velden(Medewerker, rij, ("naam", "toont_naam", "telefoon", "talen"))
    medewerker, _ = Medewerker.objects.update_or_create(
        code=rij["code"], defaults={**defaults, "is_actief": True}
    )
    return medewerker


def _laad_bekwaamheden(
    medewerker: Medewerker, rijen: Iterable[Rij], specialismen: Mapping[str, Specialisme]
) -> None:
    Bekwaamheid.objects.filter(medewerker=medewerker).delete()
    Bekwaamheid.objects.bulk_create(
        Bekwaamheid(
            medewerker=medewerker,
            specialisme=specialismen[rij["specialisme"]],
            **velden(Bekwaamheid, rij, ("certificaat", "geldig_van", "geldig_tot")),
        )
        for rij in rijen
    )


def _laad_contactpersonen(
    rijen: Iterable[Rij], locaties: Mapping[str, Locatie], mensen: Mapping[str, Medewerker]
) -> None:
    Contactpersoon.objects.filter(locatie__in=list(locaties.values())).delete()
    Contactpersoon.objects.bulk_create(
        Contactpersoon(
            locatie=locaties[rij["locatie"]],
            medewerker=mensen[rij["medewerker"]],
            vervanger=mensen.get(rij.get("vervanger") or ""),
            **velden(Contactpersoon, rij, CONTACT),
        )
        for rij in rijen
    )
