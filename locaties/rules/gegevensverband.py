"""Whether the data files fit each other: every name that is used exists, nothing runs backwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from locaties.rules.gegevensbestand import Fout, keur_een, keur_lijst
from locaties.rules.gegevensvormen import (
    BEHOEFTEN,
    BESTANDEN,
    GEMEENTE,
    LIJSTEN,
    LOCATIES,
    MEDEWERKERS,
    PRODUCTEN,
)

Bestanden = Mapping[str, Any]
VORMVELDEN: Mapping[str, frozenset[str]] = {
    bestand: frozenset(o.naam for o in LIJSTEN if o.bestand == bestand)
    | ({"gemeente"} if bestand == LOCATIES else set())
    for bestand in BESTANDEN
}


def keur_bestanden(bestanden: Bestanden) -> tuple[Fout, ...]:
    """Return every fault; whether names fit is asked only when each entry has its right shape."""
    fouten = list(_keur_vorm(bestanden))
    return tuple(fouten or _keur_verband(bestanden))


def _keur_vorm(bestanden: Bestanden) -> Iterator[Fout]:
    for bestand in BESTANDEN:
        if not isinstance(bestanden.get(bestand), dict):
            yield Fout(bestand, "", "", "dit bestand ontbreekt, of er staat geen onderdeel tussen { en } in")
        else:
            vreemd = bestanden[bestand].keys() - VORMVELDEN[bestand]
            yield from (Fout(bestand, "", naam, "dit onderdeel bestaat niet") for naam in sorted(vreemd))
    if isinstance(bestanden.get(LOCATIES), dict):
        yield from keur_een(LOCATIES, "gemeente", bestanden[LOCATIES].get("gemeente"), GEMEENTE)
    for onderdeel in LIJSTEN:
        if isinstance(bestanden.get(onderdeel.bestand), dict):
            yield from keur_lijst(onderdeel, bestanden[onderdeel.bestand].get(onderdeel.naam))


def _keur_verband(bestanden: Bestanden) -> Iterator[Fout]:
    yield from _locaties(bestanden)
    yield from _producten(bestanden)
    yield from _behoeften(bestanden)
    yield from _medewerkers(bestanden)
    yield from _contactpersonen(bestanden)


def codes(bestanden: Bestanden, bestand: str, onderdeel: str) -> frozenset[str]:
    """Return the codes that a list of entries gives."""
    return frozenset(deel["code"] for deel in bestanden[bestand][onderdeel])


def _onbekend(
    plek: tuple[str, str, str], genoemd: Iterable[str | None], bekend: frozenset[str]
) -> Iterator[Fout]:
    for naam in genoemd:
        if naam is not None and naam not in bekend:
            yield Fout(*plek, f"“{naam}” bestaat niet")


def _terug(
    plek: tuple[str, str, str], van: str | None, tot: str | None, *, gelijk: bool = True
) -> Iterator[Fout]:
    """Dates and times are written so that they sort as text."""
    if van and tot and (van > tot or (van == tot and not gelijk)):
        yield Fout(*plek, f"{tot} ligt niet na {van}")


def _plekken(bestanden: Bestanden, plek: str) -> frozenset[str]:
    return frozenset(v["code"] for v in bestanden[LOCATIES]["voorzieningen"] if v["plek"] == plek)


def _locaties(bestanden: Bestanden) -> Iterator[Fout]:
    balie, gebouw = _plekken(bestanden, "balie"), _plekken(bestanden, "gebouw")
    for loc in bestanden[LOCATIES]["locaties"]:
        yield from _onbekend((LOCATIES, loc["code"], "gebouw"), loc["gebouw"], gebouw)
        for nr, uren in enumerate(loc["openingstijden"], 1):
            plek = (LOCATIES, loc["code"], f"openingstijden nummer {nr}")
            yield from _terug(plek, uren["van"], uren["tot"], gelijk=False)
            yield from _terug(plek, uren.get("geldig_van"), uren.get("geldig_tot"))
        nummers = [b["nummer"] for b in loc["balies"]]
        for nummer in sorted({n for n in nummers if nummers.count(n) > 1}):
            yield Fout(LOCATIES, loc["code"], "balies", f"balie {nummer} staat er twee keer in")
        for b in loc["balies"]:
            plek = (LOCATIES, loc["code"], f"balie {b['nummer']}, voorzieningen")
            yield from _onbekend(plek, b["voorzieningen"], balie)


def _producten(bestanden: Bestanden) -> Iterator[Fout]:
    bekend = codes(bestanden, LOCATIES, "locaties")
    for product in bestanden[PRODUCTEN]["producten"]:
        naam = product["code"]
        if product["locaties"] != "alle":
            yield from _onbekend((PRODUCTEN, naam, "locaties"), product["locaties"], bekend)
        yield from _onbekend(
            (PRODUCTEN, naam, "afhalen_locaties"), product.get("afhalen_locaties") or [], bekend
        )
        groepen = [g["groep"] for g in product.get("leeftijdsgroepen") or []]
        for groep in sorted({g for g in groepen if groepen.count(g) > 1}):
            yield Fout(PRODUCTEN, naam, "leeftijdsgroepen", f"groep {groep} staat er twee keer in")


def _behoeften(bestanden: Bestanden) -> Iterator[Fout]:
    balie, gebouw = _plekken(bestanden, "balie"), _plekken(bestanden, "gebouw")
    specialismen = codes(bestanden, BEHOEFTEN, "specialismen")
    for b in bestanden[BEHOEFTEN]["behoeften"]:
        yield from _onbekend((BEHOEFTEN, b["code"], "vereist_balie"), b.get("vereist_balie") or [], balie)
        yield from _onbekend((BEHOEFTEN, b["code"], "vereist_gebouw"), b.get("vereist_gebouw") or [], gebouw)
        yield from _onbekend((BEHOEFTEN, b["code"], "specialisme"), [b.get("specialisme")], specialismen)
        vervanging = (b.get("bestelling") or {}).get("vervanging_balie")
        yield from _onbekend((BEHOEFTEN, b["code"], "vervanging_balie"), [vervanging], balie)


def _medewerkers(bestanden: Bestanden) -> Iterator[Fout]:
    producten = codes(bestanden, PRODUCTEN, "producten")
    pakketten = codes(bestanden, MEDEWERKERS, "pakketten")
    kantoren = codes(bestanden, LOCATIES, "locaties")
    specialismen = codes(bestanden, BEHOEFTEN, "specialismen")
    for pakket in bestanden[MEDEWERKERS]["pakketten"]:
        yield from _onbekend((MEDEWERKERS, pakket["code"], "producten"), pakket["producten"], producten)
    for m in bestanden[MEDEWERKERS]["medewerkers"]:
        yield from _onbekend((MEDEWERKERS, m["code"], "locatie"), [m["locatie"]], kantoren)
        yield from _onbekend((MEDEWERKERS, m["code"], "pakketten"), m.get("pakketten") or [], pakketten)
        yield from _onbekend((MEDEWERKERS, m["code"], "producten"), m.get("producten") or [], producten)
        for b in m.get("bekwaamheden") or []:
            plek = (MEDEWERKERS, m["code"], "bekwaamheden")
            yield from _onbekend(plek, [b["specialisme"]], specialismen)
            yield from _terug(plek, b["geldig_van"], b["geldig_tot"])


def _contactpersonen(bestanden: Bestanden) -> Iterator[Fout]:
    wie = codes(bestanden, MEDEWERKERS, "medewerkers")
    kantoren = codes(bestanden, LOCATIES, "locaties")
    for nr, c in enumerate(bestanden[MEDEWERKERS]["contactpersonen"], 1):
        waar = f"contactpersonen nummer {nr}"
        yield from _onbekend((MEDEWERKERS, waar, "locatie"), [c["locatie"]], kantoren)
        yield from _onbekend((MEDEWERKERS, waar, "medewerker"), [c["medewerker"]], wie)
        yield from _onbekend((MEDEWERKERS, waar, "vervanger"), [c.get("vervanger")], wie)
        yield from _terug((MEDEWERKERS, waar, "tot_en_met"), c["van"], c["tot_en_met"])
