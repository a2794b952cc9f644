"""Rosters for the demo city: the teams of the data files, on every day that an office is open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from django.db import transaction

from locaties.models import Inzet, Locatie, Medewerker, Openingstijd, Pauze
from locaties.rules.gegevensvormen import MEDEWERKERS
from locaties.rules.tijdvak import CEL_MINUTEN, moment_van
from locaties.rules.werkdagen import is_feestdag

from .dienst import Dienst, Ploeglid, diensten_op

WEKEN = 10


def roosters_maken(*, bestanden: Mapping[str, Any], vandaag: date) -> int:
    """Fill the days from today that have no roster yet; return how many shifts were added."""
    ploegen = _ploegen(bestanden[MEDEWERKERS]["medewerkers"])
    dagen = [vandaag + timedelta(days=n) for n in range(WEKEN * 7)]
    with transaction.atomic():
        inzetten = [i for locatie in Locatie.objects.all() for i in _inzetten(locatie, dagen, ploegen)]
        Inzet.objects.bulk_create([inzet for inzet, _ in inzetten])
        Pauze.objects.bulk_create([pauze for _, pauze in inzetten if pauze])
    return len(inzetten)


def _ploegen(rijen: Iterable[Mapping[str, Any]]) -> dict[str, list[Ploeglid]]:
    ploegen = defaultdict(list)
    for rij in rijen:
        ploegen[rij["locatie"]].append(Ploeglid(rij["code"], rij.get("inzetsoort") or "beide"))
    return ploegen


def _inzetten(
    locatie: Locatie, dagen: Iterable[date], ploegen: Mapping[str, list[Ploeglid]]
) -> Iterator[tuple[Inzet, Pauze | None]]:
    mensen = {m.code: m for m in Medewerker.objects.filter(code__in=[p.code for p in ploegen[locatie.code]])}
    tijden = list(locatie.openingstijden.all())
    bezet = set(Inzet.objects.filter(locatie=locatie).values_list("datum", flat=True))
    for datum in dagen:
        uren = None if datum in bezet or is_feestdag(datum) else _opening(tijden, datum)
        if uren is None:
            continue
        for dienst in diensten_op(datum, van=uren[0], tot=uren[1], ploeg=ploegen[locatie.code]):
            yield _inzet(locatie, datum, mensen[dienst.code], dienst)


def _opening(tijden: Iterable[Openingstijd], datum: date) -> tuple[int, int] | None:
    """Return the first and last minute at which the office is open for anything."""
    uren = [(_minuut(t.van), _minuut(t.tot)) for t in tijden if _geldt(t, datum)]
    return (min(van for van, _ in uren), max(tot for _, tot in uren)) if uren else None


def _geldt(tijd: Openingstijd, datum: date) -> bool:
    van, tot = tijd.geldig_van or date.min, tijd.geldig_tot or date.max
    return tijd.weekdag == datum.weekday() and van <= datum <= tot


def _minuut(wandtijd: time) -> int:
    return wandtijd.hour * 60 + wandtijd.minute


def _inzet(
    locatie: Locatie, datum: date, medewerker: Medewerker, dienst: Dienst
) -> tuple[Inzet, Pauze | None]:
    begin, einde = (moment_van(datum, m // CEL_MINUTEN, locatie.zone) for m in (dienst.begin, dienst.einde))
    inzet = Inzet(
        medewerker=medewerker, locatie=locatie, datum=datum, begin=begin, einde=einde, soort=dienst.soort
    )
    if dienst.pauze is None:
        return inzet, None
    pauze = [moment_van(datum, m // CEL_MINUTEN, locatie.zone) for m in dienst.pauze]
    return inzet, Pauze(inzet=inzet, begin=pauze[0], einde=pauze[1])
